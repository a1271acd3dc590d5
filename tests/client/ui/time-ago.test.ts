import { describe, expect, it } from "vitest";
import { timeAgo } from "@/components/ui/time-ago";

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("how far a moment lies from now", () => {
  it.each([
    [-5_000, "just now"],
    // A clock a little ahead of ours is no reason to speak of the future.
    [5_000, "just now"],
    [45_000, "in a minute"],
    [-5 * MINUTE, "5 min. ago"],
    [-119 * MINUTE, "1 hr. ago"],
    [3 * HOUR, "in 3 hr."],
    [-DAY, "yesterday"],
    [DAY, "tomorrow"],
    [-12 * DAY, "12 days ago"],
  ])("%d ms is %s", (distance, words) => {
    expect(timeAgo(NOW + distance, NOW)).toBe(words);
  });

  it("is a date beyond a month", () => {
    expect(timeAgo(NOW - 40 * DAY, NOW)).toBe("12 Oct 2026");
  });
});
