import { db } from "@/lib/db/client";
import type { Role } from "@/lib/domain/access/policy";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { type InvitationState, invitationState } from "@/lib/domain/member/invitation";

/** What the holder of a link may know of it before they take the seat. */
export interface FoundInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly state: InvitationState;
}

/** The invitation a link's token belongs to; null when there is none. */
export async function findInvitation(token: string, now = new Date()): Promise<FoundInvitation | null> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: await secretHash(token) },
    include: { member: true, workspace: { select: { name: true } }, invitedBy: { select: { displayName: true } } },
  });
  if (!invitation) return null;
  return {
    id: invitation.id,
    workspaceId: invitation.workspaceId,
    workspaceName: invitation.workspace.name,
    role: invitation.member.role,
    invitedBy: invitation.invitedBy?.displayName ?? null,
    state: invitationState(invitation, now),
  };
}
