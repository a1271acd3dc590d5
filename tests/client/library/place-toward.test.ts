import { describe, expect, it } from "vitest";
import { placeToward } from "@/components/library/home/place-toward";

/** A row of three large cards, the second scrolled half out of sight, above a row of two small ones. */
const BOXES = [
  { left: 0, top: 0, width: 100, height: 80 },
  { left: 110, top: 0, width: 100, height: 80 },
  { left: 220, top: 1, width: 100, height: 80 },
  { left: 0, top: 120, width: 60, height: 50 },
  { left: 70, top: 120, width: 60, height: 50 },
];

describe("going from card to card", () => {
  it("left and right read through all of them and stop at the ends", () => {
    expect([placeToward(BOXES, 0, "left"), placeToward(BOXES, 2, "right"), placeToward(BOXES, 4, "right")]).toEqual([null, 3, null]);
  });

  it("up and down go to the nearest of the next row, whatever the size of its cards", () => {
    expect([
      placeToward(BOXES, 2, "down"),
      placeToward(BOXES, 0, "down"),
      placeToward(BOXES, 4, "up"),
      placeToward(BOXES, 3, "up"),
    ]).toEqual([4, 3, 0, 0]);
    expect([placeToward(BOXES, 1, "up"), placeToward(BOXES, 3, "down")]).toEqual([null, null]);
  });

  it("from nowhere begins with the first, where there is one", () => {
    expect([placeToward(BOXES, -1, "down"), placeToward([], -1, "down")]).toEqual([0, null]);
  });
});
