import type { RunView } from "./view";

/** How a run stands, as people tell runs apart: moderation, a cancel and a fault ask for different things of them. */
export type Outcome =
  | "under-way"
  | "being-clarified"
  | "needs-person"
  | "succeeded"
  | "refused"
  | "failed"
  | "cancelled"
  | "made-elsewhere"
  | "never-arrived";

export const OUTCOME_WORDS = {
  "under-way": "Under way",
  "being-clarified": "Being clarified",
  "needs-person": "To be decided",
  succeeded: "Done",
  refused: "Refused",
  failed: "Failed",
  cancelled: "Cancelled",
  "made-elsewhere": "Made, not here",
  "never-arrived": "Never arrived",
} as const satisfies Record<Outcome, string>;

type Standing = Pick<RunView, "status" | "failure" | "progress">;

export function outcomeOf({ status, failure, progress }: Standing): Outcome {
  switch (status) {
    case "queued":
    case "submitting":
    case "processing":
      return "under-way";
    case "unknown":
      return progress.needsPerson ? "needs-person" : "being-clarified";
    case "failed":
      return failure?.kind === "made-elsewhere" || failure?.kind === "never-arrived" ? failure.kind : "failed";
    case "succeeded":
    case "refused":
    case "cancelled":
      return status;
    default:
      return status satisfies never;
  }
}

/** A cancelled run has nothing to add; every other end without a picture has its reason. */
export const reasonOf = ({ failure, doubt }: Pick<RunView, "failure" | "doubt">): string => failure?.reason || doubt || "";
