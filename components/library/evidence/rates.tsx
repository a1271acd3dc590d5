"use client";
import { Chart } from "@/components/ui/chart/chart";
import { Intervals } from "@/components/ui/chart/intervals";
import type { Rate } from "@/lib/domain/pattern/evidence/wilson";
import { intervalWords, percent, shareWords } from "@/lib/domain/pattern/evidence/words";

export interface RatesProps {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly rate: Rate | null }[];
  /** 0–1: the line to be above. */
  readonly asked: number;
  /** What is said where there is no rate. */
  readonly none: string;
}

/** How often each of some subjects or seeds passed, and how sure that is. */
export function Rates({ title, rows, asked, none }: RatesProps) {
  return (
    <Chart
      title={title}
      says={rows.map(({ label, rate }) => `${label}: ${rate === null ? none : percent(rate.rate)}`).join(", ")}
      table={{
        head: ["", "Passed", "Rate", "95 %"],
        rows: rows.map(({ label, rate }) =>
          rate === null ? [label, "", none, ""] : [label, shareWords(rate), percent(rate.rate), intervalWords(rate)],
        ),
      }}
    >
      {(width) => (
        <Intervals
          width={width}
          asked={asked}
          rows={rows.map(({ label, rate }) => ({
            label,
            at: rate?.rate ?? null,
            low: rate?.low ?? 0,
            high: rate?.high ?? 0,
            words: rate === null ? none : shareWords(rate),
          }))}
        />
      )}
    </Chart>
  );
}
