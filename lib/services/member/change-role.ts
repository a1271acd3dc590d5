import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { Role } from "@/lib/domain/access/policy";
import { mayTakeRole } from "@/lib/domain/member/seat";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { actingAdmins, insist, lockTeam, memberEvent, seatOf } from "./team";

/** Gives a member or a waiting seat another role; it counts from their next request on. */
export const changeRole = write({
  verb: "member.change-role",
  permission: "member.manage",
  input: z.strictObject({ memberId: Id, role: Role }),
  output: z.strictObject({ memberId: Id, role: Role, version: z.int() }),
  async run({ tx, actor, now }, { memberId, role }) {
    const { workspaceId } = requireSignedIn(actor);
    await lockTeam(tx, workspaceId);
    const before = await seatOf(tx, workspaceId, memberId);
    insist(mayTakeRole(before, role, await actingAdmins(tx, workspaceId)));
    const member = await tx.member.update({ where: { id: memberId }, data: { role, version: { increment: 1 } } });
    // A link sent for one role must not open another: it would hand out what the admin did not mean then.
    await tx.invitation.updateMany({ where: { memberId, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
    return {
      result: { memberId, role, version: member.version },
      audit: [{ subjectKind: "member", subjectId: memberId, details: { before: before.role, after: role } }],
      events: [memberEvent(member, "role-changed")],
    };
  },
});
