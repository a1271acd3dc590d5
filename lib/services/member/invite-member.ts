import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { Role } from "@/lib/domain/access/policy";
import { DisplayName } from "@/lib/domain/member/person";
import { InvitationLink } from "@/lib/domain/member/view";
import { write } from "../write";
import { handOutLink } from "./hand-out-link";
import { memberEvent } from "./team";

/** Adds a seat and hands out the link that fills it. The link is shown once. */
export const inviteMember = write({
  verb: "member.invite",
  permission: "member.manage",
  input: z.strictObject({ displayName: DisplayName, role: Role }),
  output: InvitationLink,
  async run({ tx, actor, now }, { displayName, role }) {
    const { workspaceId, memberId: invitedById } = requireSignedIn(actor);
    const seat = await tx.member.create({ data: { workspaceId, displayName, role } });
    const link = await handOutLink(tx, { workspaceId, memberId: seat.id, invitedById }, now);
    return {
      result: link,
      audit: [{ subjectKind: "member", subjectId: seat.id, details: { displayName, role, invitationId: link.invitationId } }],
      events: [memberEvent(seat, "invited")],
    };
  },
});
