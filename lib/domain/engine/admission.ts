import type { Passage } from "./breaker";

/** What an admin allows an engine; null = no limit of ours. */
export interface EngineLimits {
  /** Runs, helps and live sessions at once. */
  readonly atOnce: number | null;
  /** Submits within a minute. */
  readonly perMinute: number | null;
}

/** What asks for a place at an engine, as sentences name it. */
export type Asking = "run" | "help" | "session";

/** Why there is no place now. */
export type WaitReason = "fails" | "slowed" | "full" | "minute";

export type Admission =
  | { readonly kind: "go" }
  | { readonly kind: "wait"; readonly why: WaitReason; readonly waitMs: number; readonly sentence: string };

/** How often something that waits for a free place looks again. Milliseconds. */
const LOOK_AGAIN_MS = 1_000;
const LONGEST_LOOK_MS = 5_000;

/** Whether something may be sent to its engine now. Of those that wait for a place, those whose turn it is go first. */
export function admit(facts: {
  readonly asking: Asking;
  readonly engineName: string;
  readonly passage: Passage;
  readonly limits: EngineLimits;
  readonly inFlight: number;
  /** Those that wait for this engine too and whose turn comes before. */
  readonly before: number;
  /** When the last submits went out, the oldest first, as far back as a minute. */
  readonly sentAt: readonly Date[];
  readonly now: Date;
}): Admission {
  const { asking, engineName, passage, limits, now } = facts;
  const wait = (why: WaitReason, waitMs: number): Admission => ({
    kind: "wait",
    why,
    waitMs,
    sentence: sentenceOf(why, asking, engineName, limits),
  });
  if (!passage.pass)
    return wait(passage.why === "open" ? "fails" : "slowed", Math.max(LOOK_AGAIN_MS, passage.until.getTime() - now.getTime()));
  if (limits.atOnce !== null && facts.inFlight + facts.before >= limits.atOnce)
    return wait("full", Math.min(LOOK_AGAIN_MS * (1 + facts.before), LONGEST_LOOK_MS));
  const oldest = limits.perMinute === null ? undefined : facts.sentAt.at(-limits.perMinute);
  return oldest === undefined ? { kind: "go" } : wait("minute", Math.max(LOOK_AGAIN_MS, oldest.getTime() + 60_000 - now.getTime()));
}

function sentenceOf(why: WaitReason, asking: Asking, engineName: string, { atOnce, perMinute }: EngineLimits): string {
  switch (why) {
    case "fails":
      return `${engineName} fails at present; this ${asking} waits.`;
    case "slowed":
      return `${engineName} asked us to slow down.`;
    case "full":
      return `Waits for a free place at ${engineName} (${atOnce} at once).`;
    case "minute":
      return `Waits because ${engineName} may be sent ${perMinute} ${perMinute === 1 ? asking : `${asking}s`} a minute.`;
    default:
      return why satisfies never;
  }
}

/**
 * What somebody is told who asks for a place now and cannot wait for one: a session is joined by a person, so it is refused where a
 * run would queue.
 */
export function refusalSentence(
  { why, waitMs }: Extract<Admission, { kind: "wait" }>,
  engineName: string,
  { atOnce, perMinute }: EngineLimits,
): string {
  const later = `Try again in ${inWords(waitMs)}.`;
  switch (why) {
    case "fails":
      return `${engineName} fails at present. ${later}`;
    case "slowed":
      return `${engineName} asked us to slow down. ${later}`;
    case "full":
      return `${engineName} is taken: ${atOnce} at once, in all projects together. End a session there, or wait for one to end.`;
    case "minute":
      return `${engineName} may be sent ${perMinute} a minute. ${later}`;
    default:
      return why satisfies never;
  }
}

function inWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
