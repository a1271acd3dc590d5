import { z } from "zod";
import { Id, Instant, PageRequest, pageOf } from "../wire";

/** What a person is told of. */
export const NOTICE_KINDS = [
  "assigned",
  "submitted",
  "decided",
  "changes-requested",
  "exhausted",
  "mentioned",
  "replied",
  "due-soon",
  "overdue",
  "escalated",
  "run",
  "publication",
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Longest piece of somebody's words that is told again. */
export const MAX_EXCERPT = 300;

/** What a notice is about and where it leads. */
export const NoticeSubject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("card"), id: Id }),
  /** A card, where people talk on it. */
  z.strictObject({ kind: z.literal("talk"), id: Id }),
  z.strictObject({ kind: z.literal("run"), id: Id, boardId: Id, promptId: Id }),
  z.strictObject({ kind: z.literal("publication"), id: Id }),
]);
export type NoticeSubject = z.infer<typeof NoticeSubject>;

/** Kept with the notice, so that it says tomorrow what it said when it was written. */
export const NoticeFacts = z.strictObject({
  /** The card's title, or the first words of a prompt. */
  title: z.string(),
  /** Who did it; null for the studio itself. */
  by: z.string().nullable(),
  /** Their words, shortened. */
  note: z.string(),
  attempt: z.int().nullable(),
  /** How it ended: `approved`, `rejected`; a run's status; `ready` or `failed` of a publication. */
  outcome: z.string().nullable(),
  dueAt: Instant.nullable(),
  subject: NoticeSubject,
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

export const NoticeView = z.strictObject({
  id: Id,
  kind: NoticeKind,
  /** What happened, as a sentence. */
  sentence: z.string(),
  /** Somebody's words on it; empty when there are none. */
  note: z.string(),
  /** Where it leads, below the studio's address. */
  path: z.string(),
  isRead: z.boolean(),
  /** What ended the matter, as a sentence; null while it is open, and for news. */
  settled: z.string().nullable(),
  createdAt: Instant,
});
export type NoticeView = z.infer<typeof NoticeView>;

export const NoticeRequest = z.strictObject({
  show: z.enum(["unread", "all"]).default("all"),
  kind: NoticeKind.optional(),
  ...PageRequest,
});

/** One page of an inbox, newest first. `unread`: how many wait, of each kind and in all. */
export const NoticePage = pageOf(NoticeView).extend({ unread: z.record(NoticeKind, z.int()), unreadInAll: z.int() });
export type NoticePage = z.infer<typeof NoticePage>;

/** Where a notice leads. Whoever is not signed in meets the door first. */
export function noticePath(subject: NoticeSubject): string {
  switch (subject.kind) {
    case "card":
      return `/review/${subject.id}`;
    case "talk":
      return `/review/${subject.id}#comments`;
    case "run":
      return `/boards/${subject.boardId}?prompt=${subject.promptId}`;
    case "publication":
      return `/publications/${subject.id}`;
    default:
      return subject satisfies never;
  }
}

/** What a notice says. */
export function noticeSentence(kind: NoticeKind, { title, by, attempt, outcome }: NoticeFacts): string {
  const who = by ?? "The studio";
  const card = `“${title}”`;
  const which = attempt === null ? card : `attempt ${attempt} of ${card}`;
  switch (kind) {
    case "assigned":
      return `${who} handed ${card} to you.`;
    case "submitted":
      return `${who} submitted ${which}; it waits for you.`;
    case "decided":
      return `${who} ${outcome ?? "decided on"} ${which}.`;
    case "changes-requested":
      return `${who} requested changes to ${which}.`;
    case "exhausted":
      return `${card} is exhausted: ${who} requested changes${attempt === null ? "" : ` to attempt ${attempt}`}, and no retry is left.`;
    case "mentioned":
      return `${who} named you on ${card}.`;
    case "replied":
      return `${who} commented on ${card}.`;
    case "due-soon":
      return `${card} is due soon, and the next step is yours.`;
    case "overdue":
      return `${card} is overdue, and the next step is yours.`;
    case "escalated":
      return `${card} has been overdue for long: ${by === null ? "nobody owns the next step" : `the next step is ${by}'s`}.`;
    case "run":
      if (outcome === "unknown") return `Nobody knows whether the run of ${card} was made: a lead or an admin has to say so.`;
      return outcome === "succeeded" ? `Your run of ${card} is done.` : `Your run of ${card} was not made: ${outcome ?? "failed"}.`;
    case "publication":
      return outcome === "failed" ? `The file of ${card} could not be published.` : `${card} is published; its file can be taken.`;
    default:
      return kind satisfies never;
  }
}

/** What a run is called in a notice: the first words of its prompt. */
export function runTitle(text: string): string {
  return [...excerpt(text)].slice(0, 80).join("") || "a prompt without words";
}

/** The beginning of somebody's words, cut at a word. */
export function excerpt(text: string): string {
  const plain = text.trim().replace(/\s+/gu, " ");
  if (plain.length <= MAX_EXCERPT) return plain;
  const cut = plain.slice(0, MAX_EXCERPT - 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > MAX_EXCERPT / 2 ? end : undefined).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
