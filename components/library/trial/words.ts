import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import type { CellOutcome } from "@/lib/domain/trial/outcome";
import type { TrialCell, TrialView } from "@/lib/domain/trial/view";

const OUTCOME_WORDS = {
  waiting: "not there yet",
  undecided: "not judged",
  passed: "passes",
  failed: "fails",
  refused: "refused by the engine",
  broken: "no picture",
} as const satisfies Record<CellOutcome, string>;

/** What a cell says in place of a picture, or beside it: of what came to nothing, what it was that happened. */
export function cellWords(
  { outcome, status, mine }: Pick<TrialCell, "outcome" | "status" | "mine">,
  { status: trial, blind }: Pick<TrialView, "status" | "blind">,
): string {
  if (outcome === "waiting") return status ?? OUTCOME_WORDS.waiting;
  // Of others' verdicts nothing is told before one's own, not even whether there are any.
  if (outcome === "undecided" && blind && mine === null) return "not judged by you";
  if (outcome !== "broken") return OUTCOME_WORDS[outcome];
  if (status === null) return trial === "cancelled" ? "not started" : "cannot run";
  return status === "cancelled" ? "cancelled" : status === "unknown" ? "nobody knows what became of it" : "the engine failed";
}

/** Why there are no measures of a cell. */
export const unmeasuredWords = ({ variant, outcome }: Pick<TrialCell, "variant" | "outcome">): string =>
  variant !== null || outcome === "waiting" ? "Not measured yet." : "Nothing to measure: there is no picture.";

/** "75 %", rounded to whole percent. */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The pass rate of some cells as far as it is known: "3 of 4", and in percent; null where nothing counts yet. */
export function rateOfCells(cells: readonly { readonly outcome: CellOutcome }[]) {
  const passed = cells.filter(({ outcome }) => outcome === "passed").length;
  const counted = cells.filter(({ outcome }) => outcome === "passed" || outcome === "failed" || outcome === "refused").length;
  return rateOf(passed, counted);
}
