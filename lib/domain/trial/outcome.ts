import { z } from "zod";
import type { RunStatus } from "../run/states";
import { type Judgement, verdictOf } from "./judgement";

/**
 * What a cell says about its pattern. `refused`: moderation took the words, so nobody would have got a picture.
 * `broken`: the engine failed, ran out of time or quota, or somebody cancelled – which says nothing about the pattern.
 */
export const CellOutcome = z.enum(["waiting", "undecided", "passed", "failed", "refused", "broken"]);
export type CellOutcome = z.infer<typeof CellOutcome>;

export interface RanCell {
  readonly status: RunStatus | null;
  /** Why it could not be started at all, or null. */
  readonly refusal: string | null;
  readonly judgements: readonly Pick<Judgement, "verdict">[];
  /** Its trial was cancelled: what did not start never will. */
  readonly isCancelled?: boolean;
}

export function outcomeOf({ status, refusal, judgements, isCancelled = false }: RanCell): CellOutcome {
  if (refusal !== null) return "broken";
  switch (status) {
    case null:
      return isCancelled ? "broken" : "waiting";
    case "queued":
    case "submitting":
    case "processing":
      return "waiting";
    case "succeeded": {
      const verdict = verdictOf(judgements);
      return verdict === null ? "undecided" : verdict === "pass" ? "passed" : "failed";
    }
    case "refused":
      return "refused";
    case "failed":
    case "cancelled":
    case "unknown":
      return "broken";
    default:
      return status satisfies never;
  }
}
