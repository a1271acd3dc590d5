/** A place on a picture, 0–1 from its left and top. */
export type Place = { readonly x: number; readonly y: number };

export const CENTRE: Place = { x: 0.5, y: 0.5 };

const STEPS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const FINE = 0.01;
const COARSE = 0.05;

/** The place after an arrow key, a hundredth of the picture further, with Shift five; null for any other key. */
export function moved(place: Place, key: string, isCoarse: boolean): Place | null {
  const step = STEPS[key];
  if (!step) return null;
  const size = isCoarse ? COARSE : FINE;
  return { x: within(place.x + step.x * size), y: within(place.y + step.y * size) };
}

/** Where a pointer is on a picture that is drawn at `box`, in CSS pixels. */
export function placeAt(pointer: { clientX: number; clientY: number }, box: DOMRectReadOnly): Place {
  return { x: within((pointer.clientX - box.left) / box.width), y: within((pointer.clientY - box.top) / box.height) };
}

/** Rounded to a thousandth: no finer than anybody can point. */
function within(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 1_000) / 1_000;
}

/** "34 % across, 60 % down". */
export function placeInWords({ x, y }: Place): string {
  return `${Math.round(x * 100)} % across, ${Math.round(y * 100)} % down`;
}
