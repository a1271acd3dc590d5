import { randomBytes } from "node:crypto";
import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { passwordResetExpiry } from "@/lib/domain/member/password-reset";
import { mayResetPassword } from "@/lib/domain/member/seat";
import { PasswordResetLink } from "@/lib/domain/member/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { insist, lockTeam, seatOf } from "./team";

/**
 * Makes the one open link by which a member chooses a new password. An earlier one stops working; the present password
 * and sessions go on until the link is used. The link is shown once, and only its hash is kept.
 */
export const makeResetLink = write({
  verb: "member.make-reset-link",
  permission: "member.manage",
  input: z.strictObject({ memberId: Id }),
  output: PasswordResetLink,
  async run({ tx, actor, now }, { memberId }) {
    const { workspaceId, memberId: madeById } = requireSignedIn(actor);
    await lockTeam(tx, workspaceId);
    const member = await seatOf(tx, workspaceId, memberId);
    insist(mayResetPassword(member, await seatOf(tx, workspaceId, madeById)));
    await tx.passwordReset.updateMany({ where: { memberId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
    const token = randomBytes(32).toString("base64url");
    const { id, expiresAt } = await tx.passwordReset.create({
      data: { workspaceId, memberId, madeById, tokenHash: await secretHash(token), createdAt: now, expiresAt: passwordResetExpiry(now) },
    });
    return {
      result: { passwordResetId: id, memberId, path: `/reset/${token}`, expiresAt: expiresAt.toISOString() },
      audit: [{ subjectKind: "member", subjectId: memberId, details: { passwordResetId: id, displayName: member.displayName } }],
    };
  },
});
