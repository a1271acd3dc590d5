import { z } from "zod";
import { CellIndex } from "@/lib/domain/trial/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { touchTrial } from "./touch-trial";

/** Takes one's own word on a cell back. */
export const takeBackJudgement = write({
  verb: "trial.take-back",
  permission: "trial.judge",
  input: z.strictObject({ trialId: Id, cell: CellIndex }),
  output: z.strictObject({ taken: z.boolean() }),
  async run({ tx, actor }, { trialId, cell: cellIndex }) {
    const { workspaceId, memberId } = personOf(actor);
    const { count } = await tx.trialJudgement.deleteMany({ where: { trialId, cellIndex, memberId, trial: { workspaceId } } });
    if (count === 0) return { result: { taken: false }, unchanged: true as const };
    return {
      result: { taken: true },
      audit: [{ subjectKind: "trial", subjectId: trialId, details: { cell: cellIndex } }],
      events: [await touchTrial(tx, actor, trialId, "taken-back")],
    };
  },
});
