/** What every compared picture shows: `zoom` 1 = one picture pixel a screen pixel of the first picture; centre in parts of the picture. */
export interface Look {
  /** Factor on "fits its cell": 1 = fitted. */
  readonly zoom: number;
  /** 0–1 from the picture's left and top: what lies in the middle of the cell. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FITTED: Look = { zoom: 1, x: 0.5, y: 0.5 };
/** 16 times fitted is beyond 1600 % of a 1024 picture in any usual cell. */
export const MAX_ZOOM = 16;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Scale at which a picture just fits its cell. */
export function fitScale(picture: Size, cell: Size): number {
  return Math.min(cell.width / picture.width, cell.height / picture.height);
}

/** The middle may wander only as far as the picture's edge meets the cell's; a picture smaller than its cell stays centred. */
export function held(look: Look, picture: Size, cell: Size): Look {
  const zoom = clamp(look.zoom, 1, MAX_ZOOM);
  const scale = fitScale(picture, cell) * zoom;
  const slack = (side: number, room: number) => Math.min(0.5, room / (2 * side * scale));
  const [sx, sy] = [slack(picture.width, cell.width), slack(picture.height, cell.height)];
  return { zoom, x: clamp(look.x, sx, 1 - sx), y: clamp(look.y, sy, 1 - sy) };
}

/** Zooms so that what is under the pointer stays there. `at` is in pixels from the cell's centre. */
export function zoomedAt(look: Look, factor: number, at: { readonly x: number; readonly y: number }, picture: Size, cell: Size): Look {
  const zoom = clamp(look.zoom * factor, 1, MAX_ZOOM);
  const [before, after] = [look.zoom, zoom].map((value) => fitScale(picture, cell) * value) as [number, number];
  const moved = (middle: number, offset: number, side: number) => middle + offset / (side * before) - offset / (side * after);
  return held({ zoom, x: moved(look.x, at.x, picture.width), y: moved(look.y, at.y, picture.height) }, picture, cell);
}

/** Moves with the hand: `by` in pixels of the screen. */
export function pannedBy(look: Look, by: { readonly x: number; readonly y: number }, picture: Size, cell: Size): Look {
  const scale = fitScale(picture, cell) * look.zoom;
  return held({ ...look, x: look.x - by.x / (picture.width * scale), y: look.y - by.y / (picture.height * scale) }, picture, cell);
}

/** The zoom that shows one picture pixel on one screen pixel. */
export function zoomOfActualPixels(picture: Size, cell: Size, devicePixelRatio: number): number {
  return clamp(1 / (fitScale(picture, cell) * devicePixelRatio), 1, MAX_ZOOM);
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
