import { z } from "zod";
import { may } from "@/lib/domain/access/policy";
import { MemberView } from "@/lib/domain/member/view";
import { personOf } from "../person";
import { read } from "../read";

/** The team, in the order people and seats were added. Addresses and open invitations only for those who manage members. */
export const listMembers = read({
  verb: "member.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(MemberView) }),
  async run({ db, actor, now }) {
    const manages = may(personOf(actor).role, "member.manage");
    const members = await db.member.findMany({
      where: { workspaceId: actor.workspaceId, removedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: {
        user: { select: { email: true, sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } } } },
        invitations: { where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: "desc" }, take: 1 },
      },
    });
    return {
      items: members.map(({ user, invitations: [invitation], ...member }) => ({
        id: member.id,
        displayName: member.displayName,
        role: member.role,
        version: member.version,
        state: member.userId === null ? ("waiting" as const) : ("active" as const),
        email: manages ? (user?.email ?? null) : null,
        lastSeenAt: user?.sessions[0]?.lastSeenAt.toISOString() ?? null,
        invitation: manages && invitation ? { id: invitation.id, expiresAt: invitation.expiresAt.toISOString() } : null,
        createdAt: member.createdAt.toISOString(),
      })),
    };
  },
});
