import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";

export const createBoard = write({
  verb: "board.create",
  permission: "project.write",
  input: z.strictObject({ projectId: Id, name: PlainText.trim().min(1, "Give the board a name.").max(120) }),
  output: z.strictObject({ id: Id, projectId: Id, name: z.string() }),
  async run({ tx, actor }, { projectId, name }) {
    const { workspaceId } = actor;
    const project = await tx.project.findFirst({ where: { id: projectId, workspaceId }, select: { id: true } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    const board = await tx.board.create({ data: { workspaceId, projectId, name } });
    return {
      result: { id: board.id, projectId, name },
      audit: [{ subjectKind: "board", subjectId: board.id, details: { name } }],
      events: [{ kind: "board", id: board.id, version: 0, boardId: board.id, projectId, act: "created" }],
    };
  },
});
