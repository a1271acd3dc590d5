import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import type { CellOutcome } from "@/lib/domain/trial/outcome";

export const OUTCOME_WORDS = {
  waiting: "not there yet",
  undecided: "not judged",
  passed: "passes",
  failed: "fails",
  refused: "refused by the engine",
  broken: "no picture",
} as const satisfies Record<CellOutcome, string>;

/** "75 %", rounded to whole percent. */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The pass rate of some cells as far as it is known: "3 of 4", and in percent; null where nothing counts yet. */
export function rateOfCells(cells: readonly { readonly outcome: CellOutcome }[]) {
  const passed = cells.filter(({ outcome }) => outcome === "passed").length;
  const counted = cells.filter(({ outcome }) => outcome === "passed" || outcome === "failed" || outcome === "refused").length;
  return rateOf(passed, counted);
}
