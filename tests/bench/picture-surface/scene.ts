import type { Rect, SurfaceEdge, SurfaceItem, SurfacePicture, SurfaceScene, SurfaceText } from "@/components/picture-surface";
import { layOutCard } from "@/components/picture-surface";

export type PoolPicture = { readonly thumbHash: string };

export const ASPECTS = [1, 3 / 2, 16 / 9, 2 / 3] as const;
export const PICTURES_PER_ASPECT = 12;
export const WIDTHS = [128, 384, 1024] as const;
export const SHEET = { columns: 4, tileW: 64, tileH: 64, count: 8 } as const;

const CELLS = [
  { width: 112, height: 112 },
  { width: 132, height: 88 },
  { width: 144, height: 80 },
  { width: 88, height: 132 },
] as const;
const PROMPTS = [
  "A glass bottle on wet basalt, first light over the ridge, long exposure",
  "Ceramic vessel in a dune field, low sun, dust in the air",
  "Terraced hills after rain, quiet palette, room for a headline top left",
  "Night valley, one lamp, product small and sharp in the lower third",
  "{product} on a pedestal of ice, [blue hour|golden hour], 85 mm",
  "Paper-cut mountains, layered, soft shadow, matte inks",
] as const;
const CHANGES = ["+ golden hour", "seed", "ref: bottle 0.6", "engine → Veo", "− people", "wider crop", "style: matte inks"] as const;
const COLUMN_GAP = 96;
const ROW_GAP = 32;
const TREE_SIZE = 200;
const TREES_A_ROW = 10;

/**
 * A forest of lineage trees, `count` nodes of eight pictures each, the same every time.
 * @param showsStates gives some pictures the states a live board has: picked, dimmed, pending, failed
 */
export function makeScene(count: number, pool: readonly PoolPicture[], showsStates: boolean): SurfaceScene {
  const items: SurfaceItem[] = [];
  const edges: SurfaceEdge[] = [];
  let bandTop = 0;
  let bandHeight = 0;
  let left = 0;
  for (let first = 0, tree = 0; first < count; first += TREE_SIZE, tree += 1) {
    if (tree % TREES_A_ROW === 0) {
      bandTop += bandHeight;
      bandHeight = 0;
      left = 0;
    }
    const size = Math.min(TREE_SIZE, count - first);
    const extent = growTree({ first, size, left, top: bandTop }, pool, showsStates, items, edges);
    left += extent.w + 2 * COLUMN_GAP;
    bandHeight = Math.max(bandHeight, extent.h + 3 * ROW_GAP);
  }
  return { items, edges };
}

type Plot = { readonly first: number; readonly size: number; readonly left: number; readonly top: number };

/** Column by column, each node's parent in the column before; one column holds about the square root of the tree. */
function growTree(plot: Plot, pool: readonly PoolPicture[], showsStates: boolean, items: SurfaceItem[], edges: SurfaceEdge[]): Rect {
  const rowsAColumn = Math.max(2, Math.ceil(Math.sqrt(plot.size * 1.6)));
  let x = plot.left;
  let placed = 0;
  let previous: readonly SurfaceItem[] = [];
  let bottom = plot.top;
  for (let depth = 0; placed < plot.size; depth += 1) {
    const inColumn = Math.min(plot.size - placed, depth === 0 ? 1 : Math.min(rowsAColumn, 2 ** depth + 1));
    const column: SurfaceItem[] = [];
    let y = plot.top;
    let width = 0;
    for (let row = 0; row < inColumn; row += 1, placed += 1) {
      const item = makeItem(plot.first + placed, x, y, pool, showsStates, depth > 0);
      column.push(item);
      items.push(item);
      y += item.h + ROW_GAP;
      width = Math.max(width, item.w);
      const parent = previous[Math.floor((row / inColumn) * previous.length)];
      if (parent) edges.push({ id: `e${item.id}`, from: parent.id, to: item.id });
    }
    bottom = Math.max(bottom, y);
    previous = column;
    x += width + COLUMN_GAP;
  }
  return { x: plot.left, y: plot.top, w: x - plot.left, h: bottom - plot.top };
}

function makeItem(number: number, x: number, y: number, pool: readonly PoolPicture[], showsStates: boolean, isChild: boolean): SurfaceItem {
  const aspectNumber = Math.floor(number / 3) % ASPECTS.length;
  const aspect = ASPECTS[aspectNumber] ?? 1;
  const cell = CELLS[aspectNumber] ?? CELLS[0];
  const base = aspectNumber * PICTURES_PER_ASPECT;
  const start = (number * 5) % PICTURES_PER_ASPECT;
  const layout = layOutCard({ headerLines: 2, hasChips: isChild, pictures: SHEET.count, columns: 4, cell });
  const id = `n${number}`;
  const prompt = PROMPTS[number % PROMPTS.length] ?? PROMPTS[0];
  const chips = isChild ? CHANGES.filter((_, nth) => (number + nth * 3) % 4 < 2).map((text) => ({ text })) : [];
  const pictures = layout.cells.map((rect, nth): SurfacePicture => {
    const poolNumber = base + ((start + nth) % PICTURES_PER_ASPECT);
    const picture: SurfacePicture = {
      ...rect,
      id: `${id}p${nth}`,
      label: `Variant ${nth + 1} of 8`,
      state: "ready",
      sources: WIDTHS.map((width) => ({ url: `/picture/${poolNumber}/${width}/${id}-${nth}.webp`, width })),
      aspect,
      thumbHash: pool[poolNumber]?.thumbHash,
      tile: nth,
    };
    return showsStates ? withState(picture, number, nth) : picture;
  });
  return {
    id,
    x,
    y,
    w: layout.width,
    h: layout.height,
    label: `${prompt}, 8 variants`,
    header: headerOf(prompt, number),
    chips,
    pictures,
    atlas: { url: `/sheet/${base + start}/${id}.webp`, ...SHEET },
  };
}

function headerOf(prompt: string, number: number): SurfaceText[] {
  return [{ text: prompt }, { text: `Sketch · ${(number % 9) + 1} min ago · $0.0${(number % 8) + 1}`, tone: "quiet" }];
}

function withState(picture: SurfacePicture, number: number, nth: number): SurfacePicture {
  const roll = (number * 8 + nth) % 13;
  if (number === 2 || number === 5) {
    const fraction = nth < 3 ? 0.25 + nth * 0.3 : null;
    if (number === 5 && nth === 6) return { ...picture, state: "failed", sources: [], thumbHash: undefined, note: "Refused by moderation" };
    const text = fraction === null ? `Queued · ${nth - 2}` : `${Math.round(fraction * 100)} % · 0:0${nth + 2}`;
    const progress = { fraction, text };
    // The one furthest along shows a preview.
    if (nth === 2) return { ...picture, state: "pending", progress };
    return { ...picture, state: "pending", sources: [], thumbHash: undefined, progress };
  }
  if (roll === 2) return { ...picture, frame: "picked", badge: "★ 4" };
  if (roll === 5 || roll === 9) return { ...picture, dim: true };
  return roll === 7 ? { ...picture, badge: "0:04" } : picture;
}
