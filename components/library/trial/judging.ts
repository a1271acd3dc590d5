import type { DefectKind } from "@/lib/domain/review/defect";
import type { Judgement, JudgementView } from "@/lib/domain/trial/judgement";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import type { TrialCell, TrialView } from "@/lib/domain/trial/view";

/** Where an arrow leads in a trial of so many seeds a row; the same place at the edge. */
export function step(index: number, by: "left" | "right" | "up" | "down", { rows, columns }: { rows: number; columns: number }): number {
  const [row, column] = [Math.floor(index / columns), index % columns];
  switch (by) {
    case "left":
      return Math.max(0, index - 1);
    case "right":
      return Math.min(rows * columns - 1, index + 1);
    case "up":
      return Math.max(0, row - 1) * columns + column;
    case "down":
      return Math.min(rows - 1, row + 1) * columns + column;
    default:
      return by satisfies never;
  }
}

/** The next picture after a place that this person has not judged, from the beginning when there is none further on; null when all are. */
export function nextUnjudged(cells: readonly TrialCell[], after: number): number | null {
  const open = cells.filter(({ variant, mine, index }) => variant !== null && mine === null && index !== after);
  return (open.find(({ index }) => index > after) ?? open[0])?.index ?? null;
}

/** The trial as it will be once this word is kept; null takes it back. What is blind and not judged stays hidden until the studio answers. */
export function withJudgement(trial: TrialView, index: number, mine: JudgementView | null): TrialView {
  return {
    ...trial,
    cells: trial.cells.map((cell): TrialCell => {
      if (cell.index !== index) return cell;
      const judgements = [...(mine ? [mine] : []), ...(cell.others ?? [])];
      return { ...cell, mine, outcome: outcomeOf({ status: cell.status, refusal: null, judgements }) };
    }),
  };
}

export const judgementOf = (verdict: "pass" | "fail", defectKind: DefectKind | null = null): Judgement => ({
  verdict,
  defectKind,
  note: "",
});
