import { z } from "zod";
import { columnsOf, EvalColumns, EvalContents, EvalSetName, EvalSetView } from "@/lib/domain/eval-set/eval-set";
import { personOf } from "../person";
import { write } from "../write";
import { loadEvalSet } from "./eval-set-view";

export const createEvalSet = write({
  verb: "eval-set.create",
  permission: "pattern.write",
  input: z.strictObject({ name: EvalSetName, ...EvalContents.shape, variables: EvalColumns }),
  output: EvalSetView,
  async run({ tx, actor }, { name, subjects, seeds, variables = [] }) {
    const { workspaceId, memberId } = personOf(actor);
    const { id } = await tx.evalSet.create({
      data: {
        workspaceId,
        name,
        subjects,
        variables: [...columnsOf(subjects, variables)],
        seeds: seeds.map(BigInt),
        createdById: memberId,
      },
      select: { id: true },
    });
    return {
      result: await loadEvalSet(tx, workspaceId, id),
      audit: [{ subjectKind: "eval-set", subjectId: id, details: { name, subjects: subjects.length, seeds: seeds.length } }],
      events: [{ kind: "eval-set", id, version: 0, act: "created" }],
    };
  },
});
