import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "@/lib/domain/pattern/evidence/distribution";
import { type EvidenceCell, evidenceOf } from "@/lib/domain/pattern/evidence/evidence";
import { forecast } from "@/lib/domain/pattern/evidence/forecast";
import { rateOf } from "@/lib/domain/pattern/evidence/wilson";

describe("the pass rate's interval", () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("is Wilson's: %i of %i lies in %f to %f, as published", (passed, of, low, high) => {
    const rate = rateOf(passed, of);
    expect(rate?.low).toBeCloseTo(low, 4);
    expect(rate?.high).toBeCloseTo(high, 4);
  });

  test("holds the rate, stays inside 0–1, and is the mirror of the rate of what failed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const passed = Math.round(of * share);
        const [rate, mirror] = [rateOf(passed, of), rateOf(of - passed, of)];
        if (!rate || !mirror) throw new Error("a rate of something");
        expect(rate.low).toBeGreaterThanOrEqual(0);
        expect(rate.low).toBeLessThanOrEqual(rate.rate + 1e-12);
        expect(rate.high).toBeGreaterThanOrEqual(rate.rate - 1e-12);
        expect(rate.high).toBeLessThanOrEqual(1);
        expect(rate.low).toBeCloseTo(1 - mirror.high, 10);
      }),
    );
    expect(rateOf(0, 0)).toBeNull();
  });
});

/** Nothing is known of what pictures cost. */
const UNKNOWN = { imageMicros: null, acceptedMicros: null };

describe("the forecast", () => {
  test("accepted pictures take their number divided by the rate, and cost that many times an accepted one", () => {
    const known = forecast(5, { passed: 6_200, of: 10_000 }, { imageMicros: 45_000n, acceptedMicros: 73_000n });
    // The mean of the negative binomial (5, 0.62) with the five: 5 ÷ 0.62 = 8.06; its quantiles 2.5 % and 97.5 %.
    expect(known).toMatchObject({ need: 8.1, low: 5, high: 13, needMicros: "365000", highMicros: "585000" });
    // One at 50 % takes 1 ÷ 0.5 = 2, where a median would have said 1.
    const half = { passed: 10, of: 20 };
    expect(forecast(1, half, { imageMicros: 400n, acceptedMicros: 800n })).toMatchObject({ need: 2, low: 1, needMicros: "800" });
    // With twenty pictures the rate itself is uncertain: the interval is wider.
    expect(forecast(5, { passed: 12, of: 20 }, UNKNOWN)).toMatchObject({ need: 8.3, low: 5, high: 17, needMicros: null });
  });

  test("never needs fewer than are accepted; more evidence at the same rate narrows it, more accepted raises it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 10 }),
        (accepted, of, failed) => {
          const evidence = { passed: Math.max(1, of - failed), of: Math.max(1, of - failed) + failed };
          const one = forecast(accepted, evidence, UNKNOWN);
          const more = forecast(accepted + 1, evidence, UNKNOWN);
          const surer = forecast(accepted, { passed: evidence.passed * 50, of: evidence.of * 50 }, UNKNOWN);
          if (!one || !more || !surer) throw new Error("a forecast of something");
          const most = Number.POSITIVE_INFINITY;
          expect(one.low).toBeGreaterThanOrEqual(accepted);
          expect(one.need ?? most).toBeGreaterThanOrEqual(one.low);
          expect(one.high ?? most).toBeGreaterThanOrEqual(one.need ?? most);
          expect(more.need ?? most).toBeGreaterThan(one.need === null ? 0 : one.need);
          expect((surer.high ?? most) - surer.low).toBeLessThanOrEqual((one.high ?? most) - one.low);
        },
      ),
    );
  });

  test("says nothing of nothing, and does not promise where nothing passed", () => {
    expect(forecast(5, { passed: 0, of: 0 }, UNKNOWN)).toBeNull();
    expect(forecast(5, { passed: 0, of: 30 }, UNKNOWN)).toMatchObject({ need: null, high: null, highMicros: null });
  });
});

const cell = (change: Partial<EvidenceCell> = {}): EvidenceCell => ({
  subject: "fox",
  values: { subject: "a fox" },
  seed: 1,
  outcome: "passed",
  judgements: [{ memberId: "a", verdict: "pass", defectKind: null }],
  actualMicros: 2_000n,
  tookMs: 1_000,
  measure: null,
  ...change,
});
const failed = (kind: "hands" | "text" | null, change: Partial<EvidenceCell> = {}) =>
  cell({ outcome: "failed", judgements: [{ memberId: "a", verdict: "fail", defectKind: kind }], ...change });

describe("evidence", () => {
  test("counts a refusal as not passed, a broken run and an unjudged picture not at all", () => {
    const evidence = evidenceOf([
      cell({ seed: 1 }),
      cell({ seed: 2 }),
      failed("hands", { seed: 3 }),
      cell({ seed: 4, outcome: "refused", judgements: [], tookMs: null, actualMicros: 0n }),
      cell({ seed: 5, outcome: "broken", judgements: [], tookMs: null, actualMicros: 0n }),
      cell({ seed: 6, outcome: "undecided", judgements: [] }),
      cell({ seed: 7, outcome: "waiting", judgements: [], tookMs: null, actualMicros: null }),
    ]);
    expect(evidence.count).toEqual({ all: 7, passed: 2, failed: 1, refused: 1, undecided: 1, waiting: 1, broken: 1 });
    expect(evidence.rate).toMatchObject({ passed: 2, of: 4, rate: 0.5 });
    // Three of the pictures are decided, two of them accepted: 3 × 2000 ÷ 2. What is not judged may still be.
    expect(evidence).toMatchObject({ spentMicros: "8000", imageMicros: "2000", acceptedMicros: "3000" });
    expect(evidence.forecasts.map(({ need, needMicros }) => [need, needMicros])).toEqual([
      [2, "3000"],
      [10, "15000"],
    ]);
    expect(evidence.defects).toEqual([{ kind: "hands", count: 1 }]);
    expect(evidence.bySeed.find(({ seed }) => seed === 5)).toEqual({ seed: 5, rate: null });
  });

  test("the same subject at the same seed is one cell however often it was tried, and its worst answer counts", () => {
    const again = Array.from({ length: 20 }, () => cell());
    expect(evidenceOf(again).rate).toMatchObject({ passed: 1, of: 1 });
    expect(evidenceOf([...again, failed(null)]).rate).toMatchObject({ passed: 0, of: 1 });
    expect(evidenceOf([...again, cell({ subject: "another name", values: { subject: "a fox" } })]).count.all).toBe(1);
    expect(evidenceOf([...again, cell({ values: { subject: "a boat" } })]).count.all).toBe(2);
  });

  test("what fails most is named first, each kind once a picture however many judges name it", () => {
    const two = [
      { memberId: "a", verdict: "fail" as const, defectKind: "text" as const },
      { memberId: "b", verdict: "fail" as const, defectKind: "text" as const },
    ];
    const evidence = evidenceOf([failed("hands", { seed: 1 }), failed("text", { seed: 2 }), failed("text", { seed: 3, judgements: two })]);
    expect(evidence.defects).toEqual([
      { kind: "text", count: 2 },
      { kind: "hands", count: 1 },
    ]);
    expect(evidence.agreement).toMatchObject({ judges: 2, pictures: 1, share: 1 });
  });

  test("counts by outcome add up to all cells, whatever happened", () => {
    const outcomes = fc.constantFrom("waiting", "undecided", "passed", "failed", "refused", "broken");
    fc.assert(
      fc.property(fc.array(fc.record({ outcome: outcomes, seed: fc.integer({ min: 0, max: 4 }) }), { maxLength: 30 }), (cells) => {
        const { count, rate, bySeed } = evidenceOf(cells.map((change) => cell({ ...change, judgements: [] })));
        const { all, ...parts } = count;
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(all);
        expect(bySeed.reduce((sum, { rate }) => sum + (rate?.of ?? 0), 0)).toBe(rate?.of ?? 0);
      }),
    );
  });
});

test("a distribution's bins hold every number, the far ones in the last", () => {
  expect(distributionOf([], 1)).toBeNull();
  expect(distributionOf([0, 0.05, 0.5, 3], 1)).toMatchObject({
    count: 4,
    least: 0,
    median: 0.275,
    most: 3,
    bins: [2, 0, 0, 0, 0, 1, 0, 0, 0, 1],
  });
});
