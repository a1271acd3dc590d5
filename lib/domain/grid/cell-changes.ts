import { z } from "zod";
import { CellView } from "./view";

/** Cells of a grid that may have become different since a position in the stream of events. */
export const CellChanges = z.strictObject({
  /** Where to ask from next. */
  position: z.string(),
  /** Every cell is told: without a position, or where what changed since cannot be told. */
  isWhole: z.boolean(),
  /** In reading order. */
  cells: z.array(CellView),
});
export type CellChanges = z.infer<typeof CellChanges>;

/** Cells as they were read, brought up to date. Those that were not touched stay the same objects. */
export function withCellChanges(before: readonly CellView[], { isWhole, cells }: CellChanges): readonly CellView[] {
  if (isWhole) return cells;
  if (cells.length === 0) return before;
  const news = new Map(cells.map((cell) => [cell.index, cell]));
  return before.map((cell) => news.get(cell.index) ?? cell);
}
