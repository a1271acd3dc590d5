import type { Database as Transaction } from "@/lib/db/client";
import { excerpt, type NoticeFacts, runTitle } from "@/lib/domain/notice/notice";
import { currentAttempt } from "@/lib/domain/review/card";
import { handedOn } from "@/lib/domain/review/handed-on";
import { seatsAhead } from "@/lib/domain/review/stage";
import { isFinished, RunStatus } from "@/lib/domain/run/states";
import { loadCard } from "../review/load-card";
import type { NewNotice } from "./tell-people";

/** A run that took so long is one its starter has turned away from. Milliseconds. */
const LONG_RUN_MS = 60_000;

/** An act as its trail has it. */
export interface Acted {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details?: { readonly [key: string]: string | number | boolean | null };
}

/** Whose act it was; null: the studio's, or a guest's. */
export interface Doer {
  readonly memberId: string | null;
}

interface Told {
  readonly tx: Transaction;
  readonly doer: Doer;
  readonly verb: string;
  readonly entry: Acted;
  readonly now: Date;
}

/**
 * Whom an act concerns, read from its trail: so that every verb which moves a card tells the same people the same thing,
 * whichever it is, and a new one cannot forget to. Nobody is told of what they did themselves.
 */
export async function toldBy(tx: Transaction, doer: Doer, verb: string, audit: readonly Acted[], now: Date): Promise<readonly NewNotice[]> {
  const notices: NewNotice[] = [];
  for (const entry of audit) notices.push(...(await noticesOf({ tx, doer, verb, entry, now })));
  return notices.filter(({ memberId }) => memberId !== doer.memberId);
}

function noticesOf(told: Told): Promise<readonly NewNotice[]> | readonly NewNotice[] {
  switch (told.entry.subjectKind) {
    case "card":
      return ofCard(told);
    case "comment":
      return ofComment(told);
    case "run":
      return ofRun(told);
    case "publication":
      return ofPublication(told);
    default:
      return [];
  }
}

const text = (entry: Acted, name: string): string => {
  const value = entry.details?.[name];
  return typeof value === "string" ? value : "";
};

export async function nameOf(tx: Transaction, { memberId }: Doer): Promise<string | null> {
  if (memberId === null) return null;
  return (await tx.member.findUnique({ where: { id: memberId }, select: { displayName: true } }))?.displayName ?? null;
}

const toEach = (people: Iterable<string | null>, notice: Omit<NewNotice, "memberId">): NewNotice[] =>
  [...new Set(people)].flatMap((memberId) => (memberId === null ? [] : [{ ...notice, memberId }]));

async function cardFacts(tx: Transaction, id: string) {
  return tx.reviewCard.findUnique({
    where: { id },
    select: {
      title: true,
      ownerId: true,
      createdById: true,
      version: true,
      attempts: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, submittedById: true } },
    },
  });
}

/** A card that came to somebody, was decided on, or changed hands. */
async function ofCard({ tx, doer, entry, now }: Told): Promise<readonly NewNotice[]> {
  const [from, to] = [text(entry, "from"), text(entry, "to")];
  const isMove = to !== "" && from !== to;
  const assigned = handedOn(entry.details ?? {})?.toId ?? null;
  // Seats open when an attempt comes, when somebody said something of it, and when it changes hands.
  const opensSeats = to === "in_review" && (isMove || assigned !== null || text(entry, "contentHash") !== "");
  if (!isMove && !opensSeats && assigned === null) return [];
  const card = await cardFacts(tx, entry.subjectId);
  if (!card) return [];
  const [attempt] = card.attempts;
  const facts: NoticeFacts = {
    title: card.title,
    by: await nameOf(tx, doer),
    note: excerpt(text(entry, "note") || text(entry, "reason")),
    attempt: attempt?.number ?? null,
    outcome: null,
    dueAt: null,
    subject: { kind: "card", id: entry.subjectId },
  };
  const key = (kind: string) => `${kind}:${attempt?.id ?? entry.subjectId}`;
  const makers = [card.createdById, attempt?.submittedById ?? null];
  const handed = toEach([assigned], {
    kind: "assigned",
    key: `assigned:${entry.subjectId}:${card.version}`,
    facts: { ...facts, attempt: null },
  });
  if (opensSeats) return [...handed, ...(await awaited(tx, entry.subjectId, now)).filter(({ memberId }) => memberId !== assigned)];
  if (!isMove || from !== "in_review") return handed;
  if (to === "approved" || to === "rejected")
    return toEach(makers, { kind: "decided", key: key("decided"), facts: { ...facts, outcome: to } });
  if (to === "changes_requested") return toEach(makers, { kind: "changes-requested", key: key("decided"), facts });
  return to === "exhausted" ? toEach([...makers, card.ownerId], { kind: "exhausted", key: key("decided"), facts }) : handed;
}

/**
 * Whose decision an attempt waits for now. Those who know already are not told again, so that a stage which opens, a seat
 * that changes hands and an attempt that was only just submitted are told of in one way.
 */
export async function awaited(tx: Transaction, cardId: string, now: Date): Promise<readonly NewNotice[]> {
  const { workspaceId } = await tx.reviewCard.findUniqueOrThrow({ where: { id: cardId }, select: { workspaceId: true } });
  const { card } = await loadCard(tx, workspaceId, cardId);
  const attempt = currentAttempt(card);
  if (!attempt) return [];
  const maker = await tx.member.findUnique({ where: { id: attempt.submittedById }, select: { displayName: true } });
  const facts: NoticeFacts = {
    title: card.title,
    by: maker?.displayName ?? null,
    note: excerpt(attempt.note),
    attempt: attempt.number,
    outcome: null,
    dueAt: null,
    subject: { kind: "card", id: cardId },
  };
  const open = seatsAhead(card).filter(({ opensAt }) => opensAt <= now);
  const people = open.map(({ memberId }) => memberId).filter((memberId) => memberId !== attempt.submittedById);
  return toEach(people, { kind: "submitted", key: `submitted:${attempt.id}`, facts });
}

/** Words on a card: to whom they name, then to whom they answer and whose attempt they are about. */
async function ofComment({ tx, doer, verb, entry }: Told): Promise<readonly NewNotice[]> {
  if (verb !== "comment.add" && verb !== "comment.edit" && text(entry, "by") !== "guest") return [];
  const comment = await tx.comment.findUnique({
    where: { id: entry.subjectId },
    select: {
      id: true,
      body: true,
      authorId: true,
      guestName: true,
      threadId: true,
      cardId: true,
      card: { select: { title: true, ownerId: true } },
      attempt: { select: { number: true, submittedById: true } },
      mentions: { select: { memberId: true } },
    },
  });
  if (!comment) return [];
  const facts: NoticeFacts = {
    title: comment.card.title,
    by: comment.guestName ?? (await nameOf(tx, doer)),
    note: excerpt(comment.body),
    attempt: comment.attempt.number,
    outcome: null,
    dueAt: null,
    subject: { kind: "talk", id: comment.cardId },
  };
  const named = comment.mentions.map(({ memberId }) => memberId);
  const mentioned = toEach(named, { kind: "mentioned", key: `mentioned:${comment.id}`, facts });
  if (verb === "comment.edit") return mentioned;
  const thread = comment.threadId ?? comment.id;
  const others = await tx.comment.findMany({
    where: { OR: [{ id: thread }, { threadId: thread }], authorId: { not: null } },
    select: { authorId: true },
  });
  const concerned = [comment.attempt.submittedById, comment.card.ownerId, ...others.map(({ authorId }) => authorId)];
  const rest = concerned.filter((memberId) => memberId !== null && memberId !== comment.authorId && !named.includes(memberId));
  return [...mentioned, ...toEach(rest, { kind: "replied", key: `replied:${comment.id}`, facts })];
}

/** The end of a run that took long, to whom it belongs. Cells of a grid are looked at together, on its page. */
async function ofRun({ tx, entry }: Told): Promise<readonly NewNotice[]> {
  const status = RunStatus.safeParse(entry.details?.status);
  if (!status.success || !isFinished(status.data) || status.data === "cancelled") return [];
  const run = await tx.run.findUnique({
    where: { id: entry.subjectId },
    select: {
      requestedById: true,
      promptId: true,
      createdAt: true,
      finishedAt: true,
      cell: { select: { gridId: true } },
      prompt: { select: { boardId: true, text: true } },
    },
  });
  if (!run?.finishedAt || run.cell || run.finishedAt.getTime() - run.createdAt.getTime() < LONG_RUN_MS) return [];
  const facts: NoticeFacts = {
    title: runTitle(run.prompt.text),
    by: null,
    note: "",
    attempt: null,
    outcome: status.data,
    dueAt: null,
    subject: { kind: "run", id: entry.subjectId, boardId: run.prompt.boardId, promptId: run.promptId },
  };
  return toEach([run.requestedById], { kind: "run", key: `run:${entry.subjectId}`, facts });
}

/** A publication whose file is there, or cannot be made: to who published it, and who made it. */
async function ofPublication({ tx, verb, entry }: Told): Promise<readonly NewNotice[]> {
  if (verb !== "publication.complete" && verb !== "publication.fail") return [];
  const publication = await tx.publication.findUnique({
    where: { id: entry.subjectId },
    select: { publishedById: true, version: true, card: { select: { title: true } }, attempt: { select: { submittedById: true } } },
  });
  if (!publication) return [];
  const outcome = verb === "publication.fail" ? "failed" : "ready";
  const facts: NoticeFacts = {
    title: publication.card.title,
    by: null,
    note: excerpt(text(entry, "reason")),
    attempt: null,
    outcome,
    dueAt: null,
    subject: { kind: "publication", id: entry.subjectId },
  };
  const people = outcome === "failed" ? [publication.publishedById] : [publication.publishedById, publication.attempt.submittedById];
  return toEach(people, { kind: "publication", key: `publication:${entry.subjectId}:${publication.version}`, facts });
}
