import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { sessionOwner } from "./session-owner";

/** Signs one browser out at its next request: one's own, or – for those who manage members – another's. */
export const revokeSession = write({
  verb: "session.revoke",
  permission: "session.end",
  input: z.strictObject({ sessionId: Id }),
  output: z.strictObject({ sessionId: Id }),
  async run({ tx, actor, now }, { sessionId }) {
    const session = await tx.session.findFirst({
      where: { id: sessionId, user: { members: { some: { workspaceId: actor.workspaceId, removedAt: null } } } },
      select: { user: { select: { members: { where: { workspaceId: actor.workspaceId }, select: { id: true } } } } },
    });
    if (!session) throw new AppError("NOT_FOUND", "This session does not exist.");
    const { memberId } = await sessionOwner(tx, actor, session.user.members[0]?.id);
    const revoked = await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
    if (revoked.count === 0) throw new AppError("CONFLICT", "This session has ended already.");
    return { result: { sessionId }, audit: [{ subjectKind: "session", subjectId: sessionId, details: { memberId } }] };
  },
});
