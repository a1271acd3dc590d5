import { FITTED, held, type Look, pannedBy, type Size, zoomedAt, zoomOfActualPixels } from "@/lib/domain/compare/view-port";

/** What all pictures show together, and what single ones were moved by on their own, in parts of the picture. */
export interface Looking {
  readonly shared: Look;
  readonly offsets: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

export const LOOKING_AT_ALL: Looking = { shared: FITTED, offsets: new Map() };

/** The picture a gesture happens on, and its cell. */
export interface At {
  readonly id: string;
  readonly picture: Size;
  readonly cell: Size;
}

type Point = { readonly x: number; readonly y: number };

export type LookAct =
  | { readonly kind: "zoom"; readonly factor: number; readonly at: Point; readonly on: At }
  | { readonly kind: "pan"; readonly by: Point; readonly on: At; readonly isAlone: boolean }
  | { readonly kind: "toggle-actual"; readonly at: Point; readonly on: At; readonly devicePixelRatio: number }
  | { readonly kind: "fit" };

/** One picture's own view: the shared one moved by its offset. */
export function lookOf(looking: Looking, { id, picture, cell }: At): Look {
  const offset = looking.offsets.get(id) ?? { x: 0, y: 0 };
  return held({ ...looking.shared, x: looking.shared.x + offset.x, y: looking.shared.y + offset.y }, picture, cell);
}

/** Pure, so that zooming and panning are tested without a browser. */
export function look(looking: Looking, act: LookAct): Looking {
  switch (act.kind) {
    case "fit":
      return LOOKING_AT_ALL;
    case "zoom":
      return shared(looking, act.on, zoomedAt(lookOf(looking, act.on), act.factor, act.at, act.on.picture, act.on.cell));
    case "toggle-actual": {
      const before = lookOf(looking, act.on);
      if (before.zoom > 1.001) return LOOKING_AT_ALL;
      const zoom = zoomOfActualPixels(act.on.picture, act.on.cell, act.devicePixelRatio);
      return shared(looking, act.on, zoomedAt(before, zoom / before.zoom, act.at, act.on.picture, act.on.cell));
    }
    case "pan": {
      const after = pannedBy(lookOf(looking, act.on), act.by, act.on.picture, act.on.cell);
      if (!act.isAlone) return shared(looking, act.on, after);
      const offset = { x: after.x - looking.shared.x, y: after.y - looking.shared.y };
      return { ...looking, offsets: new Map(looking.offsets).set(act.on.id, offset) };
    }
    default:
      return act satisfies never;
  }
}

/** Moves everybody so that the picture under the hand shows `wanted`; its own offset stays. */
function shared(looking: Looking, { id }: At, wanted: Look): Looking {
  const offset = looking.offsets.get(id) ?? { x: 0, y: 0 };
  return { ...looking, shared: { zoom: wanted.zoom, x: wanted.x - offset.x, y: wanted.y - offset.y } };
}
