import { describe, expect, it } from "vitest";
import type { Ballot } from "@/lib/domain/vote/ballot";
import { fitStrengths, ranking } from "@/lib/domain/vote/bradley-terry";
import { nextQuestion, winsOf } from "@/lib/domain/vote/question";
import { agreementWords, signed, standingWords, voteProblem } from "@/lib/domain/vote/words";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${String(index).padStart(2, "0")}`);

/** A voter who always chooses the best of those shown; gives the ballots until nothing is asked. */
function voteThrough(candidates: readonly string[], shown: number, voter = "v", before: readonly Ballot[] = []): Ballot[] {
  const ballots: Ballot[] = [];
  while (true) {
    const next = nextQuestion({ candidates, ballots: [...before, ...ballots], voter, shown });
    if (next.kind === "done") return ballots;
    ballots.push({ voter, shown: next.candidates, chosen: [...next.candidates].sort()[0] ?? null });
  }
}

describe("the next question of a voter", () => {
  it.each([
    [8, 2, 20],
    [12, 2, 45],
    [10, 4, 30],
  ])("over %i pictures, %i at once, is asked until their order is known, at most %i times", (count, shown, most) => {
    const candidates = ids(count);
    const ballots = voteThrough(candidates, shown);
    expect(ballots.length).toBeLessThanOrEqual(most);
    expect(ballots.every((ballot) => ballot.shown.length <= shown && new Set(ballot.shown).size === ballot.shown.length)).toBe(true);
    const order = ranking(fitStrengths(candidates, ballots)).map(({ id }) => id);
    expect(order).toEqual(candidates);
  });

  it("never repeats a pair to the same voter, and lets whoever comes late have a say although the order is settled", () => {
    const candidates = ids(6);
    const first = voteThrough(candidates, 2);
    const pairs = first.map(({ shown }) => [...shown].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
    const many = Array.from({ length: 30 }, (_, voter) => first.map((ballot) => ({ ...ballot, voter: `v${voter}` }))).flat();
    expect(voteThrough(candidates, 2, "late", many)).toHaveLength(5);
  });

  it("counts how often each was chosen of the pairs it stood in, a tie as half", () => {
    const wins = winsOf([
      { voter: "v", shown: ["a", "b", "c"], chosen: "a" },
      { voter: "v", shown: ["a", "b"], chosen: null },
    ]);
    expect(wins.get("a")).toEqual({ won: 2.5, of: 3 });
    expect(wins.get("b")).toEqual({ won: 0.5, of: 2 });
    expect(wins.get("c")).toEqual({ won: 0, of: 1 });
  });

  it("is told in numbers that say the same everywhere", () => {
    expect(standingWords({ voteId: "", title: "", rank: 2, of: 8, score: 0.841, low: -0.1, high: 1.78 })).toBe(
      "2 of 8 · +0.84 (−0.10 to +1.78)",
    );
    expect([signed(-0.5), signed(-0.001), agreementWords(0.85), agreementWords(null)]).toEqual([
      "−0.50",
      "0.00",
      "+0.85, strong",
      "Not known: no pair was answered by two voters",
    ]);
    expect([voteProblem(1), voteProblem(2), voteProblem(65)]).toEqual([
      "Select at least two pictures first.",
      null,
      "A vote takes at most 64 pictures; there are 65.",
    ]);
  });
});
