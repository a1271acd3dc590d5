import clsx from "clsx";
import { formatMicros, formatPrice } from "@/lib/domain/money/micros";

export type MoneyProps = {
  /** Whole micro-dollars as text or bigint: "1250000" is $1.25. */
  micros: string | bigint;
  currency?: string;
  /** A sum or a budget ("$0.00"), or the price of one thing ("Free"). */
  as?: "amount" | "price";
  className?: string;
};

/** An amount, always as money, in tabular figures. */
export function Money({ micros, currency = "USD", as = "amount", className }: MoneyProps) {
  const format = as === "price" ? formatPrice : formatMicros;
  return <span className={clsx("tabular-nums whitespace-nowrap", className)}>{format(BigInt(micros), currency)}</span>;
}
