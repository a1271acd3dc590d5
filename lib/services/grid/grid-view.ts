import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Axis, Skip } from "@/lib/domain/grid/axis";
import type { GridStatus } from "@/lib/domain/grid/status";
import type { GridCount, GridView } from "@/lib/domain/grid/view";
import { keyOfModel, type PictureNames, picturesOf } from "@/lib/domain/grid/words";
import { titleOf } from "@/lib/domain/prompt/title";
import { isFinished } from "@/lib/domain/run/states";
import { modelNameOf } from "@/lib/engines/catalogue";

export const gridInclude = {
  project: { select: { name: true } },
  prompt: { select: { text: true, boardId: true } },
  requestedBy: { select: { displayName: true } },
  cells: { select: { refusal: true, run: { select: { status: true, actualMicros: true } } } },
} as const satisfies Prisma.GridInclude;

export type GridRow = Prisma.GridGetPayload<{ include: typeof gridInclude }>;

export function gridView(grid: GridRow, names: PictureNames = new Map()): GridView {
  const spent = grid.cells.reduce((sum, { run }) => sum + (run?.actualMicros ?? 0n), 0n);
  return {
    id: grid.id,
    projectId: grid.projectId,
    projectName: grid.project.name,
    boardId: grid.prompt.boardId,
    promptId: grid.promptId,
    title: titleOf(grid.prompt.text),
    text: grid.prompt.text,
    axes: z.array(Axis).parse(grid.axes),
    skips: z.array(Skip).parse(grid.skips),
    names: Object.fromEntries(names),
    status: grid.status,
    stopReason: grid.stopReason,
    count: countOf(grid.cells),
    cells: grid.cells.length,
    quoteMicros: grid.quoteMicros.toString(),
    actualMicros: spent.toString(),
    requestedBy: grid.requestedBy.displayName,
    version: grid.version,
    createdAt: grid.createdAt.toISOString(),
  };
}

function countOf(cells: GridRow["cells"]): GridCount {
  const count = { waiting: 0, inFlight: 0, succeeded: 0, failed: 0, cancelled: 0, refused: 0 };
  for (const { refusal, run } of cells) {
    if (refusal !== null) count.refused += 1;
    else if (!run) count.waiting += 1;
    else if (run.status === "succeeded" || run.status === "cancelled") count[run.status] += 1;
    else if (run.status === "unknown" || isFinished(run.status)) count.failed += 1;
    else count.inFlight += 1;
  }
  return count;
}

/** A grid in full: with what the pictures on its axes are called. */
export async function readGrid(db: Database, workspaceId: string, gridId: string): Promise<GridView> {
  const grid = await loadGrid(db, workspaceId, gridId);
  return gridView(grid, await namesOn(db, workspaceId, z.array(Axis).parse(grid.axes)));
}

/** What the pictures and the models on these axes are called. */
export async function namesOn(db: Database, workspaceId: string, axes: readonly Axis[]): Promise<PictureNames> {
  const ids = picturesOf(axes);
  const models = axes.flatMap((axis) => (axis.kind === "model" ? axis.values : []));
  const called = models.map((model) => [keyOfModel(model), modelNameOf(model)] as const);
  if (ids.length === 0) return new Map(called);
  const assets = await db.asset.findMany({ where: { id: { in: [...ids] }, workspaceId }, select: { id: true, fileName: true } });
  return new Map([...called, ...assets.map(({ id, fileName }) => [id, fileName] as const)]);
}

/** Where a grid stands, without its cells being counted. */
export async function loadStatus(db: Database, workspaceId: string, gridId: string): Promise<GridStatus> {
  const grid = await db.grid.findFirst({ where: { id: gridId, workspaceId }, select: { status: true } });
  if (!grid) throw new AppError("NOT_FOUND", "This grid does not exist.");
  return grid.status;
}

export async function loadGrid(db: Database, workspaceId: string, gridId: string): Promise<GridRow> {
  const grid = await db.grid.findFirst({ where: { id: gridId, workspaceId }, include: gridInclude });
  if (!grid) throw new AppError("NOT_FOUND", "This grid does not exist.");
  return grid;
}
