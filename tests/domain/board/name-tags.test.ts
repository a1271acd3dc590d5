import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadTags, TAG } from "@/lib/domain/board/name-tags";

const place = fc.integer({ min: 0, max: 400 });
const people = fc
  .array(fc.record({ x: place, y: place }), { maxLength: 14 })
  .map((places) => places.map((at, index) => ({ id: String(index), ...at })));

describe("the names of people who point at one place", () => {
  it("stand below each other in the order they came", () => {
    const here = ["ada", "bo", "cy"].map((id) => ({ id, x: 10, y: 10 }));
    expect([...spreadTags(here).values()]).toEqual([0, TAG.height, 2 * TAG.height]);
  });

  it("never lie over each other, and are moved only when somebody is in the way", () => {
    fc.assert(
      fc.property(people, (pointed) => {
        const moved = spreadTags(pointed);
        const tags = pointed.map(({ id, x, y }) => ({ x, y: y + (moved.get(id) ?? 0), isMoved: moved.get(id) !== 0 }));
        for (const [index, tag] of tags.entries()) {
          const others = tags.slice(0, index);
          expect(others.some((other) => Math.abs(other.x - tag.x) < TAG.width && Math.abs(other.y - tag.y) < TAG.height)).toBe(false);
          const wanted = pointed[index];
          const isFree = !others.some((o) => Math.abs(o.x - tag.x) < TAG.width && Math.abs(o.y - (wanted?.y ?? 0)) < TAG.height);
          expect(tag.isMoved).toBe(!isFree);
        }
      }),
    );
  });
});
