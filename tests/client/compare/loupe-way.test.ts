import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LoupePicture, type LoupeWay, stepAlong, stepGroup } from "@/components/compare/loupe-way";

const picture = (id: string, group: string | null): LoupePicture => ({
  id,
  assetId: id,
  width: 1,
  height: 1,
  thumbHash: "",
  label: id,
  title: id,
  group,
  video: null,
  isAwaited: false,
  flag: "none",
  rating: 0,
  colour: "none",
});

/** Groups of so many pictures, one after another. */
const wayThrough = (sizes: readonly number[], at: number): Omit<LoupeWay, "go"> => {
  const pictures = sizes.flatMap((size, group) => Array.from({ length: size }, (_, index) => picture(`${group}.${index}`, String(group))));
  return { at, count: pictures.length, pictureAt: (place) => pictures[place] };
};

describe("the way through a loupe", () => {
  it("goes from the last picture of one prompt to the first of the next, and stays at the ends", () => {
    expect(stepAlong(wayThrough([2, 3], 1), 1)).toBe(2);
    expect(stepAlong(wayThrough([2, 3], 4), 1)).toBe(4);
    expect(stepAlong(wayThrough([2, 3], 0), -1)).toBe(0);
  });

  it("goes down to the first picture of the next prompt, and up to the first of the one before", () => {
    expect(stepGroup(wayThrough([2, 3, 1], 1), 1)).toBe(2);
    expect(stepGroup(wayThrough([2, 3, 1], 4), -1)).toBe(0);
    expect(stepGroup(wayThrough([2, 3, 1], 5), -1)).toBe(2);
    expect(stepGroup(wayThrough([2, 3, 1], 5), 1)).toBe(5);
    expect(stepGroup(wayThrough([2, 3, 1], 1), -1)).toBe(1);
  });

  it("stays where pictures lie in nothing, and where one is not read yet", () => {
    const files = [picture("a", null), picture("b", null)];
    expect(stepGroup({ at: 0, count: 2, pictureAt: (place) => files[place] }, 1)).toBe(0);
    expect(stepGroup({ at: 0, count: 9, pictureAt: () => undefined }, 1)).toBe(0);
  });

  it("down over and over reaches every prompt once, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const visited = [0];
        for (;;) {
          const at = visited.at(-1) ?? 0;
          const next = stepGroup(wayThrough(sizes, at), 1);
          if (next === at) break;
          visited.push(next);
        }
        expect(visited).toEqual(sizes.map((_, group) => sizes.slice(0, group).reduce((sum, size) => sum + size, 0)));
      }),
    );
  });
});
