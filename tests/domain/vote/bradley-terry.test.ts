import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ballot, ballotProblem } from "@/lib/domain/vote/ballot";
import { fitStrengths, ranking, varianceBetween, winRate } from "@/lib/domain/vote/bradley-terry";

const TEAMS = ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"];
/** Wins of the row over the column: American League, Eastern division, 1987. Agresti, Categorical Data Analysis, table 10.10. */
const WINS = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
];
/** Scores above Baltimore and their standard errors as printed for these data in the BradleyTerry2 paper (J. Stat. Softw. 48, 2012). */
const PUBLISHED: Readonly<Record<string, readonly [score: number, error: number]>> = {
  Boston: [1.1077, 0.3339],
  Cleveland: [0.6839, 0.3319],
  Detroit: [1.4364, 0.3396],
  Milwaukee: [1.5814, 0.3433],
  "New York": [1.2476, 0.3359],
  Toronto: [1.2945, 0.3367],
};

const baseball: Ballot[] = WINS.flatMap((row, winner) =>
  row.flatMap((wins, loser) =>
    Array.from({ length: wins }, () => {
      const shown = [TEAMS[winner] ?? "", TEAMS[loser] ?? ""];
      return { voter: "season", shown, chosen: TEAMS[winner] ?? "" };
    }),
  ),
);

const IDS = ["a", "b", "c", "d", "e"];
const aBallot: fc.Arbitrary<Ballot> = fc
  .tuple(fc.shuffledSubarray(IDS, { minLength: 2, maxLength: 4 }), fc.nat(4), fc.constantFrom("ada", "ben"))
  .map(([shown, pick, voter]) => ({ voter, shown, chosen: shown[pick] ?? null }));
const ballots = fc.array(aBallot, { maxLength: 40 });
const scoresOf = (ids: readonly string[], cast: readonly Ballot[]) =>
  new Map(ranking(fitStrengths(ids, cast)).map(({ id, score }) => [id, score] as const));

describe("Bradley and Terry's model", () => {
  it("gives the published scores and errors of the 1987 baseball season", () => {
    const model = fitStrengths(TEAMS, baseball, { prior: 0 });
    const last = TEAMS.indexOf("Baltimore");
    for (const [team, [score, error]] of Object.entries(PUBLISHED)) {
      const index = TEAMS.indexOf(team);
      expect((model.scores[index] ?? 0) - (model.scores[last] ?? 0)).toBeCloseTo(score, 3);
      expect(Math.sqrt(varianceBetween(model.covariance, index, last))).toBeCloseTo(error, 3);
    }
    expect(ranking(model).map(({ id }) => id)).toEqual(["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore"]);
  });

  it("of two candidates gives the share of wins", () => {
    const cast = [..."aaab"].map((chosen) => ({ voter: "v", shown: ["a", "b"], chosen }));
    const { scores } = fitStrengths(["a", "b"], cast, { prior: 0 });
    expect(winRate(scores[0] ?? 0, scores[1] ?? 0)).toBeCloseTo(0.75, 9);
  });

  it("of four shown at once gives the shares of choices", () => {
    const cast = [..."aaaabbbccd"].map((chosen) => ({ voter: "v", shown: ["a", "b", "c", "d"], chosen }));
    const { scores } = fitStrengths(["a", "b", "c", "d"], cast, { prior: 0 });
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    for (const [index, share] of [0.4, 0.3, 0.2, 0.1].entries())
      expect(Math.exp(scores[index] ?? Number.NaN) / total).toBeCloseTo(share, 8);
  });

  it("has no plain answer for one who never lost, and a finite one with a prior", () => {
    const cast = [{ voter: "v", shown: ["a", "b"], chosen: "a" }];
    expect(() => fitStrengths(["a", "b"], cast, { prior: 0 })).toThrow(RangeError);
    expect(ranking(fitStrengths(["a", "b"], cast))[0]).toMatchObject({ id: "a", score: expect.closeTo(0.646, 3) });
  });

  it("does not care for the order of candidates, ballots or sides", () => {
    fc.assert(
      fc.property(ballots, fc.shuffledSubarray(IDS, { minLength: 5 }), (cast, order) => {
        const turned = cast.map((ballot) => ({ ...ballot, shown: ballot.shown.toReversed() })).toReversed();
        const [here, there] = [scoresOf(IDS, cast), scoresOf(order, turned)];
        for (const id of IDS) expect(there.get(id)).toBeCloseTo(here.get(id) ?? Number.NaN, 6);
      }),
    );
  });

  it("never ranks one lower for a choice more", () => {
    fc.assert(
      fc.property(ballots, fc.shuffledSubarray(IDS, { minLength: 2, maxLength: 4 }), (cast, shown) => {
        const [chosen = "a"] = shown;
        const before = scoresOf(IDS, cast).get(chosen) ?? Number.NaN;
        const after = scoresOf(IDS, [...cast, { voter: "v", shown, chosen }]).get(chosen) ?? Number.NaN;
        expect(after).toBeGreaterThan(before - 1e-9);
      }),
    );
  });

  it("grows surer with every ballot", () => {
    fc.assert(
      fc.property(ballots, (cast) => {
        const [once, thrice] = [fitStrengths(IDS, cast), fitStrengths(IDS, [...cast, ...cast, ...cast])];
        const spread = (model: typeof once) => model.covariance.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
        expect(spread(thrice)).toBeLessThanOrEqual(spread(once) + 1e-9);
      }),
    );
  });

  it("leaves out what is no ballot, with a sentence", () => {
    expect(ballotProblem({ shown: ["a"], chosen: "a" })).toMatch(/2 to 4/);
    expect(ballotProblem({ shown: ["a", "a"], chosen: "a" })).toMatch(/once/);
    expect(ballotProblem({ shown: ["a", "b"], chosen: "c" })).toMatch(/not shown/);
    expect(ballotProblem({ shown: ["a", "b"], chosen: null })).toBeNull();
    expect(() => fitStrengths(["a"], [{ voter: "v", shown: ["a", "x"], chosen: "x" }])).toThrow(/no candidate x/);
  });
});
