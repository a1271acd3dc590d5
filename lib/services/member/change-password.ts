import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { endFormerAccess } from "./end-former-access";
import { currentSession } from "./session-owner";

/**
 * Gives oneself another password; every other browser is signed out. Called by the form of one's own account once
 * `lib/auth` has found the present password right. Not a procedure of the API: passwords are typed into pages only.
 */
export const changePassword = write({
  verb: "member.change-password",
  permission: "account.change",
  input: z.strictObject({
    /** What the present password was checked against: if it is another by now, somebody was first. */
    presentHash: z.string().min(1),
    passwordHash: z.string().min(1),
  }),
  output: z.strictObject({ memberId: Id, sessionsEnded: z.int() }),
  async run({ tx, actor, now }, { presentHash, passwordHash }) {
    const { memberId, userId } = requireSignedIn(actor);
    const changed = await tx.user.updateMany({ where: { id: userId, passwordHash: presentHash }, data: { passwordHash } });
    if (changed.count === 0) throw new AppError("CONFLICT", "Your password was changed elsewhere a moment ago. Sign in with that one.");
    const ended = await endFormerAccess(tx, { userId, memberId, here: currentSession(actor) }, now);
    return {
      result: { memberId, sessionsEnded: ended.sessionsEnded },
      audit: [{ subjectKind: "member", subjectId: memberId, details: { ...ended } }],
    };
  },
});
