/** What a compared picture shows. */
export interface Look {
  /** Factor on "fits its cell": 1 = fitted. */
  readonly zoom: number;
  /** 0–1 from the picture's left and top: what lies in the middle of the cell. */
  readonly x: number;
  readonly y: number;
}

/** A point of a cell, in CSS pixels from its centre. */
export interface CellPoint {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FITTED: Look = { zoom: 1, x: 0.5, y: 0.5 };
/** One picture pixel on 16 CSS pixels: 1600 %. */
export const MAX_SCALE = 16;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Scale at which a picture just fits its cell. */
export function fitScale(picture: Size, cell: Size): number {
  return Math.min(cell.width / picture.width, cell.height / picture.height);
}

/** The zoom at 1600 %; a picture that small that it fits its cell beyond that is not zoomed. */
export function mostZoom(picture: Size, cell: Size): number {
  return Math.max(1, MAX_SCALE / fitScale(picture, cell));
}

/** The middle may wander only as far as the picture's edge meets the cell's; a picture smaller than its cell stays centred. */
export function held(look: Look, picture: Size, cell: Size): Look {
  const zoom = clamp(look.zoom, 1, mostZoom(picture, cell));
  const scale = fitScale(picture, cell) * zoom;
  const slack = (side: number, room: number) => Math.min(0.5, room / (2 * side * scale));
  const [sx, sy] = [slack(picture.width, cell.width), slack(picture.height, cell.height)];
  return { zoom, x: clamp(look.x, sx, 1 - sx), y: clamp(look.y, sy, 1 - sy) };
}

/** Zooms so that what is under the pointer stays there, as far as the edges let it. */
export function zoomedAt(look: Look, factor: number, at: CellPoint, picture: Size, cell: Size): Look {
  return held(zoomedAbout(look, factor, at, picture, cell), picture, cell);
}

/** The same without heed of the edges. */
export function zoomedAbout(look: Look, factor: number, at: CellPoint, picture: Size, cell: Size): Look {
  const zoom = clamp(look.zoom * factor, 1, mostZoom(picture, cell));
  const [before, after] = [look.zoom, zoom].map((value) => fitScale(picture, cell) * value) as [number, number];
  const moved = (middle: number, offset: number, side: number) => middle + offset / (side * before) - offset / (side * after);
  return { zoom, x: moved(look.x, at.x, picture.width), y: moved(look.y, at.y, picture.height) };
}

/** The pixel of a picture that a point of its cell shows, counted from the left and top; null beside the picture. */
export function pixelAt(look: Look, at: CellPoint, picture: Size, cell: Size): { readonly x: number; readonly y: number } | null {
  const scale = fitScale(picture, cell) * look.zoom;
  const x = Math.floor(look.x * picture.width + at.x / scale);
  const y = Math.floor(look.y * picture.height + at.y / scale);
  return x >= 0 && y >= 0 && x < picture.width && y < picture.height ? { x, y } : null;
}

/** Moves with the hand: `by` in pixels of the screen. */
export function pannedBy(look: Look, by: CellPoint, picture: Size, cell: Size): Look {
  const scale = fitScale(picture, cell) * look.zoom;
  return held({ ...look, x: look.x - by.x / (picture.width * scale), y: look.y - by.y / (picture.height * scale) }, picture, cell);
}

/** The zoom that shows one picture pixel on one screen pixel. */
export function zoomOfActualPixels(picture: Size, cell: Size, devicePixelRatio: number): number {
  return clamp(1 / (fitScale(picture, cell) * devicePixelRatio), 1, mostZoom(picture, cell));
}

/** How many columns make the pictures largest. */
export function bestColumns(count: number, aspect: number, room: Size): number {
  let best = { columns: 1, area: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const cell = { width: room.width / columns, height: room.height / Math.ceil(count / columns) };
    const width = Math.min(cell.width, cell.height * aspect);
    if (width * width > best.area + 1) best = { columns, area: width * width };
  }
  return best.columns;
}
