import type { Axis } from "./axis";
import { axisTitle, type PictureNames, valuePictures, valueWords } from "./words";

export const SIDES = ["rows", "columns", "pages"] as const;
export type Side = (typeof SIDES)[number];

/** Which axes (by their place in the grid) go down, across, and from page to page; on each side the last changes fastest. */
export type Arrangement = Readonly<Record<Side, readonly number[]>>;

/** A line of the table: one value of each axis on its side, and what it is called. */
export interface Line {
  readonly at: ReadonlyMap<number, number>;
  readonly label: string;
  /** The label's parts, one an axis. */
  readonly words: readonly string[];
  /** Per part, the assets it stands for; empty for anything but references. */
  readonly pictures: readonly (readonly string[])[];
}

/** A value that several columns beside each other have in common, and stands over them once. */
export interface Head {
  readonly label: string;
  readonly pictures: readonly string[];
  readonly from: number;
  readonly span: number;
}

/** Cells laid out as tables, one a page. A line without any cell is left out. */
export interface Page {
  readonly label: string;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** `cells[row][column]`; null where the cell was left out of the grid. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/** More columns than this in a table without rows go on below. */
const WIDEST = 12;

/** A table larger than this is no overview: further axes go from page to page. */
const MOST_COLUMNS = 16;
const MOST_ROWS = 40;
/** Windows are wider than tall: so many columns to a row look best. */
const WIDTH_TO_HEIGHT = 1.5;

/**
 * The last axes across and those before them down, parted where the table comes nearest to a window's shape; the first
 * axes from page to page where the whole would be too large to look at.
 */
export function firstArrangement(axes: readonly Axis[]): Arrangement {
  const all = axes.map((_, index) => index);
  const sizeOf = (places: readonly number[]) => places.reduce((count, axis) => count * (axes[axis]?.values.length ?? 1), 1);
  for (let pages = 0; ; pages += 1) {
    const shown = all.slice(pages);
    const tables = shown.map((_, rows) => ({ pages: all.slice(0, pages), rows: shown.slice(0, rows), columns: shown.slice(rows) }));
    const fitting = tables.filter(({ rows, columns }) => sizeOf(rows) <= MOST_ROWS && sizeOf(columns) <= MOST_COLUMNS);
    const offShape = ({ rows, columns }: Arrangement) => Math.abs(Math.log(sizeOf(columns) / (sizeOf(rows) * WIDTH_TO_HEIGHT)));
    const [best] = fitting.sort((a, b) => offShape(a) - offShape(b));
    if (best) return best;
    // One axis alone, however long, is broken into lines; two are a table however large.
    if (shown.length <= 2) return { pages: all.slice(0, pages), rows: shown.slice(0, -1), columns: shown.slice(-1) };
  }
}

/** Reads an arrangement that came from an address; what it does not name stands where the first arrangement has it. */
export function readArrangement(axes: readonly Axis[], sides: Partial<Record<Side, readonly number[]>>): Arrangement {
  const seen = new Set<number>();
  const known = (side: Side) =>
    (sides[side] ?? []).filter((axis) => {
      if (axes[axis] === undefined || seen.has(axis)) return false;
      seen.add(axis);
      return true;
    });
  const said = { rows: known("rows"), columns: known("columns"), pages: known("pages") };
  const first = firstArrangement(axes);
  const rest = (side: Side) => first[side].filter((axis) => !seen.has(axis));
  return {
    rows: [...said.rows, ...rest("rows")],
    columns: [...said.columns, ...rest("columns")],
    pages: [...said.pages, ...rest("pages")],
  };
}

/** Puts an axis on a side, before the axis that stands at `place` there; at the end without one. */
export function moveAxis(arrangement: Arrangement, axis: number, to: Side, place = Number.POSITIVE_INFINITY): Arrangement {
  const without = (side: Side) => arrangement[side].filter((other) => other !== axis);
  const there = without(to);
  const at = Math.max(0, Math.min(place, there.length));
  const moved = [...there.slice(0, at), axis, ...there.slice(at)];
  return { rows: without("rows"), columns: without("columns"), pages: without("pages"), [to]: moved };
}

/** Where an axis stands: its side and its place there. */
export function placeOfAxis(arrangement: Arrangement, axis: number): { readonly side: Side; readonly place: number } | null {
  for (const side of SIDES) {
    const place = arrangement[side].indexOf(axis);
    if (place >= 0) return { side, place };
  }
  return null;
}

/** The cells as tables. `at` of a cell is one place an axis; what is returned names cells by their place in `cells`. */
export function pagesOf(
  axes: readonly Axis[],
  cells: readonly { readonly at: readonly number[] }[],
  arrangement: Arrangement,
  names?: PictureNames,
): readonly Page[] {
  const words = axes.map((axis) => valueWords(axis, names));
  const keyOf = (side: Side, at: readonly number[]) => arrangement[side].map((axis) => at[axis] ?? 0).join();
  const byPage = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const key = keyOf("pages", cell.at);
    const page = byPage.get(key);
    if (page) page.push(index);
    else byPage.set(key, [index]);
  }
  const lineOf = (side: Side, at: readonly number[]): Line => {
    const own = arrangement[side].map((axis) => words[axis]?.[at[axis] ?? 0] ?? "");
    const pictures = arrangement[side].map((index) => {
      const axis = axes[index];
      return axis ? valuePictures(axis, at[index] ?? 0) : [];
    });
    return { at: new Map(arrangement[side].map((axis) => [axis, at[axis] ?? 0])), label: own.join(" · "), words: own, pictures };
  };
  const linesOf = (side: Side, indexes: readonly number[]) => {
    const lines = new Map<string, readonly number[]>();
    for (const index of indexes) {
      const at = cells[index]?.at ?? [];
      lines.set(keyOf(side, at), at);
    }
    return [...lines].sort(([, a], [, b]) => inOrder(arrangement[side], a, b));
  };
  const everything = cells.map((_, index) => index);
  return linesOf("pages", everything).map(([pageKey, pageAt]) => {
    const here = byPage.get(pageKey) ?? [];
    const rows = linesOf("rows", here);
    const columns = linesOf("columns", here);
    const places = new Map(
      here.map((index) => [`${keyOf("rows", cells[index]?.at ?? [])} ${keyOf("columns", cells[index]?.at ?? [])}`, index]),
    );
    return {
      label: titledLabel(axes, words, arrangement.pages, lineOf("pages", pageAt)),
      rows: rows.map(([, at]) => lineOf("rows", at)),
      columns: columns.map(([, at]) => lineOf("columns", at)),
      cells: rows.map(([row]) => columns.map(([column]) => places.get(`${row} ${column}`) ?? null)),
    };
  });
}

/**
 * A table with nothing down it is one long row: it is broken into lines of about a square, each called by its first and
 * last column. Other tables stay as they are.
 */
export function brokenIntoRows(page: Page, arrangement: Arrangement): Page {
  const [only] = page.cells;
  if (arrangement.rows.length > 0 || !only || only.length <= WIDEST) return page;
  const width = Math.max(WIDEST, Math.ceil(Math.sqrt(only.length * 1.5)));
  const starts = Array.from({ length: Math.ceil(only.length / width) }, (_, row) => row * width);
  return {
    label: page.label,
    columns: [],
    rows: starts.map((start) => ({
      at: new Map(),
      words: [],
      pictures: [],
      label: `${page.columns[start]?.label} – ${page.columns[Math.min(start + width, only.length) - 1]?.label}`,
    })),
    cells: starts.map((start) => only.slice(start, start + width)),
  };
}

/** What stands over the columns, a level an axis from the outermost in: a value once over all the columns it holds for. */
export function headsOf(columns: readonly Line[]): readonly (readonly Head[])[] {
  const depth = columns[0]?.words.length ?? 0;
  return Array.from({ length: depth }, (_, level) => {
    const heads: Head[] = [];
    for (const [index, { words, pictures }] of columns.entries()) {
      const last = heads.at(-1);
      const isSame = last && words.slice(0, level + 1).every((word, at) => word === columns[last.from]?.words[at]);
      if (isSame) heads[heads.length - 1] = { ...last, span: last.span + 1 };
      else heads.push({ label: words[level] ?? "", pictures: pictures[level] ?? [], from: index, span: 1 });
    }
    return heads;
  });
}

function titledLabel(axes: readonly Axis[], words: readonly (readonly string[])[], side: readonly number[], line: Line): string {
  return side
    .flatMap((index) => {
      const axis = axes[index];
      return axis ? [`${axisTitle(axis)}: ${words[index]?.[line.at.get(index) ?? 0] ?? ""}`] : [];
    })
    .join(" · ");
}

function inOrder(side: readonly number[], a: readonly number[], b: readonly number[]): number {
  for (const axis of side) {
    const difference = (a[axis] ?? 0) - (b[axis] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
