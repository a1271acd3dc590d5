import type { Recipe } from "../prompt/recipe";
import { csvOf } from "../table/csv";
import type { Axis } from "./axis";
import { cellAt } from "./expand";
import type { CellView, GridView } from "./view";
import { axisTitle, type PictureNames, valueWords } from "./words";

/**
 * A grid as comma-separated values (RFC 4180, CRLF): one line a variant, and one for a cell without any. A value that a
 * spreadsheet would run as a formula is led by an apostrophe.
 */
export function gridAsCsv(grid: Pick<GridView, "axes" | "skips">, base: Recipe, cells: readonly CellView[], names?: PictureNames): string {
  const { axes, skips } = grid;
  const words = axes.map((axis) => valueWords(axis, names));
  const head = ["cell", ...axes.map(titleIn(axes)), "prompt", "status", "why", "variant", "seed", "flag", "rating", "width", "height"];
  const lines = cells.flatMap((cell) => {
    const { text } = cellAt({ base, axes, skips }, cell.at);
    const about = [
      cell.index + 1,
      ...cell.at.map((place, axis) => words[axis]?.[place] ?? ""),
      text,
      cell.status ?? "not started",
      cell.why ?? "",
    ];
    if (cell.variants.length === 0) return [[...about, "", "", "", "", "", ""]];
    return cell.variants.map(({ index, seed, flag, rating, width, height }) => [...about, index + 1, seed, flag, rating, width, height]);
  });
  return csvOf([head, ...lines]);
}

/** Two axes may be called the same: then the second says which it is. */
const titleIn = (axes: readonly Axis[]) => (axis: Axis, index: number) => {
  const title = axisTitle(axis);
  return axes.slice(0, index).some((earlier) => axisTitle(earlier) === title) ? `${title} (${index + 1})` : title;
};
