/** A list with one thing put before another; last when `before` is null. What it does not hold is put in. */
export function placedBefore<Item>(list: readonly Item[], item: Item, before: Item | null): readonly Item[] {
  const others = list.filter((other) => other !== item);
  const at = before === null || before === item ? -1 : others.indexOf(before);
  if (before === item) return list;
  return at === -1 ? [...others, item] : [...others.slice(0, at), item, ...others.slice(at)];
}

/** What stands behind a thing now: where to put it back. Null when it is the last. */
export function behind<Item>(list: readonly Item[], item: Item): Item | null {
  return list[list.indexOf(item) + 1] ?? null;
}
