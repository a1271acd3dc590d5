import { cardMetrics, type SurfaceItem, type SurfacePicture, type SurfaceScene } from "@/components/picture-surface";
import { durationText } from "@/components/ui/video/duration-text";
import type { Page } from "@/lib/domain/grid/arrange";
import type { CellView } from "@/lib/domain/grid/view";
import type { VariantView } from "@/lib/domain/run/view";

const CELL_WIDTH = 184;
const CELL_HEIGHT_RANGE = [104, 240] as const;
const GAP = 6;
const ROW_GAP = 10;
const HEAD_HEIGHT = 2 * cardMetrics.padding + cardMetrics.headerLine;
const THUMB_WIDTH = 256;
const SCREEN_WIDTH = 1280;

/** Cells and their pictures are named apart from rows: a cell without a picture is `cell 12`. */
export const cellId = (cell: Pick<CellView, "index">) => `cell ${cell.index}`;

/**
 * One page of a grid as the picture surface draws it: a card for each row, a label over each column. A row none of whose
 * cells changed keeps its item object, so that one event redraws one row.
 */
export function createGridScene(): (page: Page, cells: readonly CellView[]) => SurfaceScene {
  let before = new Map<string, { readonly key: readonly unknown[]; readonly item: SurfaceItem }>();

  return (page, cells) => {
    const here = page.cells.map((row) => row.map((place) => (place === null ? undefined : cells[place])));
    const size = cellSize(here.flat());
    const heads = page.columns.map(({ label }, column) => headOf(label, column, size.width));
    const top = heads.length === 0 ? 0 : HEAD_HEIGHT + ROW_GAP;
    const drawn = new Map<string, { readonly key: readonly unknown[]; readonly item: SurfaceItem }>();
    const rows = here.map((row, index) => {
      const line = page.rows[index];
      const label = line?.label ?? "";
      const id = `row ${[...(line?.at ?? [])].flat().join()} ${index}`;
      const key = [label, index, top, size.width, size.height, ...page.columns.map((column) => column.label), ...row];
      const known = before.get(id);
      const isSame = known && known.key.length === key.length && known.key.every((part, at) => part === key[at]);
      const item = isSame ? known.item : rowOf({ id, label, row, index, top, size, columns: page.columns.map((column) => column.label) });
      drawn.set(id, { key, item });
      return item;
    });
    before = drawn;
    return { items: [...heads, ...rows], edges: [] };
  };
}

interface CellSize {
  readonly width: number;
  readonly height: number;
}

/** As tall as the tallest picture wants, within reason, so that nothing is cropped and rows stand evenly. */
function cellSize(cells: readonly (CellView | undefined)[]): CellSize {
  const [shortest, tallest] = CELL_HEIGHT_RANGE;
  const aspects = cells.flatMap((cell) => (cell ? [cell.width / cell.height] : []));
  const narrowest = Math.min(...aspects, 4);
  return { width: CELL_WIDTH, height: Math.round(Math.min(tallest, Math.max(shortest, CELL_WIDTH / narrowest))) };
}

function headOf(label: string, column: number, width: number): SurfaceItem {
  return {
    id: `column ${column}`,
    x: cardMetrics.padding + column * (width + GAP),
    y: 0,
    w: width,
    h: HEAD_HEIGHT,
    label: `Column: ${label}`,
    header: [{ text: label }],
    chips: [],
    pictures: [],
  };
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly row: readonly (CellView | undefined)[];
  readonly index: number;
  readonly top: number;
  readonly size: CellSize;
  readonly columns: readonly string[];
}

function rowOf({ id, label, row, index, top, size, columns }: Row): SurfaceItem {
  const { padding, headerLine, headerGap } = cardMetrics;
  const head = label === "" ? 0 : headerLine + headerGap;
  const h = 2 * padding + head + size.height;
  const pictures = row.flatMap((cell, column) => {
    if (!cell) return [];
    const place = { x: padding + column * (size.width + GAP), y: padding + head, w: size.width, h: size.height };
    const where = [label, columns[column]].filter(Boolean).join(" · ");
    return facesOf(cell, where).map((face, at, all) => ({ ...face, ...within(place, at, all.length) }));
  });
  return {
    id,
    x: 0,
    y: top + index * (h + ROW_GAP),
    w: 2 * padding + row.length * size.width + (row.length - 1) * GAP,
    h,
    label: label === "" ? `Row ${index + 1}` : `Row: ${label}`,
    header: label === "" ? [] : [{ text: label }],
    chips: [],
    pictures,
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
    label: `${where}; seed ${variant.seed}${FLAG_WORDS[variant.flag]}${stars}`,
    state: "ready",
    sources: [
      { url: `/assets/${variant.assetId}/thumb`, width: THUMB_WIDTH },
      { url: `/assets/${variant.assetId}/screen`, width: Math.min(SCREEN_WIDTH, variant.width) },
    ],
    aspect: variant.width / variant.height,
    thumbHash: variant.thumbHash,
    frame: variant.flag === "pick" ? "picked" : "none",
    dim: variant.flag === "reject",
    badge: badges.length > 0 ? badges.join("  ") : undefined,
  };
}
