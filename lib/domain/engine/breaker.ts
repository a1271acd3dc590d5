import { z } from "zod";
import type { FailureKind } from "../run/failure";
import type { CheckOutcome } from "./connection";

/**
 * What an engine's last answers say about it, for one workspace: answers to runs, to helps and to live sessions alike. A breaker that is
 * open keeps them waiting instead of failing them.
 */
export interface Breaker {
  /** Verified faults one after the other. */
  readonly faults: number;
  /** Times it opened since it last answered. */
  readonly trips: number;
  /** Until when nothing is sent; null while it is closed. Past: one of those that wait may try. */
  readonly openUntil: Date | null;
  /** When the one that tries was let through; null when none is. */
  readonly probedAt: Date | null;
  /** Until when the provider asked us to wait; null when it did not. */
  readonly restUntil: Date | null;
}

export const CLOSED: Breaker = { faults: 0, trips: 0, openUntil: null, probedAt: null, restUntil: null };

/** Faults in a row that open it. */
export const MOST_FAULTS = 5;
const FIRST_OPEN_MS = 30_000;
const LONGEST_OPEN_MS = 600_000;
/** A try that has not ended after this is forgotten, and the next one tries. */
const PROBE_MS = 120_000;

export type Passage =
  | { readonly pass: true; readonly breaker: Breaker }
  | { readonly pass: false; readonly until: Date; readonly why: "open" | "resting" };

/** Whether something may be sent now. Of a breaker whose pause is over, one at a time tries. */
export function passage(breaker: Breaker, now: Date): Passage {
  const { openUntil, probedAt, restUntil } = breaker;
  if (restUntil !== null && restUntil > now) return { pass: false, until: restUntil, why: "resting" };
  if (openUntil === null) return { pass: true, breaker };
  if (openUntil > now) return { pass: false, until: openUntil, why: "open" };
  const probeEndsAt = probedAt === null ? null : later(probedAt, PROBE_MS);
  if (probeEndsAt !== null && probeEndsAt > now) return { pass: false, until: probeEndsAt, why: "open" };
  return { pass: true, breaker: { ...breaker, probedAt: now } };
}

/** Whether the engine itself said something, if only no: not that it failed, kept silent, or that a person decided. */
export function isAnswer(failure: FailureKind | null): boolean {
  const silent: readonly (FailureKind | null)[] = ["engine-fault", "timeout", "cancelled", "made-elsewhere", "never-arrived"];
  return !silent.includes(failure);
}

/** What an engine's answer says about the engine itself; a refusal or a wrong recipe is an answer like any other. */
export function afterAnswer(breaker: Breaker, failure: FailureKind | null, retryAfterMs: number | null, now: Date): Breaker {
  switch (failure) {
    case "engine-fault":
    case "timeout": {
      const faults = breaker.faults + 1;
      if (breaker.openUntil === null && faults < MOST_FAULTS) return { ...breaker, faults };
      const trips = breaker.trips + 1;
      const openMs = Math.min(FIRST_OPEN_MS * 2 ** Math.min(trips - 1, 10), LONGEST_OPEN_MS);
      return { ...breaker, faults, trips, openUntil: later(now, openMs), probedAt: null };
    }
    case "rate-limited":
      return { ...CLOSED, restUntil: retryAfterMs === null ? null : later(now, retryAfterMs) };
    case "cancelled":
    case "made-elsewhere":
    case "never-arrived":
      return breaker;
    case "refused":
    case "empty":
    case "quota":
    case "invalid-input":
    case "expired-output":
    case "damaged-output":
    case "withheld-output":
    case null:
      return { ...CLOSED, restUntil: breaker.restUntil };
    default:
      return failure satisfies never;
  }
}

const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

/** How an engine stands, as people see it. */
export const EngineHealth = z.strictObject({
  state: z.enum(["well", "shaky", "open", "trying", "resting", "unasked", "unreached", "key-refused"]),
  /** In one sentence. */
  sentence: z.string(),
  /** Until when runs wait; null when they do not. */
  until: z.iso.datetime().nullable(),
});
export type EngineHealth = z.infer<typeof EngineHealth>;

export function healthOf(breaker: Breaker, now: Date): EngineHealth {
  const { faults, openUntil, restUntil } = breaker;
  if (restUntil !== null && restUntil > now)
    return { state: "resting", sentence: "It asked us to slow down: what is sent there waits until then.", until: restUntil.toISOString() };
  if (openUntil !== null && openUntil > now)
    return {
      state: "open",
      sentence: `It failed ${faults} times in a row: what is sent there waits, then one tries.`,
      until: openUntil.toISOString(),
    };
  if (openUntil !== null)
    return { state: "trying", sentence: "It failed again and again: the next one tries, the others wait.", until: null };
  if (faults > 0)
    return { state: "shaky", sentence: `It failed ${faults === 1 ? "the last time" : `the last ${faults} times`}.`, until: null };
  return { state: "well", sentence: "It answers.", until: null };
}

/**
 * How a connected engine stands by the last thing it was known to say: to what we sent, or to a test of its key. One that never
 * said anything is not well.
 * @param breaker null: nothing of ours has gone there
 * @param check the last test of the connection; null: none has ended
 * @param answeredAt when it last answered what we sent; null: it never did
 */
export function standingOf(
  breaker: Breaker | null,
  check: { readonly outcome: CheckOutcome; readonly at: Date } | null,
  answeredAt: Date | null,
  now: Date,
): EngineHealth {
  const health = breaker === null ? null : healthOf(breaker, now);
  if (health !== null && health.state !== "well") return health;
  // A test that found nobody says nothing of an engine that has answered since.
  const outcome = check === null || (answeredAt !== null && answeredAt > check.at) ? null : check.outcome;
  if (outcome === "unreachable")
    return { state: "unreached", sentence: "It could not be reached when its key was last tested.", until: null };
  if (outcome === "key-refused") return { state: "key-refused", sentence: "It refused the key when that was last tested.", until: null };
  if (health !== null) return health;
  return outcome === "answers"
    ? { state: "well", sentence: "It answered the last test of its key.", until: null }
    : { state: "unasked", sentence: "Nothing of ours has reached it yet.", until: null };
}

/** Whether what is sent now would wait for the engine to be well again. */
export const runsWait = ({ state }: EngineHealth): boolean => state === "open" || state === "trying" || state === "resting";

/** How an engine stands in a word or two. */
export const HEALTH_WORDS = {
  well: "Answers",
  shaky: "Failed lately",
  open: "Failing: all wait",
  trying: "Failing: one tries",
  resting: "Asked us to slow down",
  unasked: "Never asked",
  unreached: "Not reached",
  "key-refused": "Key refused",
} satisfies Record<EngineHealth["state"], string>;

/** How that looks: what it means for whoever wants to run something now. */
export const HEALTH_STANDINGS = {
  well: "well",
  shaky: "doubtful",
  open: "broken",
  trying: "broken",
  resting: "waiting",
  unasked: "unknown",
  unreached: "broken",
  "key-refused": "broken",
} as const satisfies Record<EngineHealth["state"], string>;
