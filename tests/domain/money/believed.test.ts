import fc from "fast-check";
import { expect, test } from "vitest";
import { believedCost } from "@/lib/domain/money/believed";

test("a provider's figure is charged where it can be true, and is none where it cannot", () => {
  const quote = 50_000n;
  expect([null, -1n, -4_000_000n, 20_000_001n, 10n ** 19n].map((figure) => believedCost(figure, quote))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([0n, 1n, quote, 20_000_000n].map((figure) => believedCost(figure, quote))).toEqual([0n, 1n, quote, 20_000_000n]);
  // A large quote leaves room for a large figure.
  expect(believedCost(90_000_000n, 1_000_000n)).toBe(90_000_000n);
});

test("what was quoted is always believed, and nothing below nothing ever is", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 15n }), (quote, below) => {
      expect(believedCost(quote, quote)).toBe(quote);
      expect(believedCost(-below, quote)).toBeNull();
    }),
  );
});
