import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { LOOK_AFTER_SECONDS } from "@/lib/domain/run/lookup";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";

const HOUR_MS = 3_600_000;

/** Operations of a workspace's other runs on an engine from around the time of a submit: what they own is taken. */
export async function takenOperations(workspaceId: string, engineId: string, around: Date): Promise<readonly Prisma.JsonObject[]> {
  const near = { gte: new Date(around.getTime() - HOUR_MS), lte: new Date(around.getTime() + HOUR_MS) };
  const rows = await db().run.findMany({ where: { workspaceId, engineId, startedAt: near }, select: { operation: true } });
  return rows.flatMap(({ operation }) =>
    typeof operation === "object" && operation !== null && !Array.isArray(operation) ? [operation] : [],
  );
}

/** Says on an unknown run what the last look at the provider's list brought, and plans the next one, if any. */
export function noteLooked(workspaceId: string, runId: string, said: { asked: string; nextLook: number | null }): Promise<void> {
  return note(workspaceId, async (tx) => {
    const [run] = await tx.run.updateManyAndReturn({
      where: { id: runId, workspaceId, status: "unknown" },
      data: { progress: { asked: said.asked }, version: { increment: 1 } },
      select: { version: true, projectId: true, prompt: { select: { boardId: true } } },
    });
    if (!run) return { result: undefined };
    const { nextLook } = said;
    if (nextLook !== null)
      await enqueue(tx, {
        name: "run.find",
        payload: { workspaceId, runId, look: nextLook },
        startAfterSeconds: LOOK_AFTER_SECONDS[nextLook] ?? 0,
      });
    const { version, projectId, prompt } = run;
    return { result: undefined, events: [{ kind: "run", id: runId, version, boardId: prompt.boardId, projectId, act: "looked" }] };
  });
}
