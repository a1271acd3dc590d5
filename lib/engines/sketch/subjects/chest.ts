import { ID, type Stage } from "../scene/stage";

/** Where letters go on what somebody wears: the middle of them and the room they have, in pixels. */
export interface Chest {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Less than this is too small to be read, as a share of the width. */
const LEAST = 0.05;

/** The chest of the first person of the scene, or the front of a shirt that is there by itself; null where neither is seen. */
export function chestOf(stage: Stage): Chest | null {
  const { width, height, spec } = stage;
  if (spec.camera === "top") return null;
  for (const [id, { shape }] of stage.subjects) {
    const isShirt = shape.kind === "icon" && /shirt|coat|dress|kimono/.test(shape.icon);
    if (shape.kind !== "figure" && !isShirt) continue;
    const box = boxOf(stage, id);
    if (box === null) continue;
    const [wide, tall] = [box.right - box.left, box.bottom - box.top];
    const isPortrait = spec.places[0] === "portrait" && id === ID.SUBJECT;
    const chest = isPortrait
      ? { x: middleAt(stage, id, height * 0.9), y: height * 0.915, width: wide * 0.5, height: height * 0.1 }
      : isShirt
        ? { x: (box.left + box.right) / 2, y: box.top + tall * 0.46, width: wide * 0.46, height: tall * 0.3 }
        : { x: (box.left + box.right) / 2, y: box.top + tall * 0.32, width: tall * 0.2, height: tall * 0.1 };
    if (chest.width >= width * LEAST) return chest;
  }
  return null;
}

/** The part of the picture that shows a thing. */
function boxOf({ ids, width, height }: Stage, id: number): Box | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (ids[y * width + x] !== id) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < left ? null : { left, right, top, bottom };
}

/** The middle of what a row shows of a thing. */
function middleAt({ ids, width }: Stage, id: number, y: number): number {
  const row = Math.round(y) * width;
  let [sum, count] = [0, 0];
  for (let x = 0; x < width; x++) {
    if (ids[row + x] !== id) continue;
    sum += x;
    count++;
  }
  return count === 0 ? width / 2 : sum / count;
}
