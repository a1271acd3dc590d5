import { db } from "@/lib/db/client";
import { isSealedByNewest } from "@/lib/db/secret-box";
import { enqueue } from "@/lib/jobs/queue";
import { resealEach } from "../reseal";
import { resealed } from "./secrets";

const KEPT_DAYS = 30;
/** Longer than a try may take: a message that is due without a job has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 120;

/** Gives messages that are due and have no job a new one, and removes what is over and old. Safe to repeat and to race. */
export async function sweepDeliveries(now: Date): Promise<void> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT d."id", d."workspaceId" FROM "WebhookDelivery" d
    WHERE d."status" = 'waiting' AND d."nextTryAt" < ${now}::timestamptz - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'webhook.deliver' AND j.state < 'completed' AND j.data->>'deliveryId' = d."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await enqueue(db(), { name: "webhook.deliver", payload: { workspaceId, deliveryId: id } });
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await db().webhookDelivery.deleteMany({ where: { createdAt: { lt: before }, status: { not: "waiting" } } });
}

/** Seals anew what an older key of the studio sealed, so that the older one can be dropped. */
export async function resealWebhooks(): Promise<number> {
  const rows = await db().webhookEndpoint.findMany({ where: { removedAt: null } });
  const older = rows.filter(
    ({ sealedSecret, sealedOldSecret: old }) => !isSealedByNewest(sealedSecret) || (old !== null && !isSealedByNewest(old)),
  );
  return resealEach("webhook", older, async (row) => {
    const { id, sealedSecret, sealedOldSecret } = row;
    // Named by what it was: a secret rotated meanwhile is not overwritten.
    return db().webhookEndpoint.updateMany({
      where: { id, sealedSecret, sealedOldSecret },
      data: { sealedSecret: resealed(row, sealedSecret), sealedOldSecret: sealedOldSecret && resealed(row, sealedOldSecret) },
    });
  });
}
