import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any answer takes. Seconds. */
const LOST_AFTER_SECONDS = 600;

/** Gives helps that wait for a language model and whose job was lost another one: their money is not held for ever. */
export async function requeueLostHelps(now: Date): Promise<number> {
  const before = new Date(now.getTime() - LOST_AFTER_SECONDS * 1_000);
  const lost = await db().$queryRaw<{ workspaceId: string; helpId: string }[]>`
    SELECT h."workspaceId", h."id" AS "helpId" FROM "Help" h
    WHERE h."status" = 'asked' AND h."createdAt" < ${before}
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'help.answer' AND j.state < 'completed' AND j.data->>'helpId' = h."id"::text)
    LIMIT 500`;
  for (const payload of lost) await enqueue(db(), { name: "help.answer", payload });
  return lost.length;
}
