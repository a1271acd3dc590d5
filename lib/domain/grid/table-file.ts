import type { Recipe } from "../prompt/recipe";
import { csvOf } from "../table/csv";
import type { Axis } from "./axis";
import { cellAt } from "./expand";
import type { CellView, GridView } from "./view";
import { axisTitle, type PictureNames, valueWords } from "./words";

/** What a line of the table says beside what the page of the grid shows. */
export interface GridFacts {
  /** By cell: what it cost, or was quoted at while that is not known. */
  readonly costs: ReadonlyMap<number, { readonly quoteMicros: string; readonly actualMicros: string | null }>;
  /** By variant. */
  readonly fileNames: ReadonlyMap<string, string>;
}

const NO_FACTS: GridFacts = { costs: new Map(), fileNames: new Map() };
const OF_THE_VARIANT = ["variant", "seed", "flag", "rating", "colour", "width", "height", "file"];

/**
 * A grid as comma-separated values (RFC 4180, CRLF): one line a variant, and one for a cell without any. A value that a
 * spreadsheet would run as a formula is led by an apostrophe. Money is in the workspace's currency, once a cell, so that its column adds up.
 */
export function gridAsCsv(
  grid: Pick<GridView, "axes" | "skips">,
  base: Recipe,
  cells: readonly CellView[],
  names?: PictureNames,
  { costs, fileNames }: GridFacts = NO_FACTS,
): string {
  const { axes, skips } = grid;
  const words = axes.map((axis) => valueWords(axis, names));
  const head = ["cell", ...axes.map(titleIn(axes)), "prompt", "status", "why", "quote", "cost", ...OF_THE_VARIANT];
  const lines = cells.flatMap((cell) => {
    const { text } = cellAt({ base, axes, skips }, cell.at);
    const price = costs.get(cell.index);
    const about = [
      cell.index + 1,
      ...cell.at.map((place, axis) => words[axis]?.[place] ?? ""),
      text,
      cell.status ?? "not started",
      cell.why ?? "",
    ];
    const paid = [price ? amount(price.quoteMicros) : "", price?.actualMicros ? amount(price.actualMicros) : ""];
    if (cell.variants.length === 0) return [[...about, ...paid, ...OF_THE_VARIANT.map(() => "")]];
    return cell.variants.map((variant, place) => {
      const { id, index, seed, flag, rating, colour, width, height } = variant;
      return [...about, ...(place === 0 ? paid : ["", ""]), index + 1, seed, flag, rating, colour, width, height, fileNames.get(id) ?? ""];
    });
  });
  return csvOf([head, ...lines]);
}

/** "0.0012": exact, and a number to every spreadsheet. */
function amount(micros: string): string {
  const digits = micros.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
}

/** Two axes may be called the same: then the second says which it is. */
const titleIn = (axes: readonly Axis[]) => (axis: Axis, index: number) => {
  const title = axisTitle(axis);
  return axes.slice(0, index).some((earlier) => axisTitle(earlier) === title) ? `${title} (${index + 1})` : title;
};
