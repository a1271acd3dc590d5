import { z } from "zod";
import { unseal } from "@/lib/db/secret-box";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadSession, placeOfToken, sessionEvent } from "./session-view";

/** Hands the token to the browser of the person who started the session: once. From here on the clock runs. */
export const joinSession = write({
  verb: "live.join",
  permission: "run.start",
  input: z.strictObject({ sessionId: Id }),
  output: z.strictObject({
    token: z.string().meta({ description: "Opens this one session at the engine, and nothing else. Never answered again." }),
    /** Where the engine's own interface answers. Null: at the provider's. */
    baseUrl: z.string().nullable(),
    engineId: z.string(),
    /** The engine's own id of the session. */
    remoteId: z.string(),
  }),
  async run({ tx, actor, now }, { sessionId }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const row = await loadSession(tx, workspaceId, sessionId);
    if (row.requestedById !== memberId) throw new AppError("FORBIDDEN", `Only ${row.requestedBy.displayName} can join this session.`);
    const { sealedToken, remoteId, engineId } = row;
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, status: "ready", sealedToken: { not: null } },
      data: { status: "live", joinedAt: now, sealedToken: null, version: { increment: 1 } },
    });
    if (count === 0 || sealedToken === null || remoteId === null)
      throw new AppError("CONFLICT", "This session is not waiting to be joined. A session is joined once, in one window.");
    const connection = await tx.engineConnection.findUnique({
      where: { workspaceId_engineId: { workspaceId, engineId: row.engineId } },
      select: { baseUrl: true },
    });
    return {
      result: { token: unseal(sealedToken, placeOfToken(row)), baseUrl: connection?.baseUrl ?? null, engineId, remoteId },
      audit: [{ subjectKind: "live", subjectId: sessionId }],
      events: [sessionEvent({ ...row, version: row.version + 1 }, "live")],
    };
  },
});
