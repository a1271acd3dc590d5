"use client";
import { useNow } from "@/components/ui/clock";
import { timeLeft, timeLeftWords } from "@/lib/domain/run/time-left";
import type { ListedRun } from "@/lib/domain/run/view";

const TICK_MS = 1_000;

/** When a run in flight is likely to be done, from what such runs took of late. */
export function RunEstimate({ run }: { run: ListedRun }) {
  const now = useNow(TICK_MS);
  if (now === null) return null;
  return <span className="tabular-nums">{timeLeftWords(timeLeft(run, run.usualMs, now))}</span>;
}
