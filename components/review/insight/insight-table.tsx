import clsx from "clsx";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { formatMicros } from "@/lib/domain/money/micros";
import { percent } from "@/lib/domain/pattern/evidence/words";
import type { Insight, InsightBy, InsightRow } from "@/lib/domain/review/insight";
import { BY_WORDS, tookWords } from "./words";

const COLUMNS: readonly {
  readonly head: string;
  readonly title?: string;
  readonly cell: (row: InsightRow, labelOf: (kind: string) => string) => string;
}[] = [
  { head: "Decided", cell: ({ decided }) => String(decided) },
  { head: "Approved", cell: ({ approved }) => String(approved) },
  { head: "At first", title: "First attempts that were approved", cell: ({ firstPass }) => (firstPass ? percent(firstPass.rate) : "–") },
  {
    head: "Decided retries a card",
    title: "Retries that were decided on, for each card with a decision; one that still waits is not counted",
    cell: ({ retriesPerCard }) => retriesPerCard?.toFixed(1) ?? "–",
  },
  {
    head: "To a decision",
    title: "From submission: half took less",
    cell: ({ medianMs }) => (medianMs === null ? "–" : tookWords(medianMs)),
  },
  { head: "Nine of ten in", cell: ({ p90Ms }) => (p90Ms === null ? "–" : tookWords(p90Ms)) },
  { head: "Most marked", cell: ({ defects: [most] }, labelOf) => (most ? `${labelOf(most.kind)}, ${most.count}` : "–") },
  { head: "Charged", title: "What its runs were charged", cell: ({ costMicros }) => formatMicros(BigInt(costMicros)) },
  {
    head: "Per approved",
    title: "What was charged, for each approved attempt",
    cell: ({ costPerApprovedMicros }) => (costPerApprovedMicros === null ? "–" : formatMicros(BigInt(costPerApprovedMicros))),
  },
];

/** Every figure of every row, and of all of them together. */
export function InsightTable({ insight: { rows, total }, by }: { insight: Insight; by: InsightBy }) {
  const kinds = useDefectKinds();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label="Figures" tabIndex={0} className="overflow-x-auto">
      <table aria-label={`Decisions by ${BY_WORDS[by].toLowerCase()}`} className="w-full text-sm tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-xs text-faint">
            <th scope="col" className="py-1.5 pr-4 font-normal">
              {BY_WORDS[by]}
            </th>
            {COLUMNS.map(({ head, title }) => (
              <th key={head} scope="col" title={title} className="py-1.5 pl-4 text-right font-normal whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, total].map((row) => (
            <tr
              key={row === total ? "total" : (row.key ?? "without")}
              className={clsx("border-b border-line last:border-b-0", row === total && "font-medium")}
            >
              <th
                scope="row"
                dir="auto"
                className={clsx("max-w-72 truncate py-2 pr-4 text-left", row === total ? "font-medium" : "font-normal")}
              >
                {row.name}
              </th>
              {COLUMNS.map(({ head, cell }) => (
                <td key={head} className="py-2 pl-4 text-right whitespace-nowrap">
                  {cell(row, kinds.labelOf)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
