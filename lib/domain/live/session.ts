import { z } from "zod";
import { PlainText } from "../prompt/recipe";

/** What a live session goes through. Money is held from `opening` on and settled with the move to `ended` or `failed`. */
export const LIVE_STATUSES = ["opening", "ready", "live", "ending", "ended", "failed"] as const;
export const LiveStatus = z.enum(LIVE_STATUSES);
export type LiveStatus = z.infer<typeof LiveStatus>;

/**
 * - `opening`: a worker asks the engine for a token. `failed`: there is none, and nothing was spent
 * - `ready`: the token waits for the browser of the person who started it. `live`: it was handed out, once
 * - `ending`: a worker stops it at the engine and reads what it cost. `ended`: written down and settled
 */
const MOVES = {
  opening: ["ready", "failed", "ending"],
  ready: ["live", "ending"],
  live: ["ending"],
  ending: ["ended"],
  ended: [],
  failed: [],
} as const satisfies Record<LiveStatus, readonly LiveStatus[]>;

export function mayMove(from: LiveStatus, to: LiveStatus): boolean {
  return (MOVES[from] as readonly LiveStatus[]).includes(to);
}

/** Those that hold money. */
export const OPEN_STATUSES = LIVE_STATUSES.filter((status) => MOVES[status].length > 0);

/** Why a session ended. */
export const END_REASONS = ["person", "left", "unopened", "unjoined", "silent", "time", "budget", "engine"] as const;
export const EndReason = z.enum(END_REASONS);
export type EndReason = z.infer<typeof EndReason>;

const END_SENTENCES = {
  person: "Ended by hand.",
  left: "The page it ran in was closed or loaded again.",
  unopened: "The engine did not open it in time.",
  unjoined: "Nobody joined it in time.",
  silent: "The browser it ran in was not heard of any more.",
  time: "Its time was over.",
  budget: "A hard budget had no room left.",
  engine: "The engine ended it.",
} satisfies Record<EndReason, string>;

export function endSentence(reason: EndReason): string {
  return END_SENTENCES[reason];
}

/** A token that nobody takes is given up after this. Seconds. */
export const JOIN_WITHIN_SECONDS = 90;
/** The browser says every five seconds that it is there; after this much silence it is gone. Seconds. */
export const BEAT_EVERY_SECONDS = 5;
export const SILENT_AFTER_SECONDS = 30;

export const MAX_MINUTES = 60;
export const MAX_LINES = 2_000;
const MAX_LINE_LENGTH = 4_000;

/** `script`: the avatar says what it is given, word for word. `talk`: it answers. */
export const LiveMode = z.enum(["script", "talk"]);
export type LiveMode = z.infer<typeof LiveMode>;

/** Something that was said. */
export const TranscriptLine = z.strictObject({
  who: z.enum(["person", "avatar"]),
  text: PlainText.trim().min(1).max(MAX_LINE_LENGTH),
  /** Since the session was joined. Milliseconds. */
  atMs: z
    .int()
    .min(0)
    .max(MAX_MINUTES * 2 * 60_000),
});
export type TranscriptLine = z.infer<typeof TranscriptLine>;
export const Transcript = z.array(TranscriptLine).max(MAX_LINES);
export type Transcript = z.infer<typeof Transcript>;

/** What is known of a session while it goes on. Times are milliseconds since the epoch. */
export interface Going {
  readonly status: "opening" | "ready" | "live";
  readonly createdAtMs: number;
  readonly joinedAtMs: number | null;
  readonly heardAtMs: number | null;
  readonly maxSeconds: number;
  /** Whether a hard budget it counts in is overdrawn. */
  readonly isOverBudget: boolean;
}

/** A session is stopped so long before its time is over: stopping takes a moment, and a begun minute is a whole one. Seconds. */
const STOP_AHEAD_SECONDS = 3;
const LOOK_EVERY_SECONDS = 10;

/** How long a worker may wait before it looks at a session again, so that none goes on beyond what is held for it. Whole seconds. */
export function nextLookSeconds({ joinedAtMs, maxSeconds }: Pick<Going, "joinedAtMs" | "maxSeconds">, nowMs: number): number {
  if (joinedAtMs === null) return LOOK_EVERY_SECONDS;
  const left = joinedAtMs / 1_000 + maxSeconds - STOP_AHEAD_SECONDS - nowMs / 1_000;
  return Math.min(LOOK_EVERY_SECONDS, Math.max(1, Math.ceil(left)));
}

/** Whether a session has to be ended now, and why; null while it may go on. */
export function dueToEnd(session: Going, nowMs: number): EndReason | null {
  const { status, createdAtMs, joinedAtMs, heardAtMs, maxSeconds, isOverBudget } = session;
  if (isOverBudget) return "budget";
  if (status !== "live") {
    if (nowMs - createdAtMs < JOIN_WITHIN_SECONDS * 1_000) return null;
    return status === "opening" ? "unopened" : "unjoined";
  }
  if (joinedAtMs !== null && nowMs - joinedAtMs >= (maxSeconds - STOP_AHEAD_SECONDS) * 1_000) return "time";
  return nowMs - (heardAtMs ?? joinedAtMs ?? createdAtMs) >= SILENT_AFTER_SECONDS * 1_000 ? "silent" : null;
}

/** A session is warned of its end so long before, and a short one for its last quarter. Seconds. */
const WARN_BEFORE_SECONDS = 60;
const WARN_OF_ITS_LENGTH = 0.25;

/** How long a session that is `forSeconds` old still has, once that is worth a warning; null before. Whole seconds, 0 at its end. */
export function secondsLeft(forSeconds: number, maxSeconds: number): number | null {
  const left = Math.max(0, Math.ceil(maxSeconds - forSeconds));
  return left <= Math.min(WARN_BEFORE_SECONDS, maxSeconds * WARN_OF_ITS_LENGTH) ? left : null;
}

/** The transcript with what a browser adds to it. `seen`: how many lines it knows to be kept, so that a repeated message adds nothing twice. */
export function withLines(kept: readonly TranscriptLine[], seen: number, lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const known = Math.max(0, kept.length - seen);
  return [...kept, ...lines.slice(known)].slice(0, MAX_LINES);
}
