import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { mayBeInvited } from "@/lib/domain/member/seat";
import { InvitationLink } from "@/lib/domain/member/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { handOutLink } from "./hand-out-link";
import { insist, lockTeam, memberEvent, seatOf } from "./team";

/** Hands out a seat nobody sits in. An earlier link of the same seat stops working. */
export const inviteToSeat = write({
  verb: "member.invite-to-seat",
  permission: "member.manage",
  input: z.strictObject({ memberId: Id }),
  output: InvitationLink,
  async run({ tx, actor, now }, { memberId }) {
    const { workspaceId, memberId: invitedById } = requireSignedIn(actor);
    await lockTeam(tx, workspaceId);
    insist(mayBeInvited(await seatOf(tx, workspaceId, memberId)));
    const link = await handOutLink(tx, { workspaceId, memberId, invitedById }, now);
    const seat = await tx.member.update({ where: { id: memberId }, data: { version: { increment: 1 } } });
    return {
      result: link,
      audit: [{ subjectKind: "member", subjectId: memberId, details: { invitationId: link.invitationId } }],
      events: [memberEvent(seat, "invited")],
    };
  },
});
