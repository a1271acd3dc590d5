import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { write } from "../write";

/** Asks a worker to test a connection with a call that costs nothing; the result appears with the engine. */
export const checkEngine = write({
  verb: "engine.check",
  permission: "engine.manage",
  input: z.strictObject({ engineId: z.string().max(60) }),
  output: z.strictObject({ engineId: z.string() }),
  async run({ tx, actor: { workspaceId } }, { engineId }) {
    const changed = await tx.engineConnection.updateManyAndReturn({
      where: { workspaceId, engineId },
      data: { checkOutcome: null, checkReason: null, checkedAt: null, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    const [row] = changed;
    if (!row) throw new AppError("NOT_FOUND", "This engine is not connected.");
    return {
      result: { engineId },
      audit: [{ subjectKind: "engine", subjectId: row.id, details: { engineId } }],
      events: [{ kind: "engine", id: row.id, version: row.version, act: "checking" }],
      jobs: [{ name: "engine.check", payload: { workspaceId, engineId } }],
    };
  },
});
