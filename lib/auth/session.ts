import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { isSessionLive, isSightingDue, sessionExpiry } from "@/lib/domain/access/session";

/** Opens a session for somebody who has just proved who they are. Returns its id. */
export async function openSession(userId: string, userAgent: string, now = new Date()): Promise<string> {
  const session = await db().session.create({
    data: { userId, userAgent: userAgent.slice(0, 300), createdAt: now, lastSeenAt: now, expiresAt: sessionExpiry(now) },
  });
  return session.id;
}

/** Ends a session at its next request. Safe to repeat. */
export async function endSession(sessionId: string, now = new Date()): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}

/**
 * Who acts in a session, read afresh each time: a revoked session, a disabled account, a removed member or a new role
 * counts from the next request on. Null when nobody does.
 */
export async function actorOfSession(sessionId: string, now = new Date()): Promise<PersonActor | null> {
  const session = await db().session.findUnique({
    where: { id: sessionId },
    include: { user: { include: { members: { where: { removedAt: null }, orderBy: { createdAt: "asc" }, take: 1 } } } },
  });
  if (!session || session.user.disabledAt || !isSessionLive(session, now)) return null;
  const [member] = session.user.members;
  if (!member) return null;
  if (isSightingDue(session.lastSeenAt, now))
    await db().session.updateMany({ where: { id: session.id, lastSeenAt: session.lastSeenAt }, data: { lastSeenAt: now } });
  return {
    kind: "member",
    workspaceId: member.workspaceId,
    memberId: member.id,
    userId: session.userId,
    role: member.role,
    sessionId: session.id,
  };
}
