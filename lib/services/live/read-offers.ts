import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { mayReadAgain } from "@/lib/domain/live/offers";
import { connectableEngines } from "@/lib/engines/catalogue";
import { write } from "../write";
import { offersOf } from "./offers-of";

/** Asks a worker to read what a live engine has to choose from, with calls that cost nothing. Asked again and again, it is read once. */
export const readOffers = write({
  verb: "live.read-offers",
  permission: "run.start",
  input: z.strictObject({ engineId: z.string().max(60) }),
  output: z.strictObject({ engineId: z.string() }),
  async run({ tx, actor: { workspaceId }, now }, { engineId }) {
    if (!connectableEngines().some((engine) => engine.engineId === engineId && engine.live))
      throw new AppError("NOT_FOUND", "This live engine does not exist.");
    const where = { workspaceId_engineId: { workspaceId, engineId } };
    const connection = await tx.engineConnection.findUnique({ where, select: { id: true, version: true } });
    if (!connection) throw new AppError("REFUSED", "This engine is not connected. An admin can connect it.");
    if (!mayReadAgain(await offersOf(tx, workspaceId, engineId), now)) return { result: { engineId }, unchanged: true };
    await tx.liveOffers.upsert({ where, create: { workspaceId, engineId, askedAt: now }, update: { askedAt: now } });
    return {
      result: { engineId },
      audit: [{ subjectKind: "engine", subjectId: connection.id, details: { engineId } }],
      events: [{ kind: "live", id: connection.id, version: now.getTime(), act: "reading-offers" }],
      jobs: [{ name: "live.offers", payload: { workspaceId, engineId } }],
    };
  },
});
