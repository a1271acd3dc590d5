import type { Database as Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { requireUser } from "../library/curated-shelf";

/**
 * Counts a change of the trial up. The row is the lock: a label that is being signed on its evidence goes first, or waits.
 * @throws AppError `FORBIDDEN` for somebody to whom the pattern's shelf is not open
 */
export async function touchTrial(tx: Transaction, actor: Actor, trialId: string, act: string): Promise<StudioEvent> {
  const [trial] = await tx.trial.updateManyAndReturn({
    where: { id: trialId, workspaceId: actor.workspaceId },
    data: { version: { increment: 1 } },
    select: {
      version: true,
      grid: { select: { projectId: true } },
      patternVersion: { select: { pattern: { select: { library: { select: { name: true, access: true } } } } } },
    },
  });
  if (!trial) throw new AppError("NOT_FOUND", "This trial does not exist.");
  requireUser(actor, trial.patternVersion.pattern.library);
  return { kind: "trial", id: trialId, version: trial.version, projectId: trial.grid.projectId, act };
}
