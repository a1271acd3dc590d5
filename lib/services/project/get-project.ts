import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { ProjectView } from "@/lib/domain/project/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { projectView } from "./project-view";

export const getProject = read({
  verb: "project.get",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id }),
  output: ProjectView,
  async run({ db, actor }, { projectId }) {
    const project = await db.project.findFirst({ where: { id: projectId, workspaceId: actor.workspaceId } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    return projectView(db, project);
  },
});
