import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { OPEN_STATUSES } from "@/lib/domain/live/session";
import { write } from "../write";

/** Removes a connection and its key. Runs that wait at the provider cannot be followed any more, so there must be none. */
export const disconnectEngine = write({
  verb: "engine.disconnect",
  permission: "engine.manage",
  input: z.strictObject({ engineId: z.string().max(60) }),
  output: z.strictObject({ engineId: z.string() }),
  async run({ tx, actor: { workspaceId } }, { engineId }) {
    const where = { workspaceId_engineId: { workspaceId, engineId } };
    const row = await tx.engineConnection.findUnique({ where, select: { id: true, version: true } });
    if (!row) throw new AppError("NOT_FOUND", "This engine is not connected.");
    const open = await tx.run.count({ where: { workspaceId, engineId, status: { in: ["queued", "submitting", "processing"] } } });
    if (open > 0)
      throw new AppError(
        "CONFLICT",
        `${open === 1 ? "A run is" : `${open} runs are`} still under way there. Wait or cancel, then disconnect.`,
      );
    const live = await tx.liveSession.count({ where: { workspaceId, engineId, status: { in: OPEN_STATUSES } } });
    if (live > 0) throw new AppError("CONFLICT", "A live session is still open there. End it, then disconnect.");
    await tx.liveOffers.deleteMany({ where: { workspaceId, engineId } });
    await tx.engineConnection.delete({ where });
    return {
      result: { engineId },
      audit: [{ subjectKind: "engine", subjectId: row.id, details: { engineId } }],
      events: [{ kind: "engine", id: row.id, version: row.version + 1, act: "disconnected" }],
    };
  },
});
