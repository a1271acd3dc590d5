import type { Database } from "@/lib/db/client";
import { type Actor, authorise } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { personOf } from "../person";

/**
 * Whose sessions are meant: one's own without a `memberId`, somebody else's only for those who manage members.
 * Returns the member and the account behind it.
 */
export async function sessionOwner(
  db: Database,
  actor: Actor,
  memberId: string | undefined,
): Promise<{ readonly memberId: string; readonly userId: string }> {
  const person = personOf(actor);
  if (memberId === undefined || memberId === person.memberId) return { memberId: person.memberId, userId: person.userId };
  authorise(actor, "member.manage");
  const member = await db.member.findFirst({ where: { id: memberId, workspaceId: actor.workspaceId, removedAt: null } });
  if (!member) throw new AppError("NOT_FOUND", "This member does not exist.");
  if (!member.userId) throw new AppError("REFUSED", "Nobody sits in this seat yet, so nobody is signed in.");
  return { memberId, userId: member.userId };
}

/** The session a request came through, when it came from a browser. */
export function currentSession(actor: Actor): string | undefined {
  return actor.kind === "member" ? actor.sessionId : undefined;
}
