import { describe, expect, it } from "vitest";
import { stepFrom } from "@/components/review/queue/step-focus";

const LIST = [0, 60, 120].map((y) => ({ x: 0, y }));
/** Three columns of two, one and three cards. */
const COLUMNS = [
  { x: 0, y: 0 },
  { x: 0, y: 200 },
  { x: 220, y: 0 },
  { x: 440, y: 0 },
  { x: 440, y: 200 },
  { x: 440, y: 400 },
];

describe("arrow keys in the queue", () => {
  it("walk down and up a list and stop at its ends", () => {
    expect(stepFrom(LIST, 0, "down")).toBe(1);
    expect(stepFrom(LIST, 2, "up")).toBe(1);
    expect(stepFrom(LIST, 2, "down")).toBeNull();
    expect(stepFrom(LIST, 0, "right")).toBeNull();
  });

  it("stay in their column going down, and go to the nearest card of the next one", () => {
    expect(stepFrom(COLUMNS, 3, "down")).toBe(4);
    expect(stepFrom(COLUMNS, 0, "right")).toBe(2);
    expect(stepFrom(COLUMNS, 5, "left")).toBe(1);
  });

  it("reach the next column with cards over an empty one", () => {
    const withGap = [
      { x: 0, y: 0 },
      { x: 660, y: 0 },
    ];
    expect(stepFrom(withGap, 0, "right")).toBe(1);
  });

  it("lead nowhere from no card", () => {
    expect(stepFrom(LIST, -1, "down")).toBeNull();
  });
});
