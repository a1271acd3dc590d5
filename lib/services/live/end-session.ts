import { z } from "zod";
import { EndReason } from "@/lib/domain/live/session";
import { LiveSessionView } from "@/lib/domain/live/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { type WriteContext, type Written, write } from "../write";
import { keepLines, LastWords } from "./keep-lines";
import { loadSession, sessionEvent, sessionView, withStarter } from "./session-view";

/** Asks a worker to stop the session at the engine, read what it cost, and write it down. Also somebody else's: it costs the project. */
export const endSession = write({
  verb: "live.end",
  permission: "run.cancel",
  input: z.strictObject({
    sessionId: Id,
    reason: z
      .enum(["person", "left", "engine"])
      .default("person")
      .meta({ description: "`left`: its page is gone. `engine`: the engine itself ended it, or never began." }),
    ...LastWords,
  }),
  output: LiveSessionView,
  async run(context, { sessionId, reason, seen, lines }) {
    const { workspaceId, memberId } = personOf(context.actor);
    const row = await loadSession(context.tx, workspaceId, sessionId);
    if (lines.length > 0 && row.requestedById === memberId) await keepLines(context.tx, row, seen, lines);
    // Twice, or beaten by a worker: it is ended either way.
    return (await ending(context, workspaceId, sessionId, reason)) ?? { result: sessionView(row), unchanged: true };
  },
});

/** The same by the studio itself, for a session that is due. */
export const endDueSession = write({
  verb: "live.end-due",
  permission: "run.cancel",
  input: z.strictObject({ sessionId: Id, reason: EndReason }),
  output: LiveSessionView,
  async run(context, { sessionId, reason }) {
    const { workspaceId } = context.actor;
    const row = await loadSession(context.tx, workspaceId, sessionId);
    return (await ending(context, workspaceId, sessionId, reason)) ?? { result: sessionView(row), unchanged: true };
  },
});

/** Moves an open session to its end; null when somebody was first. */
async function ending(
  { tx }: WriteContext,
  workspaceId: string,
  sessionId: string,
  reason: EndReason,
): Promise<Written<LiveSessionView> | null> {
  const { count } = await tx.liveSession.updateMany({
    where: { id: sessionId, workspaceId, status: { in: ["opening", "ready", "live"] } },
    data: { status: "ending", endReason: reason, sealedToken: null, version: { increment: 1 } },
  });
  if (count === 0) return null;
  const row = await tx.liveSession.findUniqueOrThrow({ where: { id: sessionId }, include: withStarter });
  return {
    result: sessionView(row),
    audit: [{ subjectKind: "live", subjectId: sessionId, details: { reason } }],
    events: [sessionEvent(row, "ending")],
    jobs: [{ name: "live.follow", payload: { workspaceId, sessionId } }],
  };
}
