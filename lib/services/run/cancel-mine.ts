import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { personOf } from "../person";
import { write } from "../write";
import { runFinished } from "./run-finished";
import { stopRuns } from "./stop-runs";

/**
 * Stops everything one has under way: single runs, and grids with the cells that were not started yet. What others started goes on, and so
 * do trials, which are stopped where they are run, and what a product called through the API. With nothing under way nothing changes.
 */
export const cancelMine = write({
  verb: "run.cancel-mine",
  permission: "run.cancel",
  input: z.strictObject({}),
  output: z.strictObject({
    cancelled: z.int().meta({ description: "Ended at once: no engine had seen them." }),
    asked: z.int().meta({ description: "In flight: their engines are asked to stop." }),
    grids: z.int().meta({ description: "Start no further cell." }),
  }),
  async run({ tx, actor, now }) {
    const mine = { workspaceId: actor.workspaceId, requestedById: personOf(actor).memberId };
    const grids = await stopGrids(tx, mine);
    const runs = await stopRuns(
      tx,
      { ...mine, calledBy: null, OR: [{ cell: { is: null } }, { cell: { is: { grid: { trial: { is: null } } } } }] },
      now,
    );
    const result = { cancelled: runs.ended.length, asked: runs.asked.length, grids: grids.length };
    const [first, ...others] = [
      ...runs.ended.map((subjectId) => ({ subjectKind: "run", subjectId, details: { act: "cancelled" } })),
      ...runs.asked.map((subjectId) => ({ subjectKind: "run", subjectId, details: { act: "cancel-asked" } })),
      ...grids.map(({ id: subjectId }) => ({ subjectKind: "grid", subjectId, details: { act: "cancelled" } })),
    ];
    if (!first) return { result, unchanged: true as const };
    return { result, audit: [first, ...others], tells: runs.ended.map(runFinished), events: [...grids, ...runs.events] };
  },
});

/** Grids of these that have cells to start; in the order of their ids, as everybody locks them. */
async function stopGrids(tx: Transaction, mine: { workspaceId: string; requestedById: string }): Promise<readonly StudioEvent[]> {
  const open = { ...mine, status: { in: ["starting" as const, "started" as const] }, trial: { is: null } };
  const found = await tx.grid.findMany({ where: { ...open, cells: { some: { runId: null, refusal: null } } }, select: { id: true } });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.$queryRaw`SELECT "id" FROM "Grid" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const stopped = await tx.grid.updateManyAndReturn({
    where: { ...open, id: { in: ids } },
    data: { status: "cancelled", stopReason: null, version: { increment: 1 } },
    select: { id: true, version: true, projectId: true, prompt: { select: { boardId: true } } },
  });
  return stopped.map(({ id, version, projectId, prompt }) => ({
    kind: "grid",
    id,
    version,
    projectId,
    boardId: prompt.boardId,
    act: "cancelled",
  }));
}
