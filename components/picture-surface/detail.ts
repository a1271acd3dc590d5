import type { SurfacePicture, SurfaceSource } from "./scene";

/** How much of an item is drawn at a zoom: everything, lines instead of words, or pictures alone. */
export type Detail = "text" | "bars" | "pictures";

/** Below this zoom 13-unit text is under 6 CSS pixels: words become bars. */
const TEXT_FROM_ZOOM = 0.46;
const BARS_FROM_ZOOM = 0.24;
/** Device pixels across a picture's cell under which a colour says as much as the picture. A sheet brings eight for one request. */
const FLAT_BELOW_PX = 22;
const FLAT_BELOW_PX_WITH_ATLAS = 10;

export function detailFor(zoom: number): Detail {
  if (zoom >= TEXT_FROM_ZOOM) return "text";
  return zoom >= BARS_FROM_ZOOM ? "bars" : "pictures";
}

/** Whether a cell of this many device pixels is drawn as one colour. */
export function isFlat(cellPx: number, hasAtlas: boolean): boolean {
  return cellPx < (hasAtlas ? FLAT_BELOW_PX_WITH_ATLAS : FLAT_BELOW_PX);
}

/** Device pixels across an item under which its pictures would lie on each other. */
const DOT_BELOW_PX = 5;

/** Whether an item of this many device pixels is drawn as one dot. */
export function isDot(itemPx: number): boolean {
  return itemPx < DOT_BELOW_PX;
}

/** A source may be this much too narrow before the next wider one is worth its bytes. */
const ENOUGH = 0.85;

/** The narrowest source that is sharp at `widthPx` device pixels, the widest there is when none suffices. */
export function chooseSource(picture: SurfacePicture, widthPx: number): SurfaceSource | undefined {
  let best: SurfaceSource | undefined;
  for (const source of picture.sources) {
    if (best === undefined) {
      best = source;
      continue;
    }
    const isBestEnough = best.width >= widthPx * ENOUGH;
    const isEnough = source.width >= widthPx * ENOUGH;
    const isBetter = isBestEnough ? isEnough && source.width < best.width : isEnough || source.width > best.width;
    if (isBetter) best = source;
  }
  return best;
}

/** Widths pictures are decoded at, so that zooming does not decode a new size every frame. */
export function decodeWidth(source: SurfaceSource, widthPx: number): number {
  const step = 2 ** Math.ceil(Math.log2(Math.max(64, widthPx * ENOUGH)));
  return Math.min(source.width, step);
}

/** Whether an item's sheet is sharp enough for a picture drawn this wide. */
export function isAtlasEnough(tileW: number, widthPx: number): boolean {
  return tileW >= widthPx * ENOUGH;
}
