import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any heartbeat and retry: a run without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;

/**
 * Gives runs in flight that have no job a new one – after a queue was emptied by hand, or a job used up its retries
 * while a provider was down. Safe to repeat and to race: the claim decides who works.
 */
export async function requeueLostRuns(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string; priority: number }[]>`
    SELECT r."id", r."workspaceId", r."priority" FROM "Run" r
    WHERE r."status" IN ('queued', 'submitting', 'processing')
      AND COALESCE(r."claimedAt", r."createdAt") < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'run.generate' AND j.state < 'completed' AND j.data->>'runId' = r."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId, priority } of lost)
    await enqueue(db(), { name: "run.generate", payload: { workspaceId, runId: id }, priority });
  return lost.length;
}
