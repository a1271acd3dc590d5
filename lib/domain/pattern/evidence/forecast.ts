import { z } from "zod";
import { MicrosText } from "../../money/micros";

/** How many pictures it takes until so many are accepted. Null = more than {@link MOST}: nobody should count on it. */
export const Forecast = z.strictObject({
  accepted: z.int(),
  /** As likely too few as too many. */
  need: z.int().nullable(),
  /** 95 of 100 times it takes between these. */
  low: z.int(),
  high: z.int().nullable(),
  needMicros: MicrosText.nullable(),
  lowMicros: MicrosText.nullable(),
  highMicros: MicrosText.nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

/** Beyond this a forecast only says "more". */
const MOST = 10_000;

/**
 * Pictures until `accepted` of them pass, when `passed` of `of` did so far. The count is negative binomial for a known
 * rate; the rate is known only as far as it was measured, so it is drawn from the Beta distribution the evidence leaves
 * (with Jeffreys' prior ½, ½), which makes the count beta-negative-binomial: wider for little evidence. `imageMicros` is
 * what one picture costs, whether it passes or not; null where nothing ran yet.
 */
export function forecast(accepted: number, { passed, of }: { passed: number; of: number }, imageMicros: bigint | null): Forecast | null {
  if (of <= 0 || accepted < 1) return null;
  const [low, need, high] = quantiles([0.025, 0.5, 0.975], accepted, passed + 0.5, of - passed + 0.5);
  const cost = (pictures: number | null | undefined) =>
    pictures === null || pictures === undefined || imageMicros === null ? null : (imageMicros * BigInt(pictures)).toString();
  return {
    accepted,
    need: need ?? null,
    low: low ?? MOST,
    high: high ?? null,
    needMicros: cost(need),
    lowMicros: cost(low ?? MOST),
    highMicros: cost(high),
  };
}

/** Of the number of pictures, by adding its probabilities up; each follows from the one before it. */
function quantiles(shares: readonly number[], accepted: number, a: number, b: number): readonly (number | null)[] {
  // No failure at all: B(a + accepted, b) / B(a, b).
  let probability = 1;
  for (let drawn = 0; drawn < accepted; drawn += 1) probability *= (a + drawn) / (a + b + drawn);
  let sum = probability;
  let failures = 0;
  return shares.map((share) => {
    while (sum < share && accepted + failures < MOST) {
      probability *= ((accepted + failures) / (failures + 1)) * ((b + failures) / (a + accepted + b + failures));
      failures += 1;
      sum += probability;
    }
    return sum < share ? null : accepted + failures;
  });
}
