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

/** Whether the engine was heard of at all, if only by its failing: an end that a person decided says nothing of it. */
export function isHeard(failure: FailureKind | null): boolean {
  const decided: readonly (FailureKind | null)[] = ["cancelled", "made-elsewhere", "never-arrived"];
  return !decided.includes(failure);
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
  /** What is known from what, and since when; null: nothing is known. */
  heard: z.strictObject({ from: z.enum(["work", "test"]), at: z.iso.datetime() }).nullable(),
});
export type EngineHealth = z.infer<typeof EngineHealth>;

/** @param heardAt when it was last heard of; null: nobody knows */
export function healthOf(breaker: Breaker, now: Date, heardAt: Date | null = null): EngineHealth {
  const heard = heardAt === null ? null : { from: "work" as const, at: heardAt.toISOString() };
  const { faults, openUntil, restUntil } = breaker;
  if (restUntil !== null && restUntil > now)
    return {
      state: "resting",
      sentence: "It asked us to slow down: what is sent there waits until then.",
      until: restUntil.toISOString(),
      heard,
    };
  if (openUntil !== null && openUntil > now)
    return {
      state: "open",
      sentence: `It failed ${faults} times in a row: what is sent there waits, then one tries.`,
      until: openUntil.toISOString(),
      heard,
    };
  if (openUntil !== null)
    return { state: "trying", sentence: "It failed again and again: the next one tries, the others wait.", until: null, heard };
  if (faults > 0)
    return { state: "shaky", sentence: `It failed ${faults === 1 ? "the last time" : `the last ${faults} times`}.`, until: null, heard };
  return { state: "well", sentence: "It answers.", until: null, heard };
}

/** What is known of an engine besides its breaker. */
export interface KnownOfEngine {
  /** The last test of the connection; null: none has ended. */
  readonly check: { readonly outcome: CheckOutcome; readonly at: Date } | null;
  /** When it last answered what we sent; null: it never did. */
  readonly answeredAt: Date | null;
  /** When it was last heard of at all, a fault of its own included; null: it never was. */
  readonly heardAt: Date | null;
}

/**
 * How a connected engine stands by the last thing it was known to say: to what we sent, or to a test of its key. One that never
 * said anything is not well.
 * @param breaker null: nothing of ours has gone there
 */
export function standingOf(breaker: Breaker | null, { check, answeredAt, heardAt }: KnownOfEngine, now: Date): EngineHealth {
  const health = breaker === null ? null : healthOf(breaker, now, heardAt ?? answeredAt);
  if (health !== null && health.state !== "well") return health;
  // A test that found nobody says nothing of an engine that has answered since.
  const counts = check !== null && (answeredAt === null || answeredAt <= check.at) ? check : null;
  const heard = counts === null ? null : { from: "test" as const, at: counts.at.toISOString() };
  const tested = (state: EngineHealth["state"], sentence: string): EngineHealth => ({ state, sentence, until: null, heard });
  if (counts?.outcome === "unreachable") return tested("unreached", "The last test of its key got no answer that can be used.");
  if (counts?.outcome === "key-refused") return tested("key-refused", "It refused the key when that was last tested.");
  if (counts?.outcome === "answers") return tested("well", "It answered the last test of its key.");
  if (health !== null && answeredAt !== null) return { ...health, heard: { from: "work", at: answeredAt.toISOString() } };
  return tested("unasked", "Nothing has shown yet that its key works: the first run will tell.");
}

/** Whether what is sent now would wait for the engine to be well again. */
export const runsWait = ({ state }: EngineHealth): boolean => state === "open" || state === "trying" || state === "resting";

/** How an engine's standing looks: in a word or two, what it means for whoever wants to run something now, from what it is known, since when. */
export function lookOf({ state, heard }: EngineHealth) {
  return { standing: STANDINGS[state], word: WORDS[state], from: heard ? HEARD_FROM[heard.from] : undefined, at: heard?.at };
}

const WORDS = {
  well: "Answers",
  shaky: "Failed lately",
  open: "Failing: all wait",
  trying: "Failing: one tries",
  resting: "Asked us to slow down",
  unasked: "Key not proven",
  unreached: "Test failed",
  "key-refused": "Key refused",
} satisfies Record<EngineHealth["state"], string>;

const STANDINGS = {
  well: "well",
  shaky: "doubtful",
  open: "broken",
  trying: "broken",
  resting: "waiting",
  unasked: "unknown",
  unreached: "broken",
  "key-refused": "broken",
} as const satisfies Record<EngineHealth["state"], string>;

/** As it stands beside the time. */
const HEARD_FROM = { work: "last answer", test: "key test" } as const satisfies Record<NonNullable<EngineHealth["heard"]>["from"], string>;
