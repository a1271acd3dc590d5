import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { GridView } from "@/lib/domain/grid/view";
import { Id } from "@/lib/domain/wire";
import { stopRuns } from "../run/stop-runs";
import { write } from "../write";
import { loadGrid, readGrid } from "./grid-view";

/**
 * Stops a whole grid: cells that were not started never are, runs no engine has seen end at once and free their money,
 * runs in flight are stopped by their worker. What is there stays. Cancelling twice changes nothing.
 */
export const cancelGrid = write({
  verb: "grid.cancel",
  permission: "run.cancel",
  input: z.strictObject({ gridId: Id }),
  output: GridView,
  async run({ tx, actor, now }, { gridId }) {
    const { workspaceId } = actor;
    await tx.$queryRaw`SELECT 1 FROM "Grid" WHERE "id" = ${gridId}::uuid FOR UPDATE`;
    const { status, projectId, prompt } = await loadGrid(tx, workspaceId, gridId);
    const place = { boardId: prompt.boardId, projectId };
    const stopped = await stopRuns(tx, { cell: { gridId } }, now);
    const isIdle = stopped.ended.length + stopped.asked.length === 0;
    if (status === "cancelled" && isIdle) return { result: await readGrid(tx, workspaceId, gridId), unchanged: true as const };
    const notStarted = await tx.gridCell.count({ where: { gridId, runId: null, refusal: null } });
    if (status === "started" && notStarted === 0 && isIdle) throw new AppError("CONFLICT", "Every cell of this grid has finished.");
    const { version } = await tx.grid.update({
      where: { id: gridId },
      data: { status: "cancelled", stopReason: null, version: { increment: 1 } },
      select: { version: true },
    });
    return {
      result: await readGrid(tx, workspaceId, gridId),
      audit: [
        {
          subjectKind: "grid",
          subjectId: gridId,
          details: { cancelled: stopped.ended.length, cancelAsked: stopped.asked.length, notStarted },
        },
      ],
      events: [{ kind: "grid", id: gridId, version, ...place, act: "cancelled" }, ...stopped.events],
    };
  },
});
