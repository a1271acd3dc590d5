import { formatMicros, formatPrice } from "@/lib/domain/money/micros";

export type TwoPricesProps = {
  /** Whole micro-dollars as text: what was said before. */
  quoteMicros: string;
  /** What it was in the end; null while that is open. */
  actualMicros: string | null;
  className?: string;
};

/** A price before and after: one figure where both are the same; both, and by how much, where they differ. */
export function TwoPrices({ quoteMicros, actualMicros, className }: TwoPricesProps) {
  const quoted = formatPrice(BigInt(quoteMicros));
  const charged = actualMicros === null ? null : formatPrice(BigInt(actualMicros));
  return (
    <span className={className}>
      {charged === null || quoteMicros !== actualMicros ? <Figure amount={quoted} word="quoted" /> : null}
      {charged !== null && quoteMicros !== actualMicros ? ", " : null}
      {charged === null ? null : <Figure amount={charged} word="charged" />}
      {actualMicros === null || quoteMicros === actualMicros ? null : (
        <span className="whitespace-nowrap tabular-nums"> ({byHowMuch(BigInt(actualMicros) - BigInt(quoteMicros))})</span>
      )}
    </span>
  );
}

const byHowMuch = (micros: bigint) => (micros > 0n ? `+${formatMicros(micros)}` : `−${formatMicros(-micros)}`);

function Figure({ amount, word }: { amount: string; word: string }) {
  return (
    <span className="whitespace-nowrap">
      <span className="tabular-nums">{amount}</span> {amount === formatPrice(0n) ? "" : word}
    </span>
  );
}
