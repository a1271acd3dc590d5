import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Account } from "@/lib/domain/member/account";
import { CLOSED_INVITATION_SENTENCES, invitationState } from "@/lib/domain/member/invitation";
import { DisplayName } from "@/lib/domain/member/person";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { accountFor } from "./account";
import { lockTeam, memberEvent } from "./team";

/**
 * Fills the seat of an invitation, once. Done by the studio itself for the holder of the link, before there is anybody
 * to authorise: the page of the link calls it once `lib/auth/invitation` has found the link open. Not a procedure of the API.
 */
export const acceptInvitation = write({
  verb: "invitation.accept",
  permission: "member.manage",
  input: z.strictObject({ invitationId: Id, displayName: DisplayName, account: Account }),
  output: z.strictObject({ userId: Id, memberId: Id }),
  async run({ tx, actor: { workspaceId }, now }, { invitationId, displayName, account }) {
    await lockTeam(tx, workspaceId);
    const accepted = await tx.invitation.updateMany({
      where: { id: invitationId, workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    const invitation = await tx.invitation.findFirst({ where: { id: invitationId, workspaceId } });
    if (!invitation) throw new AppError("NOT_FOUND", CLOSED_INVITATION_SENTENCES.unknown);
    if (accepted.count === 0) {
      const state = invitationState(invitation, now);
      throw new AppError("CONFLICT", CLOSED_INVITATION_SENTENCES[state === "open" ? "accepted" : state]);
    }
    const userId = await accountFor(tx, account, displayName);
    const seats = await tx.member.updateManyAndReturn({
      where: { id: invitation.memberId, userId: null, removedAt: null },
      data: { userId, displayName, version: { increment: 1 } },
    });
    const [seat] = seats;
    if (!seat) throw new AppError("CONFLICT", CLOSED_INVITATION_SENTENCES.accepted);
    return {
      result: { userId, memberId: seat.id },
      audit: [{ subjectKind: "member", subjectId: seat.id, details: { invitationId, displayName, role: seat.role, userId } }],
      events: [memberEvent(seat, "joined")],
    };
  },
});
