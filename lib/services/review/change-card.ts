import type { Database as Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { Person, ReviewCard } from "@/lib/domain/review/card";
import { isRefusal, REFUSALS, type Refusal } from "@/lib/domain/review/refusal";
import type { CardMoved } from "@/lib/domain/review/view";
import { refusalSentence } from "@/lib/domain/review/what-happened";
import { personOf } from "../person";
import type { AuditEntry, Unchanged, WriteContext, Written } from "../write";
import { type LoadedCard, loadCard } from "./load-card";
import { loadNames, peopleOf } from "./names";
import { saveCard } from "./save-card";

/** How often an act looks again when somebody else was first. Each look finds a card that one more person has finished with. */
const MAX_LOOKS = 20;

export interface ChangedCard {
  readonly before: LoadedCard;
  readonly after: ReviewCard;
  readonly version: number;
}

type Decide = (card: ReviewCard, loaded: LoadedCard) => ReviewCard | Refusal | Promise<ReviewCard | Refusal>;

/**
 * Load, decide, save – if somebody was first, look at what they did and decide again: so two people never both win,
 * the second hears what the first did, and acts that do not exclude each other (two defects at once) both happen.
 */
export async function changeCard({ tx, actor, now }: WriteContext, cardId: string, decide: Decide): Promise<ChangedCard> {
  for (let look = 1; look <= MAX_LOOKS; look += 1) {
    const before = await loadCard(tx, actor.workspaceId, cardId);
    const after = await decide(before.card, before);
    if (!isRefusal(after)) {
      const version = await saveCard(tx, before, after, now);
      if (version !== null) return { before, after, version };
    } else if (await isUnchanged(tx, before)) throw await refused(tx, before, after);
  }
  throw new AppError("CONFLICT", "Many people are changing this card at once. Look again and repeat what you did.");
}

/** A card and its attempts are read one after the other; a refusal is only said of a card that did not change in between. */
async function isUnchanged(tx: Transaction, { id, version }: LoadedCard): Promise<boolean> {
  return (await tx.reviewCard.count({ where: { id, version } })) === 1;
}

/** The refusal as people and programs hear it: the rule, and where the card stands by now. */
export async function refused(tx: Transaction, { workspaceId, card }: LoadedCard, refusal: Refusal): Promise<AppError> {
  const { nameOf } = await loadNames(tx, workspaceId, peopleOf(card));
  return new AppError(REFUSALS[refusal].code, refusalSentence(refusal, card, nameOf), { details: { refusal, status: card.status } });
}

/**
 * Answers a refused act that repeats this person's own: when the card is already what they ask for, it is told as it
 * stands; every other refusal stays one.
 */
export async function unlessDone(
  { tx, actor }: WriteContext,
  cardId: string,
  refusal: unknown,
  isDone: (card: ReviewCard) => boolean | Promise<boolean>,
): Promise<Unchanged<CardMoved>> {
  if (!(refusal instanceof AppError)) throw refusal;
  const { card, version } = await loadCard(tx, actor.workspaceId, cardId);
  if (!(await isDone(card))) throw refusal;
  return { result: { cardId, status: card.status, version }, unchanged: true };
}

/** The person at the card. */
export function personAt(actor: Actor): Person {
  const { memberId, role } = personOf(actor);
  return { memberId, role };
}

/** What a change of a card tells: the answer, the trail with the status before and after, and the news for open screens. */
export function happened({ before, after, version }: ChangedCard, act: string, details: AuditEntry["details"] = {}): Written<CardMoved> {
  return {
    result: { cardId: before.id, status: after.status, version },
    audit: [{ subjectKind: "card", subjectId: before.id, details: { ...details, from: before.card.status, to: after.status } }],
    events: [{ kind: "card", id: before.id, version, projectId: before.projectId, act }],
  };
}
