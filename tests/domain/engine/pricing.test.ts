import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Priced, type Pricing, quote } from "@/lib/domain/engine/pricing";

const micros = { draft: 100, final: 40_000 };
const priced = (change: Partial<Priced> = {}): Priced => ({
  quality: "final",
  count: 3,
  settings: { duration: 4 },
  width: 1024,
  height: 1024,
  ...change,
});
const fixed = (pricing: Pricing, change: Partial<Priced> = {}) => {
  const { leastMicros, mostMicros } = quote(pricing, priced(change));
  expect(leastMicros).toBe(mostMicros);
  return mostMicros;
};

const SECONDS = { per: "second", micros, setting: "duration", seconds: { least: 2, most: 10 } } as const;
const PRICINGS: readonly Pricing[] = [
  { per: "image", micros },
  { per: "request", micros },
  { per: "session", micros },
  SECONDS,
  { per: "megapixel", micros, rounding: "exact" },
  { per: "megapixel", micros, rounding: "up" },
  { per: "token", micros, tokens: { draft: { least: 200, most: 300 }, final: { least: 1_000, most: 4_000 } } },
  { per: "credit", micros, credits: { draft: { least: 1, most: 1 }, final: { least: 4, most: 6.5 } } },
];

describe("a quote", () => {
  it("counts what the provider counts", () => {
    expect(fixed({ per: "image", micros })).toBe(120_000n);
    expect(fixed({ per: "image", micros }, { quality: "draft" })).toBe(300n);
    expect(fixed({ per: "request", micros })).toBe(40_000n);
    expect(fixed(SECONDS)).toBe(480_000n);
    expect(fixed(SECONDS, { settings: { duration: "5s" } })).toBe(600_000n);
    expect(fixed({ per: "megapixel", micros, rounding: "exact" }, { count: 1 })).toBe(41_944n);
    expect(fixed({ per: "megapixel", micros, rounding: "up" }, { count: 1 })).toBe(80_000n);
  });

  it("is a range where the amount is not known before", () => {
    expect(quote(SECONDS, priced({ settings: {} }))).toEqual({ leastMicros: 240_000n, mostMicros: 1_200_000n });
    expect(quote({ ...SECONDS, setting: null }, priced())).toEqual({ leastMicros: 240_000n, mostMicros: 1_200_000n });
    const tokens = { draft: { least: 0, most: 0 }, final: { least: 1_000_000, most: 2_500_000 } };
    expect(quote({ per: "token", micros, tokens }, priced({ count: 2 }))).toEqual({ leastMicros: 80_000n, mostMicros: 200_000n });
    const credits = { draft: { least: 0, most: 0 }, final: { least: 1, most: 6.5 } };
    expect(quote({ per: "credit", micros, credits }, priced({ count: 1 }))).toEqual({ leastMicros: 40_000n, mostMicros: 260_000n });
  });

  it("never holds less than it may cost, never shrinks with more outputs, and of several at once costs no more than one by one", () => {
    const facts = fc.record({
      quality: fc.constantFrom("draft" as const, "final" as const),
      count: fc.integer({ min: 1, max: 8 }),
      settings: fc.constantFrom({}, { duration: 2.5 }, { duration: "8" }),
      width: fc.integer({ min: 8, max: 4096 }),
      height: fc.integer({ min: 8, max: 4096 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...PRICINGS), facts, (pricing, wanted) => {
        const [all, one] = [quote(pricing, wanted), quote(pricing, { ...wanted, count: 1 })];
        expect(all.leastMicros).toBeLessThanOrEqual(all.mostMicros);
        expect(all.leastMicros).toBeGreaterThanOrEqual(one.leastMicros);
        expect(all.mostMicros).toBeLessThanOrEqual(one.mostMicros * BigInt(wanted.count));
      }),
    );
  });
});
