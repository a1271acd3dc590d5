import { z } from "zod";
import { Id } from "../wire";

/** More chosen things than this are not shown to others: who chose all of a board says nothing by it. */
export const MAX_SHOWN_SELECTION = 50;

const Coordinate = z.number().min(-1e9).max(1e9);

/** A part of the board, in its world units. */
const View = z.strictObject({ x: Coordinate, y: Coordinate, w: z.number().min(0).max(1e9), h: z.number().min(0).max(1e9) });

/** What one tab says about itself: where its person is on a board. Never kept. */
export const Attendance = z.strictObject({
  boardId: Id,
  tabId: z.uuid(),
  /** The pointer, in the board's world units; null while it is elsewhere. */
  cursor: z.strictObject({ x: Coordinate, y: Coordinate }).nullable(),
  /** What the person sees. */
  view: View.nullable(),
  /** Chosen prompts and variants. */
  selection: z.array(Id).max(MAX_SHOWN_SELECTION),
  isLeaving: z.boolean().default(false),
});
export type Attendance = z.infer<typeof Attendance>;

/** The same, as the others on the board hear it. */
export const PresenceNews = Attendance.extend({ memberId: Id, name: z.string() });
export type PresenceNews = z.infer<typeof PresenceNews>;

/** Somebody who is on the board, by their tab. */
export interface Present extends PresenceNews {
  readonly heardAtMs: number;
}

/** Who is silent for so long has gone without a word: a crash, a lost connection, a closed lid. */
export const SILENT_MS = 12_000;
/** How often a tab says that it is still there. */
export const STILL_HERE_MS = 4_000;
/** At most ten times a second. */
export const SPACING_MS = 100;

export type Presences = ReadonlyMap<string, Present>;

/** Who is there after somebody was heard. */
export function heard(present: Presences, news: PresenceNews, nowMs: number): Presences {
  const next = new Map(present);
  if (news.isLeaving) next.delete(news.tabId);
  else next.set(news.tabId, { ...news, heardAtMs: nowMs });
  return next;
}

/** Who is left when nobody was heard; the same object when everybody is. */
export function stillHere(present: Presences, nowMs: number): Presences {
  const left = [...present].filter(([, { heardAtMs }]) => nowMs - heardAtMs < SILENT_MS);
  return left.length === present.size ? present : new Map(left);
}

/** Each person once, though they may have several tabs open: the tab that was heard last, in the order people came. */
export function peopleOf(present: Presences): readonly Present[] {
  const people = new Map<string, Present>();
  for (const tab of present.values()) {
    const known = people.get(tab.memberId);
    if (!known || tab.heardAtMs > known.heardAtMs) people.set(tab.memberId, tab);
  }
  return [...people.values()];
}
