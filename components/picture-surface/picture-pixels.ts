import { chooseSource, isAtlasEnough } from "./detail";
import type { Rect } from "./geometry";
import { containAspect, inflate } from "./geometry";
import type { PictureCache } from "./picture-cache";
import type { SurfaceAtlas, SurfaceItem, SurfacePicture } from "./scene";

/** An image and the part of it to draw. */
export type Pixels = { readonly image: ImageBitmap; readonly part: Rect };

/** The best pixels at hand for a picture drawn `widthPx` device pixels wide, or null when none have arrived yet. */
export function pixelsAtHand(cache: PictureCache<ImageBitmap>, item: SurfaceItem, picture: SurfacePicture, widthPx: number): Pixels | null {
  const { atlas } = item;
  if (atlas && picture.tile !== undefined && isAtlasEnough(atlas.tileW, widthPx)) {
    const fromSheet = tilePixels(cache, atlas, picture.tile, picture.aspect);
    if (fromSheet) return fromSheet;
  }
  const wanted = chooseSource(picture, widthPx);
  const exact = wanted && cache.get(wanted.url);
  if (exact) return wholeOf(exact);
  let widest: ImageBitmap | undefined;
  for (const source of picture.sources) {
    const image = cache.get(source.url);
    if (image && (widest === undefined || image.width > widest.width)) widest = image;
  }
  if (widest) return wholeOf(widest);
  return atlas && picture.tile !== undefined ? tilePixels(cache, atlas, picture.tile, picture.aspect) : null;
}

function wholeOf(image: ImageBitmap): Pixels {
  return { image, part: { x: 0, y: 0, w: image.width, h: image.height } };
}

/**
 * Tiles hold the whole picture, centred, as large as fits: the bars beside it are not drawn, nor the pixel at its rim
 * that mixes with them.
 */
function tilePixels(cache: PictureCache<ImageBitmap>, atlas: SurfaceAtlas, tile: number, aspect: number): Pixels | null {
  const image = cache.get(atlas.url);
  if (!image) return null;
  const cell = {
    x: (tile % atlas.columns) * atlas.tileW,
    y: Math.floor(tile / atlas.columns) * atlas.tileH,
    w: atlas.tileW,
    h: atlas.tileH,
  };
  const shown = containAspect(cell, aspect);
  const hasBars = shown.w < cell.w || shown.h < cell.h;
  return { image, part: hasBars ? inflate(shown, -1) : shown };
}
