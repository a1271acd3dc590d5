import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { subtreeOf } from "@/lib/domain/prompt/lineage";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";

/** Hides a prompt and everything branched from it, or brings them back. Nothing is deleted; doing it twice changes nothing. */
export const archivePrompt = write({
  verb: "prompt.archive",
  permission: "prompt.write",
  input: z.strictObject({ promptId: Id, archived: z.boolean() }),
  output: z.strictObject({ promptIds: z.array(Id) }),
  async run({ tx, actor, now }, { promptId, archived }) {
    const { workspaceId } = actor;
    const prompt = await tx.prompt.findFirst({
      where: { id: promptId, workspaceId },
      select: { boardId: true, board: { select: { projectId: true } } },
    });
    if (!prompt) throw new AppError("NOT_FOUND", "This prompt does not exist.");
    const nodes = await tx.prompt.findMany({ where: { boardId: prompt.boardId }, select: { id: true, parentId: true } });
    const promptIds = subtreeOf(nodes, promptId).map((node) => node.id);
    const changed = await tx.prompt.updateManyAndReturn({
      where: { id: { in: promptIds }, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? now : null, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    const act = archived ? "archived" : "restored";
    const place = { boardId: prompt.boardId, projectId: prompt.board.projectId };
    return {
      result: { promptIds },
      audit: [{ subjectKind: "prompt", subjectId: promptId, details: { archived, prompts: changed.length } }],
      events: changed.map(({ id, version }) => ({ kind: "prompt" as const, id, version, ...place, act })),
    };
  },
});
