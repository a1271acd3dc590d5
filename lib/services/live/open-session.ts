import { z } from "zod";
import { seal } from "@/lib/db/secret-box";
import { Id } from "@/lib/domain/wire";
import { settleHold } from "../run/hold";
import { write } from "../write";
import { loadSession, placeOfToken, sessionEvent } from "./session-view";

/** A token came: it waits, sealed, for the browser of the person who asked. A session that was ended meanwhile does not get it. */
export const readySession = write({
  verb: "live.ready",
  permission: "run.start",
  input: z.strictObject({ sessionId: Id, remoteId: z.string().max(200), token: z.string().max(8_000) }),
  output: z.strictObject({ isWaiting: z.boolean() }),
  async run({ tx, actor: { workspaceId } }, { sessionId, remoteId, token }) {
    const row = await loadSession(tx, workspaceId, sessionId);
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, status: "opening" },
      data: { status: "ready", remoteId, sealedToken: seal(token, placeOfToken(row)), version: { increment: 1 } },
    });
    if (count === 0) return { result: { isWaiting: false }, unchanged: true };
    return {
      result: { isWaiting: true },
      audit: [{ subjectKind: "live", subjectId: sessionId, details: { remoteId } }],
      events: [sessionEvent({ ...row, version: row.version + 1 }, "ready")],
    };
  },
});

/** No token can be had: the session has failed, nothing was spent, and the hold is released. */
export const failSession = write({
  verb: "live.fail",
  permission: "run.start",
  input: z.strictObject({ sessionId: Id, reason: z.string().max(2_000) }),
  output: z.strictObject({ hasFailed: z.boolean() }),
  async run({ tx, actor: { workspaceId }, now }, { sessionId, reason }) {
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, workspaceId, status: "opening" },
      data: { status: "failed", failureReason: reason, actualMicros: 0n, endedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return { result: { hasFailed: false }, unchanged: true };
    const row = await loadSession(tx, workspaceId, sessionId);
    const projectVersion = await settleHold(tx, row, { chargeMicros: 0n, releaseMicros: row.quoteMicros }, "liveSessionId");
    return {
      result: { hasFailed: true },
      audit: [{ subjectKind: "live", subjectId: sessionId, details: { reason: reason.slice(0, 200) } }],
      events: [
        sessionEvent(row, "failed"),
        { kind: "project", id: row.projectId, version: projectVersion, projectId: row.projectId, act: "money" },
      ],
    };
  },
});
