import type { Ballot } from "./ballot";

/**
 * How far voters agree: Krippendorff's alpha for nominal data, with a pair of candidates as the unit and "which of the
 * two" as the value. Chosen over Kendall's W because voters answer different pairs and not all of them. 1 = always the
 * same answer, 0 = as by chance, below = worse than chance; null when no pair was answered by two voters.
 * Source: K. Krippendorff, Content Analysis (2004), ch. 11.
 */
export function agreement(ballots: readonly Ballot[]): number | null {
  return nominalAlpha([...answersByPair(ballots).values()]);
}

/** Krippendorff's alpha for nominal values: each unit holds what those who judged it said. Units with fewer than two say nothing. */
export function nominalAlpha(all: readonly (readonly string[])[]): number | null {
  const units = all.filter((values) => values.length >= 2);
  const total = units.reduce((sum, answers) => sum + answers.length, 0);
  if (total === 0) return null;
  const counts = new Map<string, number>();
  let differing = 0;
  for (const answers of units) {
    const here = countEach(answers);
    for (const [value, count] of here) counts.set(value, (counts.get(value) ?? 0) + count);
    const unlike = [...here.values()].reduce((sum, count) => sum + count * (answers.length - count), 0);
    differing += unlike / (answers.length - 1);
  }
  const byChance = [...counts.values()].reduce((sum, count) => sum + count * (total - count), 0) / (total - 1);
  return byChance === 0 ? 1 : 1 - differing / byChance;
}

/**
 * Every pair a ballot says something about, with what each voter said: "first" or "second" in the order of the ids' names,
 * so that which side a picture stood on does not matter. A ballot of four says that the chosen one beats each of the others.
 */
function answersByPair(ballots: readonly Ballot[]): Map<string, string[]> {
  const last = new Map<string, Map<string, string>>();
  for (const { voter, shown, chosen } of ballots) {
    const pairs = chosen === null ? pairsOf(shown) : shown.filter((id) => id !== chosen).map((id) => [chosen, id] as const);
    for (const [a, b] of pairs) {
      const [first, second] = a < b ? [a, b] : [b, a];
      const key = JSON.stringify([first, second]);
      const answer = chosen === null ? "tie" : chosen === first ? "first" : "second";
      last.set(key, (last.get(key) ?? new Map<string, string>()).set(voter, answer));
    }
  }
  return new Map([...last].map(([pair, voters]) => [pair, [...voters.values()]]));
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((first, index) => ids.slice(index + 1).map((second) => [first, second] as const));
}

function countEach(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
