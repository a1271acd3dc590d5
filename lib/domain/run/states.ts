import { z } from "zod";
import type { FailureKind } from "./failure";

export const RUN_STATUSES = ["queued", "submitting", "processing", "succeeded", "refused", "failed", "cancelled", "unknown"] as const;
export const RunStatus = z.enum(RUN_STATUSES);
export type RunStatus = z.infer<typeof RunStatus>;

/**
 * Where a run may go next. `unknown` (a paid submit may or may not have arrived, or what was accepted cannot be read any more) is left
 * only by reconciliation: never back to `submitting`, because that would submit again.
 */
const NEXT = {
  queued: ["submitting", "cancelled", "failed"],
  submitting: ["processing", "refused", "failed", "cancelled", "unknown"],
  processing: ["succeeded", "refused", "failed", "cancelled", "unknown"],
  unknown: ["processing", "succeeded", "refused", "failed", "cancelled"],
  succeeded: [],
  refused: [],
  failed: [],
  cancelled: [],
} as const satisfies Record<RunStatus, readonly RunStatus[]>;

export function canMove(from: RunStatus, to: RunStatus): boolean {
  return (NEXT[from] as readonly RunStatus[]).includes(to);
}

export function isFinished(status: RunStatus): boolean {
  return NEXT[status].length === 0;
}

/** The statuses a move to `to` may start from: the condition of the conditional update. */
export function statusesBefore(to: RunStatus): readonly RunStatus[] {
  return RUN_STATUSES.filter((from) => canMove(from, to));
}

/** How a failure ends a run: moderation is not a fault, and a cancel is not a failure. */
export function statusAfterFailure(kind: FailureKind): "refused" | "failed" | "cancelled" {
  if (kind === "refused") return "refused";
  return kind === "cancelled" ? "cancelled" : "failed";
}

/** What a worker that picks up a run does first, from what earlier workers left behind. */
export type NextStep = "submit" | "poll" | "mark-unknown" | "cancel" | "nothing";

/**
 * An intent without an operation means a worker died between writing its intent and storing the answer: the provider
 * may have the request, so it is never sent again.
 */
export function nextStep(run: {
  readonly status: RunStatus;
  readonly hasIntent: boolean;
  readonly hasOperation: boolean;
  readonly cancelAsked: boolean;
}): NextStep {
  if (isFinished(run.status) || run.status === "unknown") return "nothing";
  if (run.hasOperation) return run.cancelAsked ? "cancel" : "poll";
  if (run.hasIntent) return "mark-unknown";
  return run.cancelAsked ? "cancel" : "submit";
}
