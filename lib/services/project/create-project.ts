import { z } from "zod";
import { MicrosText } from "@/lib/domain/money/micros";
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
    hardBudgetMicros: MicrosText.nullable().default(null),
  }),
  output: ProjectView,
  async run({ tx, actor }, input) {
    const { workspaceId, memberId } = personOf(actor);
    const project = await tx.project.create({
      data: {
        workspaceId,
        createdById: memberId,
        name: input.name,
        brief: input.brief,
        hardBudgetMicros: input.hardBudgetMicros === null ? null : BigInt(input.hardBudgetMicros),
        boards: { create: { workspaceId, name: "Exploration" } },
      },
    });
    return {
      result: await projectView(tx, project),
      audit: [{ subjectKind: "project", subjectId: project.id, details: { name: input.name, hardBudgetMicros: input.hardBudgetMicros } }],
      events: [{ kind: "project", id: project.id, version: project.version, projectId: project.id, act: "created" }],
    };
  },
});
