import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, leftMicros } from "@/lib/domain/money/budget";
import { averageMicros, formatMicros, formatPrice, parseDollars } from "@/lib/domain/money/micros";

const micros = fc.bigInt({ min: 0n, max: 10n ** 14n });

describe("money", () => {
  it("reads back what it wrote, to the last micro-dollar", () => {
    fc.assert(
      fc.property(micros, (amount) => {
        expect(parseDollars(formatMicros(amount))).toBe(amount);
      }),
    );
  });

  it("always shows cents, and more only where there is more", () => {
    expect([0n, 1_250_000n, 2_000n, 1_000_000_000n, 1n].map((amount) => formatMicros(amount))).toEqual([
      "$0.00",
      "$1.25",
      "$0.002",
      "$1,000.00",
      "$0.000001",
    ]);
  });

  it("writes small amounts alike, so that none looks like another one rounded", () => {
    expect([8_000n, 10_000n, 1_600n, 99_000n, 100_000n].map((amount) => formatMicros(amount))).toEqual([
      "$0.008",
      "$0.010",
      "$0.0016",
      "$0.099",
      "$0.10",
    ]);
  });

  it("averages to what an average can say: a tenth of a cent, below a cent two digits, never a free one of many small", () => {
    expect([
      averageMicros(4_000n, 5),
      averageMicros(90n, 3),
      averageMicros(2_416n, 3),
      averageMicros(45_150n, 2),
      averageMicros(1n, 0),
    ]).toEqual([800n, 30n, 810n, 23_000n, null]);
  });

  it("says Free for a price of nothing, and a sum of nothing stays a sum", () => {
    expect([formatPrice(0n), formatPrice(40_000n), formatMicros(0n)]).toEqual(["Free", "$0.040", "$0.00"]);
  });

  it("reads amounts as people write them, and nothing else", () => {
    expect(["25", " $25.00 ", "1,250.5", "1,000,000"].map(parseDollars)).toEqual([25_000_000n, 25_000_000n, 1_250_500_000n, 10n ** 12n]);
    expect(["", "12,5", "1.000.000", "-1", "ten"].map(parseDollars)).toEqual([null, null, null, null, null]);
  });

  it("of a budget is never negative and fits exactly what is left", () => {
    fc.assert(
      fc.property(micros, micros, micros, micros, (hardMicros, heldMicros, spentMicros, quote) => {
        const budget = { hardMicros, heldMicros, spentMicros };
        const left = leftMicros(budget) ?? 0n;
        expect(left >= 0n).toBe(true);
        expect(fits(budget, quote)).toBe(quote <= left);
        expect(fits({ ...budget, hardMicros: null }, quote)).toBe(true);
      }),
    );
  });
});
