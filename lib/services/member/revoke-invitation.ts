import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { invitationState } from "@/lib/domain/member/invitation";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { memberEvent } from "./team";

/** Withdraws a link. Its seat stays and can be handed out again. */
export const revokeInvitation = write({
  verb: "invitation.revoke",
  permission: "member.manage",
  input: z.strictObject({ invitationId: Id }),
  output: z.strictObject({ invitationId: Id, memberId: Id }),
  async run({ tx, actor: { workspaceId }, now }, { invitationId }) {
    const revoked = await tx.invitation.updateMany({
      where: { id: invitationId, workspaceId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const invitation = await tx.invitation.findFirst({ where: { id: invitationId, workspaceId } });
    if (!invitation) throw new AppError("NOT_FOUND", "This invitation does not exist.");
    if (revoked.count === 0)
      throw new AppError(
        "CONFLICT",
        invitationState(invitation, now) === "accepted"
          ? "This invitation was accepted already."
          : "This invitation was withdrawn already.",
      );
    const seat = await tx.member.update({ where: { id: invitation.memberId }, data: { version: { increment: 1 } } });
    return {
      result: { invitationId, memberId: invitation.memberId },
      audit: [{ subjectKind: "invitation", subjectId: invitationId, details: { memberId: invitation.memberId } }],
      events: [memberEvent(seat, "invitation-withdrawn")],
    };
  },
});
