import { randomBytes } from "node:crypto";
import type { Database as Transaction } from "@/lib/db/client";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { invitationExpiry } from "@/lib/domain/member/invitation";
import type { InvitationLink } from "@/lib/domain/member/view";

/** Makes the one open link of a seat: earlier ones are withdrawn, and only the hash of the new one is kept. */
export async function handOutLink(
  tx: Transaction,
  seat: { readonly workspaceId: string; readonly memberId: string; readonly invitedById: string },
  now: Date,
): Promise<InvitationLink> {
  await tx.invitation.updateMany({ where: { memberId: seat.memberId, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
  const token = randomBytes(32).toString("base64url");
  const invitation = await tx.invitation.create({
    data: { ...seat, tokenHash: await secretHash(token), createdAt: now, expiresAt: invitationExpiry(now) },
  });
  return {
    invitationId: invitation.id,
    memberId: seat.memberId,
    path: `/invitation/${token}`,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
