import type { Passage } from "./breaker";

/** What an admin allows an engine; null = no limit of ours. */
export interface EngineLimits {
  /** Runs at once. */
  readonly atOnce: number | null;
  /** Submits within a minute. */
  readonly perMinute: number | null;
}

export type Admission = { readonly kind: "go" } | { readonly kind: "wait"; readonly waitMs: number; readonly sentence: string };

/** How often a run that waits for a free place looks again. Milliseconds. */
const LOOK_AGAIN_MS = 1_000;
const LONGEST_LOOK_MS = 5_000;

/** Whether a queued run may be sent to its engine now. Of the runs that wait for a place, those whose turn it is go first. */
export function admit(facts: {
  readonly engineName: string;
  readonly passage: Passage;
  readonly limits: EngineLimits;
  readonly inFlight: number;
  /** Runs that wait for this engine too and whose turn comes before. */
  readonly before: number;
  /** When the last submits went out, the oldest first, as far back as a minute. */
  readonly sentAt: readonly Date[];
  readonly now: Date;
}): Admission {
  const { engineName, passage, limits, now } = facts;
  if (!passage.pass) {
    const sentence = passage.why === "open" ? `${engineName} fails at present; this run waits.` : `${engineName} asked us to slow down.`;
    return { kind: "wait", waitMs: Math.max(LOOK_AGAIN_MS, passage.until.getTime() - now.getTime()), sentence };
  }
  if (limits.atOnce !== null && facts.inFlight + facts.before >= limits.atOnce)
    return {
      kind: "wait",
      waitMs: Math.min(LOOK_AGAIN_MS * (1 + facts.before), LONGEST_LOOK_MS),
      sentence: `Waits for a free place at ${engineName} (${limits.atOnce} at once).`,
    };
  const oldest = limits.perMinute === null ? undefined : facts.sentAt.at(-limits.perMinute);
  if (oldest !== undefined)
    return {
      kind: "wait",
      waitMs: Math.max(LOOK_AGAIN_MS, oldest.getTime() + 60_000 - now.getTime()),
      sentence: `Waits because ${engineName} may be sent ${limits.perMinute} runs a minute.`,
    };
  return { kind: "go" };
}
