import { z } from "zod";

/** A share of things that passed, with the interval its true value lies in 95 times of 100. All 0–1. */
export const Rate = z.strictObject({
  passed: z.int(),
  of: z.int(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Rate = z.infer<typeof Rate>;

/** The normal deviate of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The rate of `passed` of `of` with its Wilson score interval (E. B. Wilson, JASA 22 (1927) 209–212), which stays inside
 * 0–1 and honest for few pictures and for rates near the ends. Null of nothing.
 */
export function rateOf(passed: number, of: number): Rate | null {
  if (of <= 0) return null;
  const rate = passed / of;
  const middle = rate + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((rate * (1 - rate)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return {
    passed,
    of,
    rate,
    low: passed === 0 ? 0 : (middle - half) / whole,
    high: passed === of ? 1 : (middle + half) / whole,
  };
}
