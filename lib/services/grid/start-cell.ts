import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Axis, Skip } from "@/lib/domain/grid/axis";
import { cellAt } from "@/lib/domain/grid/expand";
import { cellDifference } from "@/lib/domain/grid/words";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { queueRun } from "../run/start-run";
import { write } from "../write";
import { namesOn } from "./grid-view";

/**
 * Queues come by priority: a single run goes before every cell, and the first cells of two people's grids before the
 * second of either – so that nobody waits behind somebody else's three hundred.
 */
const priorityOf = (index: number) => -1 - index;

/**
 * Starts one cell of a grid through the ordinary run: its prompt is written as a child of the grid's, its quote held and
 * its run queued, in one transaction that also marks the cell. A cell that was started, or whose grid does not go on, is
 * left as it is.
 */
export const startCell = write({
  verb: "grid.start-cell",
  permission: "run.start",
  input: z.strictObject({ gridId: Id, index: z.int().min(0) }),
  output: z.strictObject({ runId: Id.nullable() }),
  async run({ tx, actor, now }, { gridId, index }) {
    const { workspaceId, memberId } = personOf(actor);
    // Shared: cells do not wait for each other here, but for whoever cancels the grid.
    await tx.$queryRaw`SELECT 1 FROM "Grid" WHERE "id" = ${gridId}::uuid FOR SHARE`;
    await tx.$queryRaw`SELECT 1 FROM "GridCell" WHERE "gridId" = ${gridId}::uuid AND "index" = ${index} FOR UPDATE`;
    const cell = await tx.gridCell.findFirst({ where: { gridId, index, grid: { workspaceId } }, include: { grid: true } });
    if (!cell) throw new AppError("NOT_FOUND", "This cell does not exist.");
    if (cell.runId !== null || cell.refusal !== null || cell.grid.status !== "starting")
      return { result: { runId: cell.runId }, unchanged: true as const };
    const node = await loadPrompt(tx, workspaceId, cell.grid.promptId);
    if (node.archivedAt) throw new AppError("CONFLICT", "The grid's prompt is archived. Restore it and go on.");
    const axes = z.array(Axis).parse(cell.grid.axes);
    const recipe = cellAt({ base: recipeOf(node), axes, skips: z.array(Skip).parse(cell.grid.skips) }, cell.at);
    const prompt = await tx.prompt.create({
      data: {
        ...recipeColumns(recipe),
        workspaceId,
        boardId: node.boardId,
        parentId: node.id,
        difference: [...cellDifference(axes, cell.at, await namesOn(tx, workspaceId, axes))],
        ...patternUse(node.patternVersionId, axes, cell.at),
        createdById: memberId,
        references: { createMany: { data: referenceRows(recipe) } },
      },
      select: { id: true },
    });
    const queued = await queueRun(
      { tx, actor, now },
      { promptId: prompt.id, quoteMicros: cell.quoteMicros.toString() },
      { priority: priorityOf(index) },
    );
    const runId = queued.result.id;
    await tx.gridCell.update({ where: { gridId_index: { gridId, index } }, data: { promptId: prompt.id, runId } });
    return {
      result: { runId },
      audit: queued.audit,
      events: queued.events ?? [],
      jobs: queued.jobs ?? [],
    };
  },
});

/** A cell of a trial remembers the version and what its subject said. */
function patternUse(patternVersionId: string | null, axes: readonly Axis[], at: readonly number[]) {
  if (patternVersionId === null) return {};
  const place = axes.findIndex(({ kind }) => kind === "subjects");
  const axis = axes[place];
  const subject = axis?.kind === "subjects" ? axis.values[at[place] ?? 0] : undefined;
  return { patternVersionId, patternValues: subject?.values ?? {} };
}
