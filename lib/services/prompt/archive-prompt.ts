import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { subtreeOf } from "@/lib/domain/prompt/lineage";
import { Id } from "@/lib/domain/wire";
import { runFinished } from "../run/run-finished";
import { type StoppedRuns, stopRuns } from "../run/stop-runs";
import { write } from "../write";

const NOTHING_STOPPED: StoppedRuns = { ended: [], asked: [], events: [] };

/** Hides a prompt and everything branched from it, or brings them back. Nothing is deleted; doing it twice changes nothing. */
export const archivePrompt = write({
  verb: "prompt.archive",
  permission: "prompt.write",
  input: z.strictObject({
    promptId: Id,
    archived: z.boolean(),
    /** What is under way there is asked to stop as well: the way back of an act that made and ran them. */
    stops: z.boolean().default(false),
  }),
  output: z.strictObject({ promptIds: z.array(Id) }),
  async run({ tx, actor, now }, { promptId, archived, stops }) {
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
    const stopped = archived && stops ? await stopRuns(tx, { promptId: { in: promptIds }, workspaceId }, now) : NOTHING_STOPPED;
    const act = archived ? "archived" : "restored";
    const place = { boardId: prompt.boardId, projectId: prompt.board.projectId };
    return {
      result: { promptIds },
      audit: [
        { subjectKind: "prompt", subjectId: promptId, details: { archived, prompts: changed.length } },
        ...stopped.ended.map((subjectId) => ({ subjectKind: "run", subjectId, details: { act: "cancelled" } })),
        ...stopped.asked.map((subjectId) => ({ subjectKind: "run", subjectId, details: { act: "cancel-asked" } })),
      ],
      tells: stopped.ended.map(runFinished),
      events: [...changed.map(({ id, version }) => ({ kind: "prompt" as const, id, version, ...place, act })), ...stopped.events],
    };
  },
});
