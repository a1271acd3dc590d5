import { note } from "../bookkeeping";

/** Writes down why a cell cannot run after all: its engine is gone, a reference was deleted. It was not charged. */
export function refuseCell(workspaceId: string, gridId: string, index: number, refusal: string): Promise<void> {
  return note(workspaceId, async (tx) => {
    await tx.gridCell.updateMany({ where: { gridId, index, runId: null, grid: { workspaceId } }, data: { refusal } });
    return { result: undefined };
  });
}
