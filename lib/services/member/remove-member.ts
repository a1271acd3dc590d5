import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { mayBeRemoved } from "@/lib/domain/member/seat";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { actingAdmins, insist, lockTeam, memberEvent, seatOf } from "./team";

/**
 * Takes somebody out of the team: signed out everywhere, API keys and invitation links revoked. What they made and
 * decided keeps their name. The account is let go of the seat, so that the same person can be invited again.
 */
export const removeMember = write({
  verb: "member.remove",
  permission: "member.manage",
  input: z.strictObject({ memberId: Id }),
  output: z.strictObject({ memberId: Id }),
  async run({ tx, actor, now }, { memberId }) {
    const { workspaceId } = requireSignedIn(actor);
    await lockTeam(tx, workspaceId);
    const before = await seatOf(tx, workspaceId, memberId);
    insist(mayBeRemoved(before, await actingAdmins(tx, workspaceId)));
    const member = await tx.member.update({
      where: { id: memberId },
      data: { removedAt: now, userId: null, version: { increment: 1 } },
    });
    const stillLive = { revokedAt: null };
    if (before.userId) await tx.session.updateMany({ where: { userId: before.userId, ...stillLive }, data: { revokedAt: now } });
    await tx.apiKey.updateMany({ where: { memberId, ...stillLive }, data: { revokedAt: now } });
    await tx.invitation.updateMany({ where: { memberId, acceptedAt: null, ...stillLive }, data: { revokedAt: now } });
    return {
      result: { memberId },
      audit: [
        {
          subjectKind: "member",
          subjectId: memberId,
          details: { displayName: before.displayName, role: before.role, userId: before.userId },
        },
      ],
      events: [memberEvent(member, "removed")],
    };
  },
});
