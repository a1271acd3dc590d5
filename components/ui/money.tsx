import clsx from "clsx";
import { formatMicros } from "@/lib/domain/money/micros";

export type MoneyProps = {
  /** Whole micro-dollars as text or bigint: "1250000" is $1.25. */
  micros: string | bigint;
  currency?: string;
  /** Nothing to pay reads as "Free" where that is what a price of zero means. */
  free?: boolean;
  className?: string;
};

/** An amount, always as money, in tabular figures. */
export function Money({ micros, currency = "USD", free = false, className }: MoneyProps) {
  const amount = BigInt(micros);
  return (
    <span className={clsx("tabular-nums whitespace-nowrap", className)}>
      {free && amount === 0n ? "Free" : formatMicros(amount, currency)}
    </span>
  );
}
