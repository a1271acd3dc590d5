/** Where a step leads among compared pictures: round, and past the one that is pinned. All are places in their list. */
export function steppedPast(at: number, by: number, count: number, pinned: number | null): number {
  if (count === 0) return 0;
  const round = (place: number) => ((place % count) + count) % count;
  const next = round(at + by);
  return next === pinned && count > 1 ? round(next + Math.sign(by)) : next;
}

/** The place that keys act on: the one gone to, or the next where that is the pinned one, which the others are held against. */
export function heldPlace(chosen: number, count: number, pinned: number | null): number {
  return chosen === pinned ? steppedPast(chosen, 1, count, pinned) : Math.min(chosen, Math.max(0, count - 1));
}

/** Which two lie on top of each other: the pinned one, else the first, and the one that is looked at. Null below two pictures. */
export function layered(at: number, count: number, pinned: number | null): { readonly below: number; readonly above: number } | null {
  if (count < 2) return null;
  const below = pinned ?? 0;
  return { below, above: at === below ? (below + 1) % count : at };
}
