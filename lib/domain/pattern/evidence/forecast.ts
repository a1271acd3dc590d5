import { z } from "zod";
import { MicrosText } from "../../money/micros";

/** How many pictures it takes until so many are accepted. Null = more than {@link MOST}, or nothing passed yet: nobody should count on it. */
export const Forecast = z.strictObject({
  accepted: z.int(),
  /** On average, to a tenth: the accepted ones divided by the rate they are said at. */
  need: z.number().nullable(),
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

/** What pictures cost; null where nothing ran, or nothing passed. */
export interface PictureCost {
  /** One picture, whether it passes or not. */
  readonly imageMicros: bigint | null;
  /** One accepted picture with all that were made for it. */
  readonly acceptedMicros: bigint | null;
}

/**
 * Pictures until `accepted` of them pass, when `passed` of `of` did so far. On average that is `accepted` ÷ rate, which is
 * also what an accepted picture's cost is made of: the two never tell a different price. How sure that is, is wider than the
 * negative binomial of a known rate: the rate is known only as far as it was measured, so it is drawn from the Beta
 * distribution the evidence leaves (with Jeffreys' prior ½, ½), which makes the count beta-negative-binomial.
 */
export function forecast(
  accepted: number,
  { passed, of }: { passed: number; of: number },
  { imageMicros, acceptedMicros }: PictureCost,
): Forecast | null {
  if (of <= 0 || accepted < 1) return null;
  const [low, high] = quantiles([0.025, 0.975], accepted, passed + 0.5, of - passed + 0.5);
  const mean = passed === 0 ? null : (accepted * of) / passed;
  const need = mean === null || mean > MOST ? null : Math.round(mean * 10) / 10;
  const cost = (pictures: number | null | undefined) =>
    pictures === null || pictures === undefined || imageMicros === null ? null : (imageMicros * BigInt(pictures)).toString();
  return {
    accepted,
    need,
    low: low ?? MOST,
    high: high ?? null,
    needMicros: need === null || acceptedMicros === null ? null : (acceptedMicros * BigInt(accepted)).toString(),
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
