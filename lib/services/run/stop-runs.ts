import type { Database as Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { settleHold } from "./hold";

/** What became of some runs that were asked to stop. */
export interface StoppedRuns {
  /** No engine had seen these: they ended at once, and their money is free. */
  readonly ended: readonly string[];
  /** These are in flight: their workers ask the engines. */
  readonly asked: readonly string[];
  readonly events: readonly StudioEvent[];
}

const IN_FLIGHT = { in: ["queued", "submitting", "processing"] } satisfies Prisma.EnumRunStatusFilter;
const TOLD = { id: true, projectId: true, version: true, prompt: { select: { boardId: true } } } as const;

/**
 * Stops the runs of a condition that are under way. They are locked in the order of their ids, and their money is freed project by project:
 * two people who stop the same ones wait for each other instead of locking up.
 */
export async function stopRuns(tx: Transaction, which: Prisma.RunWhereInput, now: Date): Promise<StoppedRuns> {
  const found = await tx.run.findMany({ where: { ...which, status: IN_FLIGHT }, select: { id: true } });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return { ended: [], asked: [], events: [] };
  await tx.$queryRaw`SELECT "id" FROM "Run" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const ended = await tx.run.updateManyAndReturn({
    where: { id: { in: ids }, status: "queued", intentAt: null },
    data: {
      cancelAskedAt: now,
      status: "cancelled",
      failureKind: "cancelled",
      failureReason: "",
      actualMicros: 0n,
      finishedAt: now,
      version: { increment: 1 },
    },
    select: { ...TOLD, workspaceId: true, laneId: true, requestedById: true, quoteMicros: true },
  });
  const asked = await tx.run.updateManyAndReturn({
    where: { id: { in: ids }, status: IN_FLIGHT, cancelAskedAt: null },
    data: { cancelAskedAt: now, version: { increment: 1 } },
    select: TOLD,
  });
  const money = new Map<string, number>();
  for (const run of ended.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1)))
    money.set(run.projectId, await settleHold(tx, run, { chargeMicros: 0n, releaseMicros: run.quoteMicros }));
  const told = (act: string) => (run: (typeof asked)[number]) => ({
    kind: "run" as const,
    id: run.id,
    version: run.version,
    boardId: run.prompt.boardId,
    projectId: run.projectId,
    act,
  });
  return {
    ended: ended.map(({ id }) => id),
    asked: asked.map(({ id }) => id),
    events: [
      ...ended.map(told("cancelled")),
      ...asked.map(told("cancel-asked")),
      ...[...money].map(([id, version]) => ({ kind: "project" as const, id, version, projectId: id, act: "money" })),
    ],
  };
}
