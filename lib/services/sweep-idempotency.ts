import { db } from "@/lib/db/client";

const KEPT_HOURS = 24;

/** Removes answers kept for Idempotency-Keys after a day, the time a client may safely repeat a request. */
export async function sweepIdempotency(now = new Date()): Promise<number> {
  const { count } = await db().idempotencyRecord.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_HOURS * 3_600_000) } },
  });
  return count;
}
