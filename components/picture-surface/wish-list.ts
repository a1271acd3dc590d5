import { chooseSource, decodeWidth, isAtlasEnough, isDot, isFlat } from "./detail";
import type { Point, Rect } from "./geometry";
import { centreOf, containAspect, inflate, intersects, translate } from "./geometry";
import type { PictureWish } from "./picture-cache";
import type { SurfaceItem } from "./scene";
import type { SceneIndex } from "./scene-index";

/** What to load for a view, and where on the surface each address is shown. */
export type WishList = { readonly wishes: readonly PictureWish[]; readonly shownAt: ReadonlyMap<string, Rect> };

/** Share of the view's size that is loaded ahead around it. */
const AHEAD = 0.3;
/** Pictures outside the view wait until all inside it are there. World units, more than any distance within a view. */
const OUTSIDE_PENALTY = 1e7;
/** A sheet brings a whole item at once: it goes before the single pictures of the same place. */
const SHEET_LEAD = 0.5;
const WHOLE_SHEET = 8_192;

/** The pictures worth having for a view of the world at `scale` device pixels per unit, nearest to the centre first. */
export function wishesFor(index: SceneIndex, view: Rect, scale: number): WishList {
  const wishes: PictureWish[] = [];
  const shownAt = new Map<string, Rect>();
  const centre = centreOf(view);
  const area = inflate(view, Math.max(view.w, view.h) * AHEAD);
  for (const item of index.itemsIn(area)) {
    if (isDot(item.w * scale)) continue;
    const urgency = distance(centreOf(item), centre) + (intersects(item, view) ? 0 : OUTSIDE_PENALTY);
    for (const wish of wishesOf(item, area, scale, urgency)) {
      wishes.push(wish);
      shownAt.set(wish.url, item);
    }
  }
  return { wishes, shownAt };
}

function wishesOf(item: SurfaceItem, area: Rect, scale: number, urgency: number): PictureWish[] {
  const wishes: PictureWish[] = [];
  const { atlas } = item;
  for (const picture of item.pictures) {
    // What fits into a flat cell is flat.
    if (isFlat(picture.w * scale, atlas !== undefined)) continue;
    const widthPx = containAspect(picture, picture.aspect).w * scale;
    if (isFlat(widthPx, atlas !== undefined) || !intersects(translate(picture, item), area)) continue;
    const hasTile = atlas !== undefined && picture.tile !== undefined;
    if (hasTile) wishes.push({ url: atlas.url, width: WHOLE_SHEET, priority: urgency * SHEET_LEAD });
    if (hasTile && isAtlasEnough(atlas.tileW, widthPx)) continue;
    const source = chooseSource(picture, widthPx);
    if (source) wishes.push({ url: source.url, width: decodeWidth(source, widthPx), priority: urgency });
  }
  return wishes;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
