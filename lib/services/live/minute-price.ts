import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { liveModel } from "@/lib/engines/catalogue";

/** What a minute costs this workspace, in micro-dollars. @throws AppError `NOT_FOUND`, `REFUSED` */
export async function minutePrice(db: Database, workspaceId: string, engineId: string, modelId: string): Promise<bigint> {
  const model = liveModel(engineId, modelId);
  if (!model) throw new AppError("NOT_FOUND", "This live engine does not exist.");
  const connection = await db.engineConnection.findUnique({
    where: { workspaceId_engineId: { workspaceId, engineId } },
    select: { id: true },
  });
  if (!connection) throw new AppError("REFUSED", "This engine is not connected. An admin can connect it.");
  const entered = await db.modelPrice.findUnique({ where: { workspaceId_engineId_modelId: { workspaceId, engineId, modelId } } });
  const minuteMicros = entered?.micros ?? (model.minuteMicros === null ? null : BigInt(model.minuteMicros));
  if (minuteMicros === null) throw new AppError("REFUSED", `The price of ${model.name} is not known. A lead can enter it.`);
  return minuteMicros;
}
