import { Chart } from "@/components/ui/chart/chart";
import { Counts } from "@/components/ui/chart/counts";
import { formatMicros } from "@/lib/domain/money/micros";
import type { InsightBy, InsightRow } from "@/lib/domain/review/insight";
import { BY_WORDS, tookWords } from "./words";

/** One figure of every row as bars. `of`: null where nothing was decided that it could be counted of. */
export interface Figure {
  readonly title: string;
  readonly of: (row: InsightRow) => number | null;
  readonly words: (value: number) => string;
}

/** Figures that are drawn, beside first-pass approval and defects, which have charts of their own. */
export const FIGURES = [
  { title: "Decided retries a card", of: ({ retriesPerCard }) => retriesPerCard, words: (value) => value.toFixed(1) },
  { title: "From submission to decision, half took less", of: ({ medianMs }) => medianMs, words: tookWords },
  {
    title: "Cost of an approved attempt",
    of: ({ costPerApprovedMicros }) => (costPerApprovedMicros === null ? null : Number(costPerApprovedMicros)),
    words: (value) => formatMicros(BigInt(value)),
  },
] as const satisfies readonly Figure[];

export function Bars({ figure: { title, of, words }, rows, by }: { figure: Figure; rows: readonly InsightRow[]; by: InsightBy }) {
  const told = rows.map((row) => {
    const value = of(row);
    return { label: row.name, count: value, words: value === null ? "none yet" : words(value) };
  });
  return (
    <Chart
      title={title}
      says={told.map((row) => `${row.label}: ${row.words}`).join(", ")}
      table={{ head: [BY_WORDS[by], title], rows: told.map((row) => [row.label, row.words]) }}
    >
      {(width) => <Counts width={width} rows={told} />}
    </Chart>
  );
}
