import { describe, expect, it } from "vitest";
import { isResting, restUntil } from "@/lib/domain/access/lockout";

const now = new Date("2026-01-01T00:00:00Z");
const secondsAfter = (failures: number) => {
  const until = restUntil(failures, now);
  return until === null ? 0 : (until.getTime() - now.getTime()) / 1000;
};

describe("an account that is guessed at", () => {
  it("rests from the fifth failure, twice as long each time, fifteen minutes at most", () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 500].map(secondsAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it("listens again the moment its rest is over", () => {
    const until = restUntil(5, now);
    expect(isResting(until, new Date(now.getTime() + 29_999))).toBe(true);
    expect(isResting(until, new Date(now.getTime() + 30_000))).toBe(false);
    expect(isResting(null, now)).toBe(false);
  });
});
