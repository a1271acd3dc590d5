import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admit, refusalSentence } from "@/lib/domain/engine/admission";
import {
  afterAnswer,
  type Breaker,
  CLOSED,
  healthOf,
  isAnswer,
  MOST_FAULTS,
  passage,
  runsWait,
  standingOf,
} from "@/lib/domain/engine/breaker";
import type { CheckOutcome } from "@/lib/domain/engine/connection";
import { FAILURE_KINDS, FailureKind } from "@/lib/domain/run/failure";

const NOON = new Date("2026-11-21T12:00:00Z");
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const ended = (breaker: Breaker, failure: FailureKind | null, seconds = 0, retryAfterMs: number | null = null) =>
  afterAnswer(breaker, failure, retryAfterMs, at(seconds));
const failing = Array.from({ length: MOST_FAULTS }).reduce<Breaker>((breaker) => ended(breaker, "engine-fault"), CLOSED);

describe("a breaker", () => {
  test("opens on verified faults in a row, lets one run try after its pause, and closes on any answer", () => {
    expect(passage(failing, at(1))).toMatchObject({ pass: false, why: "open", until: at(30) });
    const first = passage(failing, at(31));
    expect(first.pass).toBe(true);
    if (!first.pass) return;
    expect(passage(first.breaker, at(32))).toMatchObject({ pass: false });
    // A try that never ends does not keep it shut for ever.
    expect(passage(first.breaker, at(152)).pass).toBe(true);
    expect(ended(first.breaker, "refused", 33)).toEqual(CLOSED);
    expect(ended(first.breaker, null, 33)).toEqual(CLOSED);
  });

  test("stays open longer each time the try fails, ten minutes at most", () => {
    let breaker = failing;
    const pauses: number[] = [];
    for (let trip = 0; trip < 8; trip += 1) {
      breaker = ended(breaker, "timeout", 0);
      pauses.push(((breaker.openUntil?.getTime() ?? 0) - NOON.getTime()) / 1_000);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600, 600]);
  });

  test("rests as long as the provider asks, which is no fault", () => {
    const resting = ended(CLOSED, "rate-limited", 0, 7_000);
    expect(passage(resting, at(6))).toMatchObject({ pass: false, why: "resting", until: at(7) });
    expect(passage(resting, at(7)).pass).toBe(true);
  });

  test("whatever happens, somebody gets through sooner or later, and what people are told is what happens", () => {
    const step = fc.record({ failure: fc.constantFrom(null, ...FAILURE_KINDS), seconds: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let breaker = CLOSED;
        let now = 0;
        for (const { failure, seconds } of steps) {
          now += seconds;
          const passed = passage(breaker, at(now));
          expect(!passed.pass && passed.until <= at(now)).toBe(false);
          if (!passed.pass) expect(runsWait(healthOf(breaker, at(now)))).toBe(true);
          if (passed.pass) breaker = ended(passed.breaker, failure, now, 60_000);
        }
        expect(passage(breaker, at(now + 601)).pass).toBe(true);
      }),
    );
  });
});

describe("a place at an engine", () => {
  const free = {
    asking: "run" as const,
    engineName: "Fake",
    passage: passage(CLOSED, NOON),
    inFlight: 0,
    before: 0,
    sentAt: [],
    now: NOON,
  };
  test("is taken by as many as may run at once, in the order of their turns", () => {
    const limits = { atOnce: 2, perMinute: null };
    expect(admit({ ...free, limits, inFlight: 1 })).toEqual({ kind: "go" });
    expect(admit({ ...free, limits, inFlight: 2 })).toMatchObject({
      kind: "wait",
      sentence: "Waits for a free place at Fake (2 at once).",
    });
    // One place is free, and somebody else's turn comes first.
    expect(admit({ ...free, limits, inFlight: 1, before: 1 })).toMatchObject({ kind: "wait", waitMs: 2_000 });
  });

  test("is given so many times a minute", () => {
    const limits = { atOnce: null, perMinute: 2 };
    expect(admit({ ...free, limits, sentAt: [at(-20)] })).toEqual({ kind: "go" });
    expect(admit({ ...free, limits, sentAt: [at(-50), at(-20)] })).toMatchObject({ kind: "wait", waitMs: 10_000 });
    expect(admit({ ...free, limits, sentAt: [at(-59), at(-50), at(-20)] })).toMatchObject({ kind: "wait", waitMs: 10_000 });
  });

  test("is waited for by what can wait, and refused in a sentence to who is there in person", () => {
    const limits = { atOnce: 1, perMinute: 1 };
    const asked = { ...free, limits, asking: "help" as const };
    const said = (facts: Partial<Parameters<typeof admit>[0]>) => {
      const admission = admit({ ...asked, ...facts });
      return admission.kind === "go" ? [] : [admission.sentence, refusalSentence(admission, "Fake", limits)];
    };
    expect(said({ passage: passage(failing, at(1)), now: at(1) })).toEqual([
      "Fake fails at present; this help waits.",
      "Fake fails at present. Try again in 29 seconds.",
    ]);
    expect(said({ passage: passage(ended(CLOSED, "rate-limited", 0, 300_000), NOON) })[1]).toBe(
      "Fake asked us to slow down. Try again in 5 minutes.",
    );
    expect(said({ inFlight: 1 })[1]).toBe(
      "Fake is taken: 1 at once, in all projects together. End a session there, or wait for one to end.",
    );
    expect(said({ sentAt: [at(-20)] })[0]).toBe("Waits because Fake may be sent 1 help a minute.");
  });
});

test("an engine that never said anything is not well: what is known last is what is shown", () => {
  const now = new Date(10_000);
  const tested = (outcome: CheckOutcome) => ({ outcome, at: new Date(5_000) });
  const stands = (breaker: Breaker | null, check: CheckOutcome | null, answeredMs: number | null, heardMs = answeredMs) => {
    const at = (ms: number | null) => (ms === null ? null : new Date(ms));
    const known = { check: check && tested(check), answeredAt: at(answeredMs), heardAt: at(heardMs) };
    const { state, heard } = standingOf(breaker, known, now);
    return [state, heard && `${heard.from} ${Date.parse(heard.at)}`];
  };
  expect(stands(null, null, null)).toEqual(["unasked", null]);
  expect(stands(null, "untestable", null)).toEqual(["unasked", "test 5000"]);
  expect(stands(null, "answers", null)).toEqual(["well", "test 5000"]);
  expect(stands(null, "unreachable", null)).toEqual(["unreached", "test 5000"]);
  expect(stands(CLOSED, null, null)).toEqual(["unasked", null]);
  expect(stands(CLOSED, null, 3_000)).toEqual(["well", "work 3000"]);
  expect(stands(CLOSED, "untestable", 3_000)).toEqual(["well", "work 3000"]);
  expect(stands(CLOSED, "answers", 4_000)).toEqual(["well", "test 5000"]);
  expect(stands(CLOSED, "key-refused", 4_000)).toEqual(["key-refused", "test 5000"]);
  expect(stands(CLOSED, "unreachable", 6_000)).toEqual(["well", "work 6000"]);
  expect(stands({ ...CLOSED, faults: 1 }, "answers", 4_000, 7_000)).toEqual(["shaky", "work 7000"]);
  expect([null, "refused", "quota", "rate-limited"].map((kind) => isAnswer(kind === null ? null : FailureKind.parse(kind)))).not.toContain(
    false,
  );
  expect(["engine-fault", "timeout", "cancelled"].map((kind) => isAnswer(FailureKind.parse(kind)))).not.toContain(true);
});
