import type { INSIGHT_DAYS, InsightBy } from "@/lib/domain/review/insight";

export const BY_WORDS = {
  lane: "Lane",
  pattern: "Pattern",
  engine: "Engine",
  maker: "Who submitted",
  decider: "Who decided",
} as const satisfies Record<InsightBy, string>;

export const DAYS_WORDS = {
  7: "7 days",
  30: "30 days",
  90: "90 days",
  365: "A year",
} as const satisfies Record<(typeof INSIGHT_DAYS)[number], string>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something took, as coarse as people say it: "40 s", "12 min", "3.5 h", "2.1 days". */
export function tookWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.round(ms / 1_000)} s`;
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${(ms / HOUR_MS).toFixed(1)} h`;
  return `${(ms / DAY_MS).toFixed(1)} days`;
}
