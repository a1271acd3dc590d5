/** A part of a picture, in its whole pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The smallest crop an engine can still see something in. */
export const SMALLEST_CROP_PX = 64;

export const wholeOf = ({ width, height }: Size): Crop => ({ x: 0, y: 0, width, height });

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(high, low), Math.max(low, value));

/** A crop within its picture: whole pixels, not too small to be seen, nothing of it outside. */
export function heldCrop(crop: Crop, picture: Size): Crop {
  const width = clamp(Math.round(crop.width), Math.min(SMALLEST_CROP_PX, picture.width), picture.width);
  const height = clamp(Math.round(crop.height), Math.min(SMALLEST_CROP_PX, picture.height), picture.height);
  return {
    width,
    height,
    x: clamp(Math.round(crop.x), 0, picture.width - width),
    y: clamp(Math.round(crop.y), 0, picture.height - height),
  };
}

export function movedCrop(crop: Crop, by: { readonly x: number; readonly y: number }, picture: Size): Crop {
  return heldCrop({ ...crop, x: crop.x + by.x, y: crop.y + by.y }, picture);
}

/** A corner that is pulled, the opposite one staying. With a ratio (width / height) the height follows the width. */
export function pulledCrop(
  crop: Crop,
  corner: { readonly isRight: boolean; readonly isBottom: boolean },
  by: { readonly x: number; readonly y: number },
  picture: Size,
  ratio: number | null,
): Crop {
  const [right, bottom] = [crop.x + crop.width, crop.y + crop.height];
  const room = {
    width: corner.isRight ? picture.width - crop.x : right,
    height: corner.isBottom ? picture.height - crop.y : bottom,
  };
  let width = clamp(crop.width + (corner.isRight ? by.x : -by.x), Math.min(SMALLEST_CROP_PX, room.width), room.width);
  let height = clamp(crop.height + (corner.isBottom ? by.y : -by.y), Math.min(SMALLEST_CROP_PX, room.height), room.height);
  if (ratio !== null) {
    width = Math.min(width, room.height * ratio);
    height = width / ratio;
  }
  [width, height] = [Math.round(width), Math.round(height)];
  return heldCrop({ width, height, x: corner.isRight ? crop.x : right - width, y: corner.isBottom ? crop.y : bottom - height }, picture);
}

/** The largest crop of a ratio (width / height) around the middle of another one. */
export function cropOfRatio(crop: Crop, ratio: number, picture: Size): Crop {
  const width = Math.min(picture.width, picture.height * ratio);
  const height = width / ratio;
  return heldCrop({ width, height, x: crop.x + (crop.width - width) / 2, y: crop.y + (crop.height - height) / 2 }, picture);
}
