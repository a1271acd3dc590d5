import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { MAX_LINES, Transcript, TranscriptLine, withLines } from "@/lib/domain/live/session";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadSession } from "./session-view";

/**
 * A sign of life of the browser a session runs in, with what was said since. It decides and spends nothing, so it leaves no
 * trace but itself; a session whose browser falls silent is ended by a worker.
 */
export const hearSession = write({
  verb: "live.hear",
  permission: "run.start",
  input: z.strictObject({
    sessionId: Id,
    seen: z
      .int()
      .min(0)
      .max(MAX_LINES)
      .meta({ description: "How many lines the sender knows to be kept: what is sent twice is kept once." }),
    lines: z.array(TranscriptLine).max(200).default([]),
  }),
  output: z.strictObject({
    /** Whether the session goes on; false: leave it. */
    goesOn: z.boolean(),
    kept: z.int(),
  }),
  async run({ tx, actor, now }, { sessionId, seen, lines }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    await tx.$queryRaw`SELECT 1 FROM "LiveSession" WHERE "id" = ${sessionId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
    const row = await loadSession(tx, workspaceId, sessionId);
    if (row.requestedById !== memberId) throw new AppError("FORBIDDEN", `Only ${row.requestedBy.displayName} can speak for this session.`);
    const transcript = Transcript.parse(row.transcript);
    // The last words of a session that is being ended still count; one that is written down does not change.
    if (row.status !== "live" && row.status !== "ending") return { result: { goesOn: false, kept: transcript.length }, unchanged: true };
    const said = withLines(transcript, seen, lines);
    await tx.liveSession.update({
      where: { id: sessionId },
      data: { ...(row.status === "live" ? { heardAt: now } : {}), transcript: [...said] },
    });
    return { result: { goesOn: row.status === "live", kept: said.length }, unchanged: true };
  },
});
