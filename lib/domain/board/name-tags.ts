/** Where somebody points, in CSS pixels of the screen. */
export interface Pointed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The room one name takes beside its pointer. CSS pixels. */
export const TAG = { width: 136, height: 18 } as const;

/**
 * How far down each name is moved so that none lies over another, when several people point at one place: who came first keeps their place,
 * the others stand below. CSS pixels; 0 for most.
 */
export function spreadTags(pointed: readonly Pointed[]): ReadonlyMap<string, number> {
  const placed: { readonly x: number; readonly y: number }[] = [];
  const moved = new Map<string, number>();
  for (const { id, x, y } of pointed) {
    let at = y;
    // What is passed over is above from then on, so that each round either settles or goes below one more.
    for (;;) {
      const inTheWay = placed.find((other) => Math.abs(other.x - x) < TAG.width && Math.abs(other.y - at) < TAG.height);
      if (!inTheWay) break;
      at = inTheWay.y + TAG.height;
    }
    placed.push({ x, y: at });
    moved.set(id, at - y);
  }
  return moved;
}
