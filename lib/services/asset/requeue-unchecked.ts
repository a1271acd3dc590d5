import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any heartbeat: a video without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;

/** Gives videos nobody looks at a new job: one used up its retries, or a queue was emptied by hand. Safe to repeat and to race. */
export async function requeueUnchecked(): Promise<number> {
  const lost = await db().$queryRaw<{ key: string; workspaceId: string }[]>`
    SELECT t."key", t."workspaceId" FROM "UploadTicket" t
    WHERE t."sha256" IS NOT NULL AND t."consumedAt" IS NULL
      AND t."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'upload.check' AND j.state < 'completed' AND j.data->>'uploadId' = t."key")
    LIMIT 500`;
  for (const { key, workspaceId } of lost) await enqueue(db(), { name: "upload.check", payload: { workspaceId, uploadId: key } });
  return lost.length;
}
