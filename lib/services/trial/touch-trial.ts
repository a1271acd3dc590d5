import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";

/** Counts a change of the trial up. The row is the lock: a label that is being signed on its evidence goes first, or waits. */
export async function touchTrial(tx: Transaction, workspaceId: string, trialId: string, act: string): Promise<StudioEvent> {
  const [trial] = await tx.trial.updateManyAndReturn({
    where: { id: trialId, workspaceId },
    data: { version: { increment: 1 } },
    select: { version: true, grid: { select: { projectId: true } } },
  });
  if (!trial) throw new AppError("NOT_FOUND", "This trial does not exist.");
  return { kind: "trial", id: trialId, version: trial.version, projectId: trial.grid.projectId, act };
}
