import { db } from "@/lib/db/client";

const READ_KEPT_DAYS = 90;
const KEPT_DAYS = 365;

/** Removes notices that were read long ago, and those nobody read for a year. What they told of stays where it is. */
export async function sweepNotices(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db().notice.deleteMany({ where: { readAt: { not: null }, createdAt: { lt: before(READ_KEPT_DAYS) } } });
  await db().notice.deleteMany({ where: { createdAt: { lt: before(KEPT_DAYS) } } });
}
