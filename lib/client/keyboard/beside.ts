import { type Chord, splitChord } from "./chord";

/** Where keys lie, in key widths from the top left; the letters as on a QWERTY keyboard. */
const ROWS: readonly (readonly [startX: number, y: number, keys: string])[] = [
  [1, 0, "1234567890-="],
  [1.5, 1, "qwertyuiop[]"],
  [1.75, 2, "asdfghjkl;'"],
  [2.25, 3, "zxcvbnm,./"],
];

const PLACES: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ...ROWS.flatMap(([startX, y, keys]) => [...keys].map((key, index) => [key, [startX + index, y]] as const)),
  ["escape", [0, -1]],
  ["backspace", [13, 0]],
  ["enter", [13, 2]],
  ["delete", [14.5, 0]],
  ["home", [15.5, -0.5]],
  ["end", [15.5, 0.5]],
  ["pageup", [16.5, -0.5]],
  ["pagedown", [16.5, 0.5]],
  ["arrowleft", [14.5, 4]],
  ["arrowup", [15.5, 3]],
  ["arrowdown", [15.5, 4]],
  ["arrowright", [16.5, 4]],
]);

const SPACE_FROM_X = 3.5;
const SPACE_TO_X = 9.5;
const SPACE_Y = 4;
/** Diagonal neighbours count: a finger that slips does not slip straight. */
const REACH = 1.5;

/** Whether a finger meant for one chord may hit the other: the same modifiers, and keys that touch. Keys we know no place of are not beside any. */
export function isBeside(one: Chord, other: Chord): boolean {
  const first = splitChord(one);
  const second = splitChord(other);
  if (first.key === second.key || first.modifiers.join() !== second.modifiers.join()) return false;
  const near = place(first.key, second.key);
  const far = place(second.key, first.key);
  return near !== undefined && far !== undefined && Math.hypot(near[0] - far[0], near[1] - far[1]) < REACH;
}

/** Where a key lies; for the long space bar, its point nearest to the other key. */
function place(key: string, other: string): readonly [number, number] | undefined {
  if (key !== "space") return PLACES.get(key);
  const x = PLACES.get(other)?.[0] ?? SPACE_FROM_X;
  return [Math.min(SPACE_TO_X, Math.max(SPACE_FROM_X, x)), SPACE_Y];
}
