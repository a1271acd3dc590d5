import { z } from "zod";
import { MicrosText } from "@/lib/domain/money/micros";
import { startingBudget } from "@/lib/domain/project/starting-budget";
import { ProjectView } from "@/lib/domain/project/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { personOf } from "../person";
import { write } from "../write";
import { projectView } from "./project-view";

/** A project begins with one empty board, so that the first thing on screen is the composer. */
export const createProject = write({
  verb: "project.create",
  permission: "project.write",
  input: z.strictObject({
    name: PlainText.trim().min(1, "Give the project a name.").max(120),
    brief: PlainText.max(10_000).default(""),
    /** Left out: the starting budget. Null, no cap, and more than the starting budget are for those who set budgets. */
    hardBudgetMicros: MicrosText.nullable().optional(),
  }),
  output: ProjectView,
  async run({ tx, actor }, input) {
    const person = personOf(actor);
    const { workspaceId, memberId } = person;
    const asked = input.hardBudgetMicros;
    const hardBudgetMicros = startingBudget(typeof asked === "string" ? BigInt(asked) : asked, person);
    const project = await tx.project.create({
      data: {
        workspaceId,
        createdById: memberId,
        name: input.name,
        brief: input.brief,
        hardBudgetMicros,
        boards: { create: { workspaceId, name: "Exploration" } },
      },
    });
    return {
      result: await projectView(tx, project),
      audit: [
        {
          subjectKind: "project",
          subjectId: project.id,
          details: { name: input.name, hardBudgetMicros: hardBudgetMicros?.toString() ?? null },
        },
      ],
      events: [{ kind: "project", id: project.id, version: project.version, projectId: project.id, act: "created" }],
    };
  },
});
