import type { SurfaceItem, SurfacePicture, SurfaceScene } from "@/components/picture-surface";
import { colourLook, colourWords } from "@/components/ui/colours";
import { durationText } from "@/components/ui/video/duration-text";
import { type Head, headsOf, type Page } from "@/lib/domain/grid/arrange";
import type { CellView } from "@/lib/domain/grid/view";
import type { VariantView } from "@/lib/domain/run/view";

const CELL_WIDTH = 184;
const CELL_HEIGHT_RANGE = [104, 240] as const;
/** Pictures that are as much to draw as one card of a board. */
const PICTURES_TO_A_CARD = 8;
const GAP = 6;
const ROW_GAP = 10;
const THUMB_WIDTH = 256;
const SCREEN_WIDTH = 1280;

/** Labels keep this much of the window when everything is in view: CSS pixels. */
const ROW_LABEL_PX = 132;
const HEAD_LEVEL_PX = 20;
/** A level of values that are pictures has room for them. */
const PICTURE_LEVEL_PX = 40;
const HEAD_MARGIN_PX = 8;
/** The window the labels are measured for. */
const NOMINAL = { width: 1000, height: 700 } as const;

/** Cells and their pictures are named apart from rows: a cell without a picture is `cell 12`. */
export const cellId = (cell: Pick<CellView, "index">) => `cell ${cell.index}`;

/** Where the labels of a table stand, as parts of its rows' rectangles. */
export interface GridLabels {
  readonly rows: ReadonlyMap<string, RowLabel>;
  /** Over the columns, from the outermost axis in. */
  readonly heads: readonly (readonly Head[])[];
  /** 0–1 of a row's width: what its label takes at the left, and each column's picture with the gap after it. */
  readonly labelWidth: number;
  readonly columnStep: number;
  readonly gap: number;
  /** 0–1 of the first row's height: what the column labels take at the top. */
  readonly headHeight: number;
  readonly firstRow: string | null;
}

export interface RowLabel {
  readonly text: string;
  /** Assets it stands for. */
  readonly pictures: readonly string[];
}

export const levelPx = (level: readonly Head[]) => (level.some(({ pictures }) => pictures.length > 0) ? PICTURE_LEVEL_PX : HEAD_LEVEL_PX);

export interface GridScene {
  readonly scene: SurfaceScene;
  readonly labels: GridLabels;
}

/**
 * One page of a grid as the picture surface draws it: an item for each row, with room for its label, and over the first
 * one for those of the columns. A row none of whose cells changed keeps its item object, so that one event redraws one
 * row.
 */
export function createGridScene(): (page: Page, cells: readonly CellView[]) => GridScene {
  let before = new Map<string, { readonly key: readonly unknown[]; readonly item: SurfaceItem }>();

  return (page, cells) => {
    const here = page.cells.map((row) => row.map((place) => (place === null ? undefined : cells[place])));
    const measures = measure(page, here);
    const drawn = new Map<string, { readonly key: readonly unknown[]; readonly item: SurfaceItem }>();
    const columns = page.columns.map(({ label }) => label);
    const rows = here.map((row, index) => {
      const line = page.rows[index];
      const label = line?.label ?? "";
      const id = `row ${[...(line?.at ?? [])].flat().join()} ${index}`;
      const key = [label, index, ...Object.values(measures), ...columns, ...row];
      const known = before.get(id);
      const isSame = known && known.key.length === key.length && known.key.every((part, at) => part === key[at]);
      const item = isSame ? known.item : rowOf({ id, label, row, index, measures, columns });
      drawn.set(id, { key, item });
      return item;
    });
    before = drawn;
    return { scene: { items: rows, edges: [] }, labels: labelsOf(rows, measures, page) };
  };
}

interface Measures {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly label: number;
  readonly head: number;
}

/** As tall as the tallest picture wants, within reason, so that nothing is cropped and rows stand evenly. */
function measure(page: Page, rows: readonly (readonly (CellView | undefined)[])[]): Measures {
  const [shortest, tallest] = CELL_HEIGHT_RANGE;
  const aspects = rows.flat().flatMap((cell) => (cell ? [cell.width / cell.height] : []));
  const narrowest = Math.min(...aspects, 4);
  const cellHeight = Math.round(Math.min(tallest, Math.max(shortest, CELL_WIDTH / narrowest)));
  const across = Math.max(1, ...rows.map((row) => row.length)) * (CELL_WIDTH + GAP);
  const down = Math.max(1, rows.length) * (cellHeight + ROW_GAP);
  const headPx = page.columns.length > 0 ? headsOf(page.columns).reduce((sum, level) => sum + levelPx(level), HEAD_MARGIN_PX) : 0;
  const zoom = Math.min(1, (NOMINAL.width - ROW_LABEL_PX) / across, (NOMINAL.height - headPx) / down);
  const hasRowLabels = page.rows.some(({ label }) => label !== "");
  return {
    cellWidth: CELL_WIDTH,
    cellHeight,
    label: hasRowLabels ? Math.round(ROW_LABEL_PX / zoom) : 0,
    head: Math.round(headPx / zoom),
  };
}

function labelsOf(rows: readonly SurfaceItem[], measures: Measures, page: Page): GridLabels {
  const [first] = rows;
  const { cellWidth, label, head } = measures;
  const width = first?.w ?? 1;
  return {
    rows: new Map(
      rows.map(({ id }, index) => [id, { text: page.rows[index]?.label ?? "", pictures: page.rows[index]?.pictures.flat() ?? [] }]),
    ),
    heads: headsOf(page.columns),
    labelWidth: label / width,
    columnStep: (cellWidth + GAP) / width,
    gap: GAP / width,
    headHeight: head / (first?.h ?? 1),
    firstRow: first?.id ?? null,
  };
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly row: readonly (CellView | undefined)[];
  readonly index: number;
  readonly measures: Measures;
  readonly columns: readonly string[];
}

function rowOf({ id, label, row, index, measures, columns }: Row): SurfaceItem {
  const { cellWidth, cellHeight } = measures;
  const head = index === 0 ? measures.head : 0;
  const pictures = row.flatMap((cell, column) => {
    if (!cell) return [];
    const place = { x: measures.label + column * (cellWidth + GAP), y: head, w: cellWidth, h: cellHeight };
    const where = [label, columns[column]].filter(Boolean).join(" · ");
    return facesOf(cell, where).map((face, at, all) => ({ ...face, ...within(place, at, all.length) }));
  });
  return {
    id,
    x: 0,
    y: measures.head - head + index * (cellHeight + ROW_GAP),
    w: measures.label + row.length * (cellWidth + GAP) - GAP,
    h: head + cellHeight,
    label: label === "" ? `Row ${index + 1}` : `Row: ${label}`,
    header: [],
    chips: [],
    pictures,
    card: false,
    bulk: Math.max(1, pictures.length / PICTURES_TO_A_CARD),
  };
}

/** The place of one of several pictures in a cell. */
function within(cell: { x: number; y: number; w: number; h: number }, at: number, count: number) {
  const across = Math.ceil(Math.sqrt(count));
  const down = Math.ceil(count / across);
  const [w, h] = [(cell.w - (across - 1) * 2) / across, (cell.h - (down - 1) * 2) / down];
  return { x: cell.x + (at % across) * (w + 2), y: cell.y + Math.floor(at / across) * (h + 2), w, h };
}

type Face = Omit<SurfacePicture, "x" | "y" | "w" | "h">;

function facesOf(cell: CellView, where: string): readonly Face[] {
  if (cell.variants.length > 0) return cell.variants.map((variant) => variantFace(variant, where));
  const common = { id: cellId(cell), sources: [], aspect: cell.width / cell.height };
  if (cell.why !== null) return [{ ...common, label: `${where}: no picture`, state: "failed", note: cell.why }];
  const text = WORDS[cell.status ?? "waiting"];
  return [{ ...common, label: `${where}: ${text}`, state: "pending", progress: { fraction: null, text } }];
}

const WORDS = {
  waiting: "Not started",
  queued: "Queued",
  submitting: "Starting",
  processing: "Painting",
  unknown: "Unknown: being checked",
  succeeded: "No picture",
  refused: "Refused",
  failed: "Failed",
  cancelled: "Cancelled",
} as const;

const FLAG_WORDS = { none: "", pick: ", picked", reject: ", rejected" } as const;

function variantFace(variant: VariantView, where: string): Face {
  const stars = variant.rating > 0 ? `, ${variant.rating} stars` : "";
  const badges = [...(variant.video ? [`▶ ${durationText(variant.video.durationMs)}`] : []), "★".repeat(variant.rating)].filter(Boolean);
  return {
    id: variant.id,
    label: `${where}; seed ${variant.seed}${FLAG_WORDS[variant.flag]}${colourWords(variant.colour)}${stars}${variant.video ? `, ${durationText(variant.video.durationMs)}` : ""}`,
    state: "ready",
    sources: [
      { url: `/assets/${variant.assetId}/thumb`, width: THUMB_WIDTH },
      { url: `/assets/${variant.assetId}/screen`, width: Math.min(SCREEN_WIDTH, variant.width) },
    ],
    aspect: variant.width / variant.height,
    thumbHash: variant.thumbHash,
    frame: variant.flag === "pick" ? "picked" : "none",
    dim: variant.flag === "reject",
    mark: colourLook(variant.colour) ?? undefined,
    badge: badges.length > 0 ? badges.join("  ") : undefined,
  };
}
