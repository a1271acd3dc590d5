import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { ProjectView } from "@/lib/domain/project/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { projectView } from "./project-view";

/** Name, brief, and whether it is archived. An archived project keeps everything and can be restored. */
export const editProject = write({
  verb: "project.edit",
  permission: "project.write",
  input: z.strictObject({
    projectId: Id,
    name: PlainText.trim().min(1, "Give the project a name.").max(120).optional(),
    brief: PlainText.max(10_000).optional(),
    archived: z.boolean().optional(),
  }),
  output: ProjectView,
  async run({ tx, actor, now }, { projectId, name, brief, archived }) {
    const [project] = await tx.project.updateManyAndReturn({
      where: { id: projectId, workspaceId: actor.workspaceId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(brief === undefined ? {} : { brief }),
        ...(archived === undefined ? {} : { archivedAt: archived ? now : null }),
        version: { increment: 1 },
      },
    });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    return {
      result: await projectView(tx, project),
      audit: [{ subjectKind: "project", subjectId: projectId, details: { name: project.name, archived: project.archivedAt !== null } }],
      events: [{ kind: "project", id: projectId, version: project.version, projectId, act: "edited" }],
    };
  },
});
