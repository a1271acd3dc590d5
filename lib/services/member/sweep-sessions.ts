import { db } from "@/lib/db/client";

/** Long enough that a list of sessions still shows what ended lately. */
const KEPT_DAYS = 30;

/** Removes sessions that ended a month ago. What they did stays in the audit trail, which does not need them. */
export async function sweepSessions(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const { count } = await db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } });
  return count;
}
