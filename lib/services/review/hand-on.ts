import type { Person, ReviewCard } from "@/lib/domain/review/card";
import type { Refusal } from "@/lib/domain/review/refusal";
import type { CardMoved } from "@/lib/domain/review/view";
import { didBefore } from "../did-before";
import type { Unchanged, WriteContext, Written } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { roleOfMember } from "./check-terms";

interface Handing {
  readonly cardId: string;
  readonly toMemberId: string;
  /** The rule: the card with them holding it. */
  give(card: ReviewCard, to: Person, by: Person): ReviewCard | Refusal;
  isTheirs(card: ReviewCard): boolean;
  readonly verb: string;
  /** What open screens call it. */
  readonly act: string;
  /** What the trail keeps of it in any case: whose it is now, and the note. A repeated press is known by this. */
  readonly details: Readonly<Record<string, string>>;
  /** What the trail keeps besides: whose it was. */
  before?(card: ReviewCard): Readonly<Record<string, string | null>>;
}

/** Something of a card goes to somebody else – the card itself, its work by hand, a seat –; pressed twice, it went once. */
export async function handOn(
  context: WriteContext,
  { cardId, toMemberId, give, isTheirs, verb, act, details, before }: Handing,
): Promise<Written<CardMoved> | Unchanged<CardMoved>> {
  const { tx, actor } = context;
  const by = personAt(actor);
  const to = { memberId: toMemberId, role: await roleOfMember(tx, actor.workspaceId, toMemberId) };
  return changeCard(context, cardId, (card) => give(card, to, by)).then(
    (changed) => happened(changed, act, { ...details, ...before?.(changed.before.card) }),
    (refusal: unknown) => unlessDone(context, cardId, refusal, (card) => isTheirs(card) && didBefore(tx, actor, verb, cardId, details)),
  );
}
