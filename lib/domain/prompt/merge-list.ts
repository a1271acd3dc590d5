/**
 * Three-way merge of a list whose members are known by a key, in the order of `became`: what `own` took away is gone, what it changed is its own,
 * what it added comes last. Source: three-way merge as version control does it, by member.
 */
export function mergeList<Member>(
  base: readonly Member[],
  own: readonly Member[],
  became: readonly Member[],
  keyOf: (member: Member) => string,
): Member[] {
  if (isSame(base, own)) return [...became];
  if (isSame(base, became)) return [...own];
  const before = new Map(base.map((one) => [keyOf(one), one]));
  const after = new Map(own.map((one) => [keyOf(one), one]));
  const kept = became.flatMap((member) => {
    const key = keyOf(member);
    const mine = after.get(key);
    if (mine === undefined) return before.has(key) ? [] : [member];
    return [isSame(mine, before.get(key)) ? member : mine];
  });
  const there = new Set(kept.map(keyOf));
  // What somebody took away stays away, unless it was changed here meanwhile.
  const added = own.filter((one) => !there.has(keyOf(one)) && !isSame(before.get(keyOf(one)), one));
  return [...kept, ...added];
}

/** Plain data, read from one schema in one order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
