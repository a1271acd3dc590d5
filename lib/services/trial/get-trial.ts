import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { judgeAgreement } from "@/lib/domain/trial/agreement";
import type { Verdict } from "@/lib/domain/trial/judgement";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import { type TrialCell, TrialView } from "@/lib/domain/trial/view";
import { Id } from "@/lib/domain/wire";
import { cellInclude, cellView } from "../grid/get-cells";
import { read } from "../read";
import { byCell, contentsOf, driftFromOf, judgementInclude, judgementView, loadTrial, measuresByCell, trialSummary } from "./trial-view";

/** A trial as one person may see it: every cell with its picture, verdicts and measures. */
export const getTrial = read({
  verb: "trial.get",
  permission: "workspace.read",
  input: z.strictObject({ trialId: Id }),
  output: TrialView,
  run: ({ db, actor }, { trialId }) => viewTrial(db, actor.workspaceId, trialId, actor.kind === "system" ? null : actor.memberId),
});

/** @param viewer the member who looks; null for the studio itself, which sees everything */
async function viewTrial(db: Database, workspaceId: string, trialId: string, viewer: string | null): Promise<TrialView> {
  const trial = await loadTrial(db, workspaceId, trialId);
  const { subjects, seeds } = contentsOf(trial.grid.axes);
  const [rows, judgements, measureRows] = await Promise.all([
    db.gridCell.findMany({ where: { gridId: trialId }, orderBy: { index: "asc" }, include: cellInclude }),
    db.trialJudgement.findMany({ where: { trialId }, ...judgementInclude }),
    db.trialMeasure.findMany({ where: { trialId }, orderBy: { cellIndex: "asc" } }),
  ]);
  const measures = measuresByCell(measureRows, seeds.length);
  const said = byCell(judgements);
  const isCancelled = trial.grid.status === "cancelled";
  const cells = rows.map((row): TrialCell => {
    const { variants, at, ...cell } = cellView(row, trial.grid.status);
    const all = (said.get(cell.index) ?? []).map(judgementView);
    const mine = all.find(({ memberId }) => memberId === viewer) ?? null;
    const isHidden = trial.blind && viewer !== null && mine === null;
    const [variant] = variants;
    return {
      ...cell,
      subject: at[0] ?? 0,
      seed: at[1] ?? 0,
      variant: variant ?? null,
      mine,
      others: isHidden ? null : all.filter(({ memberId }) => memberId !== viewer),
      outcome: outcomeOf({ status: cell.status, refusal: row.refusal, judgements: isHidden ? [] : all, isCancelled }),
      measure: isHidden ? null : (measures.get(cell.index) ?? null),
    };
  });
  const isSomethingHidden = cells.some(({ others, variant }) => others === null && variant !== null);
  const verdicts = [...said.values()].map((all) => new Map<string, Verdict>(all.map(({ memberId, verdict }) => [memberId, verdict])));
  return {
    ...trialSummary(trial, viewer),
    subjects: [...subjects],
    seeds: [...seeds],
    cells,
    driftFrom: driftFromOf(trial.patternVersion),
    agreement: isSomethingHidden ? null : judgeAgreement(verdicts),
  };
}
