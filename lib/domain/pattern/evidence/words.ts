import { formatMicros } from "../../money/micros";
import type { Forecast } from "./forecast";
import type { Distribution } from "./view";
import type { Rate } from "./wilson";

/** "62 %", which no line end tears apart. @param share 0–1 */
export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** "41–79 %": where the true rate lies 95 times of 100. */
export const intervalWords = ({ low, high }: Rate): string => `${Math.round(low * 100)}–${percent(high)}`;

/** "13 of 20". */
export const shareWords = ({ passed, of }: Rate): string => `${passed} of ${of}`;

/** "5 accepted at 62 % need about 8.1, ≈ $0.36; 95 %: 5–13". */
export function forecastWords({ accepted, need, low, high, needMicros }: Forecast, { rate }: Pick<Rate, "rate">): string {
  const begin = `${accepted} accepted at ${percent(rate)} ${accepted === 1 ? "needs" : "need"}`;
  if (need === null) return `${begin} more than anybody should count on.`;
  const price = needMicros === null ? "" : `, ≈ ${formatMicros(BigInt(needMicros))}`;
  return `${begin} about ${need < 10 ? need : Math.round(need)}${price}; 95 %: ${high === null ? `${low} or more` : low === high ? low : `${low}–${high}`}`;
}

/** "0.08 in the middle, 0.05–0.12 for half of them". */
export function distributionWords({ lower, median, upper }: Distribution): string {
  return `${median.toFixed(2)} in the middle, ${lower.toFixed(2)}–${upper.toFixed(2)} for half of them`;
}
