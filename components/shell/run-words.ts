import { isFinished, type RunStatus } from "@/lib/domain/run/states";
import type { RunView } from "@/lib/domain/run/view";

/** Where a run stands, in a few words. */
export function standingOf(run: RunView): string {
  if (run.cancelAsked && (run.status === "queued" || run.status === "submitting" || run.status === "processing")) return "Being cancelled";
  const place = run.progress.queuePosition;
  if (run.status === "processing" && typeof place === "number" && place > 0) return `${place} before it at the engine`;
  if (!isFinished(run.status) && run.progress.waits) return run.progress.waits;
  return run.status === "unknown" && run.progress.needsPerson ? "A person has to decide" : WORDS[run.status];
}

const WORDS: Readonly<Record<RunStatus, string>> = {
  queued: "Waiting to start",
  submitting: "Being sent",
  processing: "Being made",
  succeeded: "Done",
  refused: "Refused by the engine",
  failed: "Failed",
  cancelled: "Cancelled",
  unknown: "Being clarified with the engine",
};

export function variantsOf(run: RunView): string {
  return run.count === 1 ? "1 variant" : `${run.count} variants`;
}
