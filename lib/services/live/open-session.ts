import { z } from "zod";
import { seal } from "@/lib/db/secret-box";
import { FailureKind } from "@/lib/domain/run/failure";
import { Id } from "@/lib/domain/wire";
import { note } from "../bookkeeping";
import { noteAnswer } from "../engine/health";
import { settleHold } from "../run/hold";
import { write } from "../write";
import { loadSession, placeOfToken, sessionEvent } from "./session-view";

/** The engine gave the session an id and prepares it. False: it was ended meanwhile, and is not ours to keep there. */
export function notePreparing(workspaceId: string, sessionId: string, remoteId: string): Promise<boolean> {
  return note(workspaceId, async (tx) => {
    const { count } = await tx.liveSession.updateMany({ where: { id: sessionId, workspaceId, status: "opening" }, data: { remoteId } });
    return { result: count > 0 };
  });
}

/** A token came: it waits, sealed, for the browser of the person who asked. A session that was ended meanwhile does not get it. */
export const readySession = write({
  verb: "live.ready",
  permission: "run.start",
  input: z.strictObject({ sessionId: Id, remoteId: z.string().max(200), token: z.string().max(8_000) }),
  output: z.strictObject({ isWaiting: z.boolean() }),
  async run({ tx, actor: { workspaceId }, now }, { sessionId, remoteId, token }) {
    const row = await loadSession(tx, workspaceId, sessionId);
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, status: "opening" },
      data: { status: "ready", remoteId, sealedToken: seal(token, placeOfToken(row)), version: { increment: 1 } },
    });
    if (count === 0) return { result: { isWaiting: false }, unchanged: true };
    const health = await noteAnswer(tx, row, { failure: null, retryAfterMs: null }, now);
    return {
      result: { isWaiting: true },
      audit: [{ subjectKind: "live", subjectId: sessionId, details: { remoteId } }],
      events: [sessionEvent({ ...row, version: row.version + 1 }, "ready"), ...health],
    };
  },
});

/** No token can be had: the session has failed, nothing was spent, and the hold is released. */
export const failSession = write({
  verb: "live.fail",
  permission: "run.start",
  input: z.strictObject({
    sessionId: Id,
    reason: z.string().max(2_000),
    /** What kind of no the engine said; null: it was not asked. */
    said: FailureKind.nullable().default(null),
  }),
  output: z.strictObject({ hasFailed: z.boolean() }),
  async run({ tx, actor: { workspaceId }, now }, { sessionId, reason, said }) {
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, workspaceId, status: "opening" },
      data: { status: "failed", failureReason: reason, actualMicros: 0n, endedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return { result: { hasFailed: false }, unchanged: true };
    const row = await loadSession(tx, workspaceId, sessionId);
    const projectVersion = await settleHold(tx, row, { chargeMicros: 0n, releaseMicros: row.quoteMicros }, "liveSessionId");
    const health = said ? await noteAnswer(tx, row, { failure: said, retryAfterMs: null }, now) : [];
    return {
      result: { hasFailed: true },
      audit: [{ subjectKind: "live", subjectId: sessionId, details: { reason: reason.slice(0, 200) } }],
      events: [
        sessionEvent(row, "failed"),
        { kind: "project", id: row.projectId, version: projectVersion, projectId: row.projectId, act: "money" },
        ...health,
      ],
    };
  },
});
