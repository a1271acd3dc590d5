import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { currentSession, sessionOwner } from "./session-owner";

/** Signs a member out everywhere; asking about oneself, everywhere but here. */
export const revokeAllSessions = write({
  verb: "session.revoke-all",
  permission: "session.end",
  input: z.strictObject({ memberId: Id.optional().meta({ description: "Whose; oneself when left out." }) }),
  output: z.strictObject({ revoked: z.int() }),
  async run({ tx, actor, now }, input) {
    const { memberId, userId } = await sessionOwner(tx, actor, input.memberId);
    const here = currentSession(actor);
    const { count } = await tx.session.updateMany({
      where: { userId, revokedAt: null, expiresAt: { gt: now }, ...(here ? { id: { not: here } } : {}) },
      data: { revokedAt: now },
    });
    return { result: { revoked: count }, audit: [{ subjectKind: "member", subjectId: memberId, details: { revoked: count } }] };
  },
});
