export type Arrow = "up" | "down" | "left" | "right";

/** Where a card stands on the screen, in CSS pixels. */
export type Spot = { readonly x: number; readonly y: number };

/** Straying sideways costs this many times going straight on. */
const SIDEWAYS_COST = 3;

/** Which spot an arrow leads to from another one; null where nothing lies that way. The same for a list and for columns. */
export function stepFrom(spots: readonly Spot[], from: number, arrow: Arrow): number | null {
  const origin = spots[from];
  if (!origin) return null;
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, spot] of spots.entries()) {
    const { ahead, aside } = distance(origin, spot, arrow);
    const cost = ahead + aside * SIDEWAYS_COST;
    if (index === from || ahead <= 1 || cost >= bestCost) continue;
    best = index;
    bestCost = cost;
  }
  return best;
}

function distance(from: Spot, to: Spot, arrow: Arrow): { ahead: number; aside: number } {
  const across = to.x - from.x;
  const down = to.y - from.y;
  switch (arrow) {
    case "up":
      return { ahead: -down, aside: Math.abs(across) };
    case "down":
      return { ahead: down, aside: Math.abs(across) };
    case "left":
      return { ahead: -across, aside: Math.abs(down) };
    case "right":
      return { ahead: across, aside: Math.abs(down) };
    default:
      return arrow satisfies never;
  }
}
