import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { LivePrice } from "@/lib/domain/live/money";
import { type LiveModel, liveModel } from "@/lib/engines/catalogue";

/** A model one speaks with and what it costs this workspace: what a lead entered for a minute is all it costs. @throws AppError `NOT_FOUND`, `REFUSED` */
export async function livePrice(
  db: Database,
  workspaceId: string,
  engineId: string,
  modelId: string,
): Promise<{ readonly model: LiveModel; readonly price: LivePrice }> {
  const model = liveModel(engineId, modelId);
  if (!model) throw new AppError("NOT_FOUND", "This live engine does not exist.");
  const connection = await db.engineConnection.findUnique({
    where: { workspaceId_engineId: { workspaceId, engineId } },
    select: { id: true },
  });
  if (!connection) throw new AppError("REFUSED", "This engine is not connected. An admin can connect it.");
  const entered = await db.modelPrice.findUnique({ where: { workspaceId_engineId_modelId: { workspaceId, engineId, modelId } } });
  if (entered) return { model, price: { startMicros: 0n, minuteMicros: entered.micros } };
  const { startMicros, minuteMicros } = model;
  if (minuteMicros === null) throw new AppError("REFUSED", `The price of ${model.name} is not known. A lead can enter it.`);
  return { model, price: { startMicros: BigInt(startMicros), minuteMicros: BigInt(minuteMicros) } };
}
