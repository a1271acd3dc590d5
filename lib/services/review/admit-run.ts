import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Person } from "@/lib/domain/review/card";
import { type Making, mayRunForCard, mayRunOnLane } from "@/lib/domain/review/run-for-card";
import { refused } from "./change-card";
import { loadCard } from "./load-card";

/**
 * May a run be paid for on behalf of this card? The card's row is share-locked until the run is queued, so that a
 * decision that takes the last way on cannot slip in between. `by` is null for the studio, which goes on with somebody's run.
 */
export async function admitRunForCard(
  tx: Transaction,
  { workspaceId, projectId, cardId }: { workspaceId: string; projectId: string; cardId: string },
  run: Making,
  by: Person | null,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ReviewCard" WHERE "id" = ${cardId}::uuid FOR SHARE`;
  const loaded = await loadCard(tx, workspaceId, cardId);
  if (loaded.projectId !== projectId) throw new AppError("REFUSED", "This card belongs to another project.");
  const refusal = mayRunForCard(loaded.card, by) ?? mayRunOnLane(loaded.lane, run);
  if (refusal) throw await refused(tx, loaded, refusal);
}
