import { z } from "zod";
import type { RunStatus } from "../run/states";

/** How many cells of a trial are where. They add up to all of them. */
export const TrialCount = z.strictObject({
  /** Not started yet. */
  waiting: z.int(),
  /** Queued or on their engine. */
  inFlight: z.int(),
  succeeded: z.int(),
  /** Moderation took the words. */
  refused: z.int(),
  /** The engine failed, or nobody knows what became of it. */
  failed: z.int(),
  /** Cancelled, on the way or before they were started. */
  cancelled: z.int(),
  /** Cannot run at all: what they ask for their engine does not do. */
  impossible: z.int(),
});
export type TrialCount = z.infer<typeof TrialCount>;

export interface CountedCell {
  readonly status: RunStatus | null;
  /** Why it cannot be started at all, or null. */
  readonly refusal: string | null;
}

/** @param isCancelled what of the trial did not start never will */
export function countOfTrial(cells: readonly CountedCell[], isCancelled: boolean): TrialCount {
  const count = { waiting: 0, inFlight: 0, succeeded: 0, refused: 0, failed: 0, cancelled: 0, impossible: 0 };
  for (const cell of cells) count[placeOf(cell, isCancelled)] += 1;
  return count;
}

function placeOf({ status, refusal }: CountedCell, isCancelled: boolean): keyof TrialCount {
  if (refusal !== null) return "impossible";
  switch (status) {
    case null:
      return isCancelled ? "cancelled" : "waiting";
    case "queued":
    case "submitting":
    case "processing":
      return "inFlight";
    case "succeeded":
    case "refused":
    case "cancelled":
    case "failed":
      return status;
    case "unknown":
      return "failed";
    default:
      return status satisfies never;
  }
}
