import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ballot } from "@/lib/domain/vote/ballot";
import { fitStrengths, ranking } from "@/lib/domain/vote/bradley-terry";
import { isSettled, nextPair, questionsLeft } from "@/lib/domain/vote/next-question";

const IDS = ["a", "b", "c", "d", "e", "f"];

/** Asks as the vote does, and answers by the order of the ids. */
function voteToTheEnd(ids: readonly string[], limit: number): Ballot[] {
  const cast: Ballot[] = [];
  while (cast.length < limit) {
    const model = fitStrengths(ids, cast);
    if (isSettled(model)) break;
    const pair = nextPair(model);
    if (!pair) break;
    const shown = pair.map((index) => ids[index] ?? "");
    cast.push({ voter: "v", shown, chosen: shown.toSorted()[0] ?? "" });
  }
  return cast;
}

describe("the next question", () => {
  it("is asked of everybody before anybody is asked twice", () => {
    const asked = new Set<string>();
    const cast: Ballot[] = [];
    for (let turn = 0; turn < IDS.length / 2; turn += 1) {
      const pair = nextPair(fitStrengths(IDS, cast));
      const shown = (pair ?? []).map((index) => IDS[index] ?? "");
      for (const id of shown) asked.add(id);
      cast.push({ voter: "v", shown, chosen: shown[0] ?? "" });
    }
    expect([...asked].sort()).toEqual(IDS);
  });

  it("finds the order of a voter who never wavers, in fewer questions than asking each pair four times", () => {
    const cast = voteToTheEnd(IDS, 200);
    expect(ranking(fitStrengths(IDS, cast)).map(({ id }) => id)).toEqual(IDS);
    expect(cast.length).toBeLessThan(4 * 15);
  });

  it("does not ask a pair that is closed to this voter", () => {
    const open = nextPair(fitStrengths(IDS, []), (first, second) => first === 2 && second === 5);
    expect(open).toEqual([2, 5]);
    expect(nextPair(fitStrengths(IDS, []), () => false)).toBeNull();
  });

  it("comes to an end when two are as good as each other", () => {
    const ties = Array.from({ length: 200 }, () => ({ voter: "v", shown: ["a", "b"], chosen: null }));
    expect(isSettled(fitStrengths(["a", "b"], ties.slice(0, 2)))).toBe(false);
    expect(isSettled(fitStrengths(["a", "b"], ties))).toBe(true);
  });

  it("foresees no question for a settled order, and at least one for an open one", () => {
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(IDS, { minLength: 2, maxLength: 2 }), { maxLength: 30 }), (pairs) => {
        const model = fitStrengths(
          IDS,
          pairs.map((shown) => ({ voter: "v", shown, chosen: shown.toSorted()[0] ?? "" })),
        );
        expect(questionsLeft(model) === 0).toBe(isSettled(model));
      }),
      { numRuns: 25 },
    );
  });
});
