import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";

/** Notes that every cell of a grid was started, or why no more are. A grid that is cancelled stays so. */
export const settleGrid = write({
  verb: "grid.settle",
  permission: "run.start",
  input: z.strictObject({ gridId: Id, stopReason: z.string().nullable() }),
  output: z.strictObject({ settled: z.boolean() }),
  async run({ tx, actor }, { gridId, stopReason }) {
    const status = stopReason === null ? ("started" as const) : ("stopped" as const);
    const [grid] = await tx.grid.updateManyAndReturn({
      where: { id: gridId, workspaceId: actor.workspaceId, status: "starting" },
      data: { status, stopReason, version: { increment: 1 } },
      select: { version: true, projectId: true, prompt: { select: { boardId: true } } },
    });
    if (!grid) return { result: { settled: false }, unchanged: true as const };
    const { version, projectId, prompt } = grid;
    return {
      result: { settled: true },
      audit: [{ subjectKind: "grid", subjectId: gridId, details: { status, stopReason } }],
      events: [{ kind: "grid", id: gridId, version, boardId: prompt.boardId, projectId, act: status }],
    };
  },
});
