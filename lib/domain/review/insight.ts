import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Rate } from "../pattern/evidence/wilson";
import { csvOf } from "../table/csv";
import { Id } from "../wire";
import { DefectKind } from "./defect";

/** By what decisions are told apart. `maker` submitted the attempt, `decider` decided on it. */
export const INSIGHT_BY = ["lane", "pattern", "engine", "maker", "decider"] as const;
export const InsightBy = z.enum(INSIGHT_BY);
export type InsightBy = z.infer<typeof InsightBy>;

/** How far back decisions count. Days. */
export const INSIGHT_DAYS = [7, 30, 90, 365] as const;

export const InsightRequest = z.strictObject({
  by: InsightBy.default("lane"),
  days: z.coerce
    .number()
    .pipe(z.union(INSIGHT_DAYS.map((days) => z.literal(days))))
    .default(30),
  projectId: Id.optional(),
});

/** What was decided of one lane, pattern, engine or person. */
export const InsightRow = z.strictObject({
  /** Null: made without one – a file of one's own has no engine, a prompt of one's own no pattern. */
  key: z.string().nullable(),
  name: z.string(),
  /** Attempts that were decided on. */
  decided: z.int(),
  approved: z.int(),
  /** Of the first attempts that were decided on, how many were approved; null without any. */
  firstPass: Rate.nullable(),
  /** Decided attempts that were retries, for each card with a decision; a retry that waits for a decision is not counted yet. */
  retriesPerCard: z.number().nullable(),
  /** From submission to decision: half took less, nine of ten took less. Milliseconds. */
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
  /** What reviewers marked on these attempts, most first. */
  defects: z.array(z.strictObject({ kind: DefectKind, count: z.int() })),
  /** Charged by the runs that made these attempts or were started for their cards. */
  costMicros: MicrosText,
  /** That, for each approved attempt; null while none is. */
  costPerApprovedMicros: MicrosText.nullable(),
});
export type InsightRow = z.infer<typeof InsightRow>;

export const Insight = z.strictObject({
  rows: z.array(InsightRow),
  total: InsightRow,
  /** Charged in the same time for what belongs to no attempt, and is in none of the rows: helps with words, live sessions. */
  besides: z.strictObject({ helpMicros: MicrosText, liveMicros: MicrosText }),
});
export type Insight = z.infer<typeof Insight>;

const HOUR_MS = 3_600_000;

/** The figures as a table for a spreadsheet: times in hours, money in dollars, kinds of defects as they are called here. */
export function insightAsCsv({ rows, total, besides }: Insight, labelOf: (kind: DefectKind) => string): string {
  const share = (rate: Rate | null, part: "rate" | "low" | "high") => (rate ? rate[part].toFixed(4) : "");
  const hours = (ms: number | null) => (ms === null ? "" : (ms / HOUR_MS).toFixed(2));
  const dollars = (micros: string | null) => (micros === null ? "" : (Number(micros) / 1_000_000).toFixed(6));
  const line = (row: InsightRow) => [
    row.name,
    row.decided,
    row.approved,
    row.firstPass?.of ?? 0,
    share(row.firstPass, "rate"),
    share(row.firstPass, "low"),
    share(row.firstPass, "high"),
    row.retriesPerCard === null ? "" : row.retriesPerCard.toFixed(2),
    hours(row.medianMs),
    hours(row.p90Ms),
    row.defects.map(({ kind, count }) => `${labelOf(kind)} ${count}`).join("; "),
    dollars(row.costMicros),
    dollars(row.costPerApprovedMicros),
  ];
  const head = [
    "Name",
    "Decided",
    "Approved",
    "First attempts",
    "First-pass approval",
    "95 % from",
    "95 % to",
    "Decided retries a card",
    "Hours to decision, median",
    "Hours to decision, 90 %",
    "Defects",
    "Cost, $",
    "Cost per approved, $",
  ];
  const beside = (name: string, micros: string) => [name, ...head.slice(1).map((column) => (column === "Cost, $" ? dollars(micros) : ""))];
  const apart = [beside("Helps, besides", besides.helpMicros), beside("Live sessions, besides", besides.liveMicros)];
  return csvOf([head, ...rows.map(line), line(total), ...apart]);
}
