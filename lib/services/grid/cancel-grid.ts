import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { GridView } from "@/lib/domain/grid/view";
import { Id } from "@/lib/domain/wire";
import { settleHold } from "../run/hold";
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
    const untouched = await endUntouched(tx, gridId, now);
    const asked = await askInFlight(tx, gridId, now);
    if (status === "cancelled" && untouched.length + asked.length === 0)
      return { result: await readGrid(tx, workspaceId, gridId), unchanged: true as const };
    const { count } = await tx.gridCell
      .aggregate({ where: { gridId, runId: null, refusal: null }, _count: true })
      .then((all) => ({ count: all._count }));
    if (status === "started" && count === 0 && untouched.length + asked.length === 0)
      throw new AppError("CONFLICT", "Every cell of this grid has finished.");
    const { version } = await tx.grid.update({
      where: { id: gridId },
      data: { status: "cancelled", stopReason: null, version: { increment: 1 } },
      select: { version: true },
    });
    let projectVersion: number | null = null;
    for (const run of untouched) projectVersion = await settleHold(tx, run, { chargeMicros: 0n, releaseMicros: run.quoteMicros });
    const told = (runs: readonly { id: string; version: number }[], act: string) =>
      runs.map(({ id, version }): StudioEvent => ({ kind: "run", id, version, ...place, act }));
    return {
      result: await readGrid(tx, workspaceId, gridId),
      audit: [
        { subjectKind: "grid", subjectId: gridId, details: { cancelled: untouched.length, cancelAsked: asked.length, notStarted: count } },
      ],
      events: [
        { kind: "grid", id: gridId, version, ...place, act: "cancelled" },
        ...told(untouched, "cancelled"),
        ...told(asked, "cancel-asked"),
        ...(projectVersion === null ? [] : [{ kind: "project" as const, id: projectId, version: projectVersion, projectId, act: "money" }]),
      ],
    };
  },
});

interface EndedRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly projectId: string;
  readonly laneId: string | null;
  readonly requestedById: string;
  readonly quoteMicros: bigint;
  readonly version: number;
}

/** Runs that no engine has seen, in the order of their ids: two people who cancel at once wait for each other instead of locking up. */
async function endUntouched(tx: Transaction, gridId: string, now: Date): Promise<readonly EndedRun[]> {
  await tx.$queryRaw`
    SELECT r."id" FROM "Run" r JOIN "GridCell" c ON c."runId" = r."id"
    WHERE c."gridId" = ${gridId}::uuid AND r."status" IN ('queued', 'submitting', 'processing') ORDER BY r."id" FOR UPDATE OF r`;
  return tx.run.updateManyAndReturn({
    where: { cell: { gridId }, status: "queued", intentAt: null },
    data: {
      cancelAskedAt: now,
      status: "cancelled",
      failureKind: "cancelled",
      failureReason: "",
      actualMicros: 0n,
      finishedAt: now,
      version: { increment: 1 },
    },
    select: { id: true, workspaceId: true, projectId: true, laneId: true, requestedById: true, quoteMicros: true, version: true },
  });
}

function askInFlight(tx: Transaction, gridId: string, now: Date): Promise<readonly { id: string; version: number }[]> {
  return tx.run.updateManyAndReturn({
    where: { cell: { gridId }, status: { in: ["queued", "submitting", "processing"] }, cancelAskedAt: null },
    data: { cancelAskedAt: now, version: { increment: 1 } },
    select: { id: true, version: true },
  });
}
