import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { CLOSED_RESET_SENTENCES, passwordResetState } from "@/lib/domain/member/password-reset";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { endFormerAccess } from "./end-former-access";
import { lockTeam } from "./team";

/**
 * Sets the password of the member a link was made for, once; they are signed out everywhere and their lock-out is over.
 * Done by the studio itself for the holder of the link, whom nobody can authorise: the page of the link calls it once
 * `lib/auth/password-reset` has found the link open. Not a procedure of the API.
 */
export const redeemResetLink = write({
  verb: "password-reset.redeem",
  permission: "member.manage",
  input: z.strictObject({ passwordResetId: Id, passwordHash: z.string().min(1) }),
  output: z.strictObject({ userId: Id, memberId: Id }),
  async run({ tx, actor: { workspaceId }, now }, { passwordResetId, passwordHash }) {
    // Roles and seats wait meanwhile: whether the link's maker may still let this member in does not change under us.
    await lockTeam(tx, workspaceId);
    const reset = await tx.passwordReset.findFirst({
      where: { id: passwordResetId, workspaceId },
      include: { member: true, madeBy: true },
    });
    if (!reset) throw new AppError("NOT_FOUND", CLOSED_RESET_SENTENCES.unknown);
    const state = passwordResetState(reset, now);
    if (state !== "open") throw new AppError("CONFLICT", CLOSED_RESET_SENTENCES[state]);
    const { userId, id: memberId } = reset.member;
    const used = await tx.passwordReset.updateMany({
      where: { id: passwordResetId, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count === 0 || userId === null) throw new AppError("CONFLICT", CLOSED_RESET_SENTENCES.used);
    await tx.user.update({ where: { id: userId }, data: { passwordHash, failedSignIns: 0, lockedUntil: null } });
    const ended = await endFormerAccess(tx, { userId, memberId }, now);
    return {
      result: { userId, memberId },
      audit: [{ subjectKind: "member", subjectId: memberId, details: { passwordResetId, madeById: reset.madeById, ...ended } }],
    };
  },
});
