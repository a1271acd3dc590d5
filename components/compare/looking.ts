import {
  type CellPoint,
  FITTED,
  fitScale,
  held,
  type Look,
  pannedBy,
  type Size,
  zoomedAbout,
  zoomOfActualPixels,
} from "@/lib/domain/compare/view-port";

/** What all pictures show together, and what single ones are moved by on their own, in parts of the picture. */
export interface Looking {
  readonly shared: Look;
  readonly offsets: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** From here on single pixels are what one looks for; below, their steps only disturb. CSS pixels a picture pixel. */
export const PIXELS_SHOW_FROM = 4;

export const LOOKING_AT_ALL: Looking = { shared: FITTED, offsets: new Map() };

/** The picture a gesture happens on, and its cell. */
export interface At {
  readonly id: string;
  readonly picture: Size;
  readonly cell: Size;
}

export type LookAct =
  | { readonly kind: "zoom"; readonly factor: number; readonly at: CellPoint; readonly on: At }
  | { readonly kind: "pan"; readonly by: CellPoint; readonly on: At; readonly isAlone: boolean }
  | { readonly kind: "toggle-actual"; readonly at: CellPoint; readonly on: At; readonly devicePixelRatio: number }
  /** Everything in sight again; a second time the offsets go too. */
  | { readonly kind: "fit" };

const UNMOVED = { x: 0, y: 0 };

/** One picture's own view: the shared one, which stays within the picture, moved by its offset, which is kept at every zoom. */
export function lookOf(looking: Looking, { id, picture, cell }: At): Look {
  const offset = looking.offsets.get(id) ?? UNMOVED;
  const { zoom, x, y } = held(looking.shared, picture, cell);
  return { zoom, x: x + offset.x, y: y + offset.y };
}

/** How large a picture is shown: screen pixels a picture pixel, in per cent. */
export function percentOf(looking: Looking, at: At, devicePixelRatio: number): number {
  return Math.round(fitScale(at.picture, at.cell) * lookOf(looking, at).zoom * devicePixelRatio * 100);
}

/** Pure, so that zooming and panning are tested without a browser. */
export function look(looking: Looking, act: LookAct): Looking {
  switch (act.kind) {
    case "fit":
      return looking.shared.zoom > 1.001 ? { ...looking, shared: FITTED } : LOOKING_AT_ALL;
    case "zoom":
      return zoomed(looking, act.factor, act.at, act.on);
    case "toggle-actual": {
      const before = held(looking.shared, act.on.picture, act.on.cell).zoom;
      if (before > 1.001) return { ...looking, shared: FITTED };
      return zoomed(looking, zoomOfActualPixels(act.on.picture, act.on.cell, act.devicePixelRatio) / before, act.at, act.on);
    }
    case "pan": {
      const { id, picture, cell } = act.on;
      const before = held(looking.shared, picture, cell);
      if (!act.isAlone) return { ...looking, shared: pannedBy(before, act.by, picture, cell) };
      const scale = fitScale(picture, cell) * before.zoom;
      const offset = looking.offsets.get(id) ?? UNMOVED;
      const moved = {
        x: inReach(offset.x - act.by.x / (picture.width * scale)),
        y: inReach(offset.y - act.by.y / (picture.height * scale)),
      };
      return { ...looking, offsets: new Map(looking.offsets).set(id, moved) };
    }
    default:
      return act satisfies never;
  }
}

/** An offset aligns two pictures of the same thing; by more than half of one they would show nothing of each other. */
const inReach = (part: number) => Math.min(0.5, Math.max(-0.5, part));

/** Zooms all so that what lies under the hand stays there; what the picture there was moved by on its own stays too. */
function zoomed(looking: Looking, factor: number, at: CellPoint, on: At): Looking {
  const offset = looking.offsets.get(on.id) ?? UNMOVED;
  const wanted = zoomedAbout(lookOf(looking, on), factor, at, on.picture, on.cell);
  return { ...looking, shared: held({ zoom: wanted.zoom, x: wanted.x - offset.x, y: wanted.y - offset.y }, on.picture, on.cell) };
}
