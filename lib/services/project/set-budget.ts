import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { ProjectView } from "@/lib/domain/project/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { projectView } from "./project-view";

/** The hard cap of a project; null lifts it. A cap below what is already committed stops new runs and ends none. */
export const setBudget = write({
  verb: "project.set-budget",
  permission: "budget.set",
  input: z.strictObject({ projectId: Id, hardBudgetMicros: MicrosText.nullable() }),
  output: ProjectView,
  async run({ tx, actor }, { projectId, hardBudgetMicros }) {
    const where = { id: projectId, workspaceId: actor.workspaceId };
    const before = await tx.project.findFirst({ where, select: { hardBudgetMicros: true } });
    const [project] = await tx.project.updateManyAndReturn({
      where,
      data: { hardBudgetMicros: hardBudgetMicros === null ? null : BigInt(hardBudgetMicros), version: { increment: 1 } },
    });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    return {
      result: await projectView(tx, project),
      audit: [
        {
          subjectKind: "project",
          subjectId: projectId,
          details: { before: before?.hardBudgetMicros?.toString() ?? null, after: hardBudgetMicros },
        },
      ],
      events: [{ kind: "project", id: projectId, version: project.version, projectId, act: "budget-set" }],
    };
  },
});
