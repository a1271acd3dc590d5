import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assumptionOf, microsOfTokens, type Priced, type Pricing, quote } from "@/lib/domain/engine/pricing";

const micros = { draft: 100, final: 40_000 };
const priced = (change: Partial<Priced> = {}): Priced => ({
  quality: "final",
  count: 3,
  settings: { duration: 4 },
  text: "a red kite",
  references: 0,
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
const TOKENS = {
  per: "token",
  prices: { text: 5_000_000, image: 8_000_000, output: 30_000_000 },
  output: { draft: { least: 183, most: 217 }, final: { least: 7_016, most: 7_050 } },
  reference: { least: 194, most: 7_500 },
  referencesMost: { draft: 1_500, final: 52_750 },
} as const;
const PRICINGS: readonly Pricing[] = [
  { per: "image", micros },
  { per: "request", micros },
  { per: "session", micros },
  SECONDS,
  { per: "megapixel", micros, rounding: "exact" },
  { per: "megapixel", micros, rounding: "up" },
  TOKENS,
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
    const long = { quality: "draft", count: 1, text: "a".repeat(3_720) } as const;
    expect(quote(TOKENS, priced({ ...long, text: "a" }))).toEqual({ leastMicros: 5_491n, mostMicros: 6_835n });
    expect(quote(TOKENS, priced(long))).toEqual({ leastMicros: 5_636n, mostMicros: 25_430n });
    expect(quote(TOKENS, priced({ count: 1, references: 1 })).mostMicros).toBeGreaterThanOrEqual(633_000n);
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
      text: fc.string({ unit: "grapheme", maxLength: 200 }),
      references: fc.integer({ min: 0, max: 8 }),
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

  it("has what any token use within its limits costs between its least and its most", () => {
    const used = fc.record({
      quality: fc.constantFrom("draft" as const, "final" as const),
      count: fc.integer({ min: 1, max: 8 }),
      text: fc.string({ unit: "grapheme", maxLength: 300 }),
      references: fc.integer({ min: 0, max: 8 }),
      share: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
    });
    const between = (least: number, most: number, share = 0) => Math.round(least + (most - least) * share);
    fc.assert(
      fc.property(used, ({ quality, count, text, references, share }) => {
        const { least, most } = TOKENS.output[quality];
        const actual = microsOfTokens(TOKENS.prices, {
          text: between(Math.ceil(text.length / 128), Buffer.byteLength(text), share[0]),
          image: between(references * 194, references * 7_500, share[1]),
          output: between(count * least, count * most, share[2]),
        });
        const { leastMicros, mostMicros } = quote(TOKENS, priced({ quality, count, text, references }));
        expect(actual).toBeGreaterThanOrEqual(leastMicros);
        expect(actual).toBeLessThanOrEqual(mostMicros);
      }),
      { numRuns: 40 },
    );
  });
});

it("a quote says what it rests on that no document says, and only where that counts in it", () => {
  const pricing = {
    per: "token",
    prices: { text: 5, image: 8, output: 30 },
    output: { draft: { least: 1, most: 2 }, final: { least: 1, most: 2 } },
    reference: { least: 1, most: 9 },
    referencesMost: { draft: 0, final: 0 },
    assumes: "Nobody says what a reference takes.",
  } as const;
  expect([0, 1].map((references) => assumptionOf(pricing, references))).toEqual([null, pricing.assumes]);
  expect(assumptionOf({ ...pricing, assumes: undefined }, 1)).toBeNull();
  expect(assumptionOf({ per: "image", micros: { draft: 1, final: 1 } }, 1)).toBeNull();
});
