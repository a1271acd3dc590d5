import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { GridView } from "@/lib/domain/grid/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { loadGrid, readGrid } from "./grid-view";

/** Goes on with a grid that stopped before every cell was started, once its reason is out of the way. */
export const continueGrid = write({
  verb: "grid.continue",
  permission: "run.start",
  input: z.strictObject({ gridId: Id }),
  output: GridView,
  async run({ tx, actor }, { gridId }) {
    const { workspaceId } = actor;
    const [changed] = await tx.grid.updateManyAndReturn({
      where: { id: gridId, workspaceId, status: "stopped" },
      data: { status: "starting", stopReason: null, version: { increment: 1 } },
      select: { version: true },
    });
    const grid = await loadGrid(tx, workspaceId, gridId);
    if (!changed) {
      if (grid.status !== "cancelled" && (await didBefore(tx, actor, "grid.continue", gridId)))
        return { result: await readGrid(tx, workspaceId, gridId), unchanged: true as const };
      throw new AppError("CONFLICT", grid.status === "cancelled" ? "This grid was cancelled." : "This grid has not stopped.");
    }
    const { projectId, prompt } = grid;
    return {
      result: await readGrid(tx, workspaceId, gridId),
      audit: [{ subjectKind: "grid", subjectId: gridId, details: { waiting: grid.cells.filter(({ run }) => !run).length } }],
      events: [{ kind: "grid", id: gridId, version: changed.version, boardId: prompt.boardId, projectId, act: "starting" }],
      jobs: [{ name: "grid.fill", payload: { workspaceId, gridId } }],
    };
  },
});
