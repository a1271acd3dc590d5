import { describe, expect, it } from "vitest";
import { agreement } from "@/lib/domain/vote/agreement";
import type { Ballot } from "@/lib/domain/vote/ballot";

const says = (voter: string, shown: string, chosen: string | null): Ballot => ({ voter, shown: [...shown], chosen });

describe("agreement between voters", () => {
  it("is 1 when all say the same, whichever side it stood on", () => {
    expect(agreement([says("ada", "ab", "a"), says("ben", "ba", "a"), says("ada", "bc", "c"), says("ben", "cb", "c")])).toBe(1);
  });

  it("is below 0 when two always contradict each other", () => {
    expect(agreement([says("ada", "ab", "a"), says("ben", "ab", "b"), says("ada", "bc", "b"), says("ben", "bc", "c")])).toBeLessThan(0);
  });

  it("gives Krippendorff's worked figure for two observers and nominal data", () => {
    // His binary example: ten units, coded 0 1 0 0 0 0 0 0 1 0 and 1 1 1 0 0 1 0 0 0 0; alpha = 0.095.
    const [one, two] = ["0100000010", "1110010000"];
    const cast = [...one].flatMap((value, unit) =>
      [value, two[unit]].map((answer, voter) => {
        const shown = [`${unit}a`, `${unit}b`];
        return { voter: String(voter), shown, chosen: shown[Number(answer)] ?? null };
      }),
    );
    expect(agreement(cast)).toBeCloseTo(0.095, 3);
  });

  it("says nothing when nobody answered what another answered", () => {
    expect(agreement([says("ada", "ab", "a"), says("ben", "cd", "c")])).toBeNull();
    expect(agreement([])).toBeNull();
  });

  it("counts a voter's last word only, and every pair of a ballot of four", () => {
    expect(agreement([says("ada", "ab", "b"), says("ada", "ab", "a"), says("ben", "abcd", "a")])).toBe(1);
  });
});
