"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartNoAxesColumn, FileDown } from "lucide-react";
import { parseAsNumberLiteral, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { Chart } from "@/components/ui/chart/chart";
import { Counts } from "@/components/ui/chart/counts";
import { Intervals } from "@/components/ui/chart/intervals";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { studio } from "@/lib/client/query";
import { saveCsv } from "@/lib/client/save-csv";
import { sentenceOf } from "@/lib/client/sentence";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { intervalWords, percent, shareWords } from "@/lib/domain/pattern/evidence/words";
import { INSIGHT_BY, INSIGHT_DAYS, type Insight, type InsightBy, insightAsCsv } from "@/lib/domain/review/insight";
import { Bars, FIGURES } from "./bars";
import { InsightTable } from "./insight-table";
import { BY_WORDS, DAYS_WORDS } from "./words";

const BY = INSIGHT_BY.map((value) => ({ value, label: BY_WORDS[value] }));
const DAYS = INSIGHT_DAYS.map((days) => ({ value: String(days), label: DAYS_WORDS[days] }));

/** What was decided lately, told apart by lane, pattern, engine or person. What is asked for stands in the address. */
export function ReviewInsight() {
  const kinds = useDefectKinds();
  const [{ by, days }, ask] = useQueryStates({
    by: parseAsStringLiteral(INSIGHT_BY).withDefault("lane"),
    days: parseAsNumberLiteral(INSIGHT_DAYS).withDefault(30),
  });
  // Never the figures of another grouping under this one's heading: what is not counted yet is waited for.
  const { data, isError, error, isFetching, refetch } = useQuery(studio.card.insight.queryOptions({ input: { by, days } }));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup<InsightBy> label="Told apart by" value={by} onChange={(next) => void ask({ by: next })} options={BY} />
        <ToggleGroup
          label="How far back"
          value={String(days)}
          onChange={(next) => void ask({ days: INSIGHT_DAYS.find((each) => String(each) === next) ?? null })}
          options={DAYS}
        />
        <Button
          size="small"
          className="ml-auto"
          icon={<FileDown size={13} aria-hidden />}
          disabledReason={data && data.rows.length > 0 ? null : "There is nothing to save yet."}
          onClick={() => data && saveCsv(`Review by ${BY_WORDS[by].toLowerCase()}, ${DAYS_WORDS[days]}`, insightAsCsv(data, kinds.labelOf))}
        >
          Save as CSV
        </Button>
      </div>
      {data ? (
        <Figures insight={data} by={by} />
      ) : isError ? (
        <ErrorState
          title={sentenceOf(error)}
          kept="Nothing on the cards has changed."
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <div role="status" aria-label="Counting decisions" className="grid gap-4 lg:grid-cols-2">
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </div>
      )}
    </div>
  );
}

function Figures({ insight, by }: { insight: Insight; by: InsightBy }) {
  const kinds = useDefectKinds();
  const { rows, total, besides } = insight;
  if (rows.length === 0)
    return (
      <EmptyState icon={<ChartNoAxesColumn />} title="Nothing was decided in this time">
        When reviewers approve, reject or ask for changes, it is counted here. Look further back, or decide on a card.
      </EmptyState>
    );
  return (
    <>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Chart
          title="Approved at first"
          says={rows.map(({ name, firstPass }) => `${name}: ${firstPass ? percent(firstPass.rate) : "none decided"}`).join(", ")}
          table={{
            head: [BY_WORDS[by], "Approved", "Rate", "95 %"],
            rows: rows.map(({ name, firstPass }) =>
              firstPass ? [name, shareWords(firstPass), percent(firstPass.rate), intervalWords(firstPass)] : [name, "", "None decided", ""],
            ),
          }}
        >
          {(width) => (
            <Intervals
              width={width}
              asked={null}
              rows={rows.map(({ name, firstPass }) => ({
                label: name,
                at: firstPass?.rate ?? null,
                low: firstPass?.low ?? 0,
                high: firstPass?.high ?? 0,
                words: firstPass ? shareWords(firstPass) : "none decided",
              }))}
            />
          )}
        </Chart>
        {total.defects.length > 0 ? (
          <Chart
            title="Commonest defects"
            says={total.defects.map(({ kind, count }) => `${kinds.labelOf(kind)}: ${count}`).join(", ")}
            table={{
              head: ["Defect", "Marked"],
              rows: total.defects.map(({ kind, count }) => [kinds.labelOf(kind), String(count)]),
            }}
          >
            {(width) => <Counts width={width} rows={total.defects.map(({ kind, count }) => ({ label: kinds.labelOf(kind), count }))} />}
          </Chart>
        ) : (
          <p className="text-sm text-muted">No defect was marked on what was decided.</p>
        )}
        {FIGURES.map((figure) => (
          <Bars key={figure.title} figure={figure} rows={rows} by={by} />
        ))}
      </div>
      <InsightTable insight={insight} by={by} />
      <p className="text-xs text-muted text-pretty">
        Cost counts the runs that made these attempts or were started for their cards. Besides, in the same time: helps with words{" "}
        <Money micros={besides.helpMicros} />, live sessions <Money micros={besides.liveMicros} />; they belong to no attempt.
      </p>
    </>
  );
}
