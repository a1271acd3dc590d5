import { db } from "@/lib/db/client";
import { MAX_WEBHOOK_TRIES } from "@/lib/domain/webhook/schedule";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any heartbeat: a delivery that is due and without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 120;

/**
 * Gives deliveries that are due and have no job a new one: its worker was killed too often, or a queue was emptied by hand. One whose
 * worker was killed at every try is given up, and says so. Safe to repeat and to race: what arrived is not sent again. Returns how many were lost.
 */
export async function requeueUndelivered(now: Date): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string; tries: number }[]>`
    SELECT d."id", d."workspaceId", d."tries" FROM "PublicationDelivery" d
    WHERE d."status" = 'waiting'
      AND coalesce(d."nextTryAt", d."createdAt") < ${now}::timestamptz - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'publication.deliver' AND j.state < 'completed' AND j.data->>'deliveryId' = d."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId, tries } of lost) {
    if (tries < MAX_WEBHOOK_TRIES) await enqueue(db(), { name: "publication.deliver", payload: { workspaceId, deliveryId: id } });
    else
      await db().publicationDelivery.updateMany({
        where: { id, status: "waiting", tries },
        data: { status: "failed", nextTryAt: null, answer: "The studio stopped again and again while it delivered this." },
      });
  }
  return lost.length;
}
