import { z } from "zod";
import { SessionView } from "@/lib/domain/member/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { currentSession, sessionOwner } from "./session-owner";

/** Where somebody is signed in, latest first: one's own, or – for those who manage members – another's. */
export const listSessions = read({
  verb: "session.list",
  permission: "workspace.read",
  input: z.strictObject({ memberId: Id.optional().meta({ description: "Whose; oneself when left out." }) }),
  output: z.strictObject({ items: z.array(SessionView) }),
  async run({ db, actor, now }, { memberId }) {
    const { userId } = await sessionOwner(db, actor, memberId);
    const sessions = await db.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: 100,
    });
    return {
      items: sessions.map((session) => ({
        id: session.id,
        userAgent: session.userAgent,
        current: session.id === currentSession(actor),
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      })),
    };
  },
});
