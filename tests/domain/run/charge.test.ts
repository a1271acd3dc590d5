import fc from "fast-check";
import { expect, it } from "vitest";
import { whyCharged } from "@/lib/domain/run/charge";
import { settle } from "@/lib/domain/run/settlement";

const why = (quote: number, actual: number | null, count = 4, made = count) =>
  whyCharged({ quoteMicros: String(quote), actualMicros: actual === null ? null : String(actual), count, made });

it("a charge that is not the quote says why, by what came and whose figure it is", () => {
  expect(why(40_000, null)).toBeNull();
  expect(why(40_000, 40_000)).toBeNull();
  expect(why(40_000, 0, 4, 0)).toBe("Nothing was made, so nothing is charged.");
  expect(why(40_000, 30_000, 4, 3)).toBe("3 of 4 came, and only those are charged.");
  expect(why(40_000, 30_000, 4, 2)).toBe("3 of 4 were made and are charged; 1 of them could not be kept.");
  expect(why(40_000, 37_123)).toContain("The provider's own figure, below the quote");
  expect(why(40_000, 41_000)).toContain("The provider's own figure, above the quote");
});

it("what the ledger settles is never shown without a reason where it differs, nor with one where it does not", () => {
  const micros = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(micros, fc.integer({ min: 1, max: 8 }), fc.nat(8), fc.nat(8), fc.option(micros), (quote, count, came, lost, cost) => {
      const made = Math.min(came, count);
      const { chargeMicros } = settle({
        heldMicros: BigInt(quote),
        count,
        made: Math.min(count, made + lost),
        costMicros: cost === null ? null : BigInt(cost),
      });
      expect(why(quote, Number(chargeMicros), count, made) === null).toBe(chargeMicros === BigInt(quote));
      if (cost === null && made + lost >= 1 && chargeMicros !== BigInt(quote) && chargeMicros > 0n)
        expect(why(quote, Number(chargeMicros), count, made)).toContain(`of ${count}`);
    }),
    { numRuns: 40 },
  );
});
