import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { columnsOf, EvalColumns, EvalContents, EvalSetName, EvalSetView } from "@/lib/domain/eval-set/eval-set";
import { Id, Version } from "@/lib/domain/wire";
import { write } from "../write";
import { loadEvalSet } from "./eval-set-view";

/** Changes an eval set. Trials that ran keep the subjects and seeds they ran on. */
export const saveEvalSet = write({
  verb: "eval-set.save",
  permission: "pattern.write",
  input: z.strictObject({ evalSetId: Id, version: Version, name: EvalSetName, ...EvalContents.shape, variables: EvalColumns }),
  output: EvalSetView,
  async run({ tx, actor }, { evalSetId, version, name, subjects, seeds, variables = [] }) {
    const { workspaceId } = actor;
    const before = await loadEvalSet(tx, workspaceId, evalSetId);
    const { count } = await tx.evalSet.updateMany({
      where: { id: evalSetId, workspaceId, version, archivedAt: null },
      data: { name, subjects, variables: [...columnsOf(subjects, variables)], seeds: seeds.map(BigInt), version: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError(
        "CONFLICT",
        before.archived
          ? "This eval set is archived. Restore it first."
          : "Somebody changed this eval set first. Look at it again and repeat your change.",
      );
    return {
      result: await loadEvalSet(tx, workspaceId, evalSetId),
      audit: [
        {
          subjectKind: "eval-set",
          subjectId: evalSetId,
          details: { before: JSON.stringify(contentsOf(before)), after: JSON.stringify({ name, subjects, seeds }) },
        },
      ],
      events: [{ kind: "eval-set", id: evalSetId, version: version + 1, act: "saved" }],
    };
  },
});

const contentsOf = ({ name, subjects, seeds }: EvalSetView) => ({ name, subjects, seeds });
