import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { refuseCell } from "@/lib/services/grid/refuse-cell";
import { settleGrid } from "@/lib/services/grid/settle-grid";
import { startCell } from "@/lib/services/grid/start-cell";
import { waitingCells } from "@/lib/services/grid/waiting-cells";

/** What ends the filling, because the next cell would be told the same. */
const STOPS: ReadonlySet<AppError["code"]> = new Set(["OVER_BUDGET", "CONFLICT", "FORBIDDEN"]);

/**
 * Starts the cells of a grid, one after the other, each once. Killed anywhere it is simply done again: what was started
 * is left as it is. A budget that is used up on the way stops it and keeps what runs; a person says when it goes on.
 */
export async function fillGrid({ workspaceId, gridId }: { workspaceId: string; gridId: string }, signal: AbortSignal): Promise<void> {
  const waiting = await waitingCells(workspaceId, gridId);
  if (!waiting) return;
  const studio = { kind: "system", workspaceId } as const;
  const { person, indexes } = waiting;
  if (!person) {
    await settleGrid(studio, { gridId, stopReason: "Whoever started this grid is no member any more." });
    return;
  }
  for (const index of indexes) {
    signal.throwIfAborted();
    const stopReason = await start(person, gridId, index);
    if (stopReason === null) continue;
    await settleGrid(studio, { gridId, stopReason });
    return;
  }
  await settleGrid(studio, { gridId, stopReason: null });
}

/** Why the grid has to stop here, or null when this cell was started or cannot run by itself. */
async function start(person: PersonActor, gridId: string, index: number): Promise<string | null> {
  try {
    await startCell(person, { gridId, index });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (STOPS.has(error.code)) return error.message;
    if (error.code === "NO_SPACE") throw error;
    await refuseCell(person.workspaceId, gridId, index, error.message);
    return null;
  }
}
