import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any heartbeat: a publication without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;

/**
 * Gives publications whose file is not written and that have no job a new one: a job used up its retries, or a queue was
 * emptied by hand. Safe to repeat and to race: the file is added once, and the tries are counted.
 */
export async function requeueUnwritten(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT p."id", p."workspaceId" FROM "Publication" p
    WHERE p."assetId" IS NULL AND p."failedAt" IS NULL AND p."withdrawnAt" IS NULL
      AND p."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'publication.write' AND j.state < 'completed' AND j.data->>'publicationId' = p."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await enqueue(db(), { name: "publication.write", payload: { workspaceId, publicationId: id } });
  return lost.length;
}
