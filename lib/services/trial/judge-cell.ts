import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Judgement, JudgementView } from "@/lib/domain/trial/judgement";
import { CellIndex } from "@/lib/domain/trial/view";
import { Id } from "@/lib/domain/wire";
import { checkKinds } from "../defect-kind/check-kinds";
import { personOf } from "../person";
import { write } from "../write";
import { touchTrial } from "./touch-trial";
import { judgementInclude, judgementView } from "./trial-view";

/** One judge's word on one cell's picture; said again it replaces their word before. */
export const judgeCell = write({
  verb: "trial.judge",
  permission: "trial.judge",
  input: z.strictObject({ trialId: Id, cell: CellIndex, judgement: Judgement }),
  output: JudgementView,
  async run({ tx, actor, now }, { trialId, cell: cellIndex, judgement }) {
    const { memberId } = personOf(actor);
    if (judgement.defectKind !== null) await checkKinds(tx, actor.workspaceId, [judgement.defectKind], "to-mark");
    const event = await touchTrial(tx, actor, trialId, "judged");
    const pictures = await tx.gridCell.count({ where: { gridId: trialId, index: cellIndex, run: { status: "succeeded" } } });
    if (pictures === 0) throw new AppError("CONFLICT", "There is no picture in this cell to judge.");
    const key = { trialId, cellIndex, memberId };
    const before = await tx.trialJudgement.findUnique({ where: { trialId_cellIndex_memberId: key } });
    const said = { ...judgement, judgedAt: now };
    const row = await tx.trialJudgement.upsert({
      where: { trialId_cellIndex_memberId: key },
      create: { ...key, ...said },
      update: said,
      include: judgementInclude.include,
    });
    return {
      result: judgementView(row),
      audit: [
        {
          subjectKind: "trial",
          subjectId: trialId,
          details: { cell: cellIndex, before: before?.verdict ?? null, verdict: judgement.verdict, defectKind: judgement.defectKind },
        },
      ],
      events: [event],
    };
  },
});
