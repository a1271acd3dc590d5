import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { EndReason } from "@/lib/domain/live/session";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { keepLines, LastWords } from "./keep-lines";
import { loadSession } from "./session-view";

/**
 * A sign of life of the browser a session runs in, with what was said since. It decides and spends nothing, so it leaves no
 * trace but itself; a session whose browser falls silent is ended by a worker.
 */
export const hearSession = write({
  verb: "live.hear",
  permission: "run.start",
  input: z.strictObject({ sessionId: Id, ...LastWords }),
  output: z.strictObject({
    /** Whether the session goes on; false: leave it. */
    goesOn: z.boolean(),
    /** Why not; null while it goes on. */
    endReason: EndReason.nullable(),
    kept: z.int(),
  }),
  async run({ tx, actor, now }, { sessionId, seen, lines }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const row = await loadSession(tx, workspaceId, sessionId);
    if (row.requestedById !== memberId) throw new AppError("FORBIDDEN", `Only ${row.requestedBy.displayName} can speak for this session.`);
    const { kept, status } = await keepLines(tx, row, seen, lines);
    const goesOn = status === "live";
    if (goesOn) await tx.liveSession.update({ where: { id: sessionId }, data: { heardAt: now } });
    return { result: { goesOn, endReason: goesOn ? null : (EndReason.safeParse(row.endReason).data ?? null), kept }, unchanged: true };
  },
});
