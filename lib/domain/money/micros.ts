import { z } from "zod";

/**
 * Money is integer micro-dollars (1 USD = 1,000,000): a bigint in code and database, a decimal string on the wire
 * ("1250000"), because JSON numbers would lose cents of large sums.
 */
export const MicrosText = z.string().regex(/^\d{1,18}$/, "An amount is a whole number of micro-dollars.");

export const MICROS_PER_DOLLAR = 1_000_000n;

/** Below this an amount shows tenths of a cent: "$0.010" beside "$0.008" is not taken for the same amount, rounded. */
const SMALL_MICROS = 100_000n;

/** "$1.25", "$0.040", "$0.0016": always at least cents, small amounts tenths of them; further digits only where the amount has them. Exact. */
export function formatMicros(micros: bigint, currency = "USD"): string {
  const sign = micros < 0n ? "-" : "";
  const absolute = micros < 0n ? -micros : micros;
  const whole = absolute / MICROS_PER_DOLLAR;
  const fraction = (absolute % MICROS_PER_DOLLAR)
    .toString()
    .padStart(6, "0")
    .replace(absolute > 0n && absolute < SMALL_MICROS ? /0{1,3}$/ : /0{1,4}$/, "");
  const symbol = currency === "USD" ? "$" : `${currency} `;
  return `${sign}${symbol}${whole.toLocaleString("en-US")}.${fraction}`;
}

/** What a run costs or did cost: nothing to pay is said as "Free". Sums and budgets are {@link formatMicros}: "$0.00". */
export function formatPrice(micros: bigint, currency = "USD"): string {
  return micros === 0n ? "Free" : formatMicros(micros, currency);
}

const TENTH_OF_A_CENT = 1_000n;

/** What one of `count` costs, as far as an average says something: to a tenth of a cent, below a cent to two digits. Null of nothing. */
export function averageMicros(sum: bigint, count: number): bigint | null {
  if (count <= 0) return null;
  const exact = sum / BigInt(count);
  const digits = exact.toString().length;
  const step = exact >= 10n * TENTH_OF_A_CENT ? TENTH_OF_A_CENT : 10n ** BigInt(Math.max(0, digits - 2));
  return ((exact + step / 2n) / step) * step;
}

/** Reads "25", "$25.00" and "1,250.5"; null when it is no amount. */
export function parseDollars(text: string): bigint | null {
  const match = /^\s*\$?\s*(\d{1,9})(?:\.(\d{1,6}))?\s*$/.exec(text.replace(/,(?=\d{3}(?!\d))/g, ""));
  if (!match) return null;
  return BigInt(match[1] ?? "0") * MICROS_PER_DOLLAR + BigInt((match[2] ?? "").padEnd(6, "0"));
}
