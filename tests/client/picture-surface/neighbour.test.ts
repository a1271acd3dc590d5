import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "@/components/picture-surface/neighbour";
import { neighbourOf, standingPlace, stepFrom } from "@/components/picture-surface/neighbour";
import { SceneIndex } from "@/components/picture-surface/scene-index";
import { item, sheet } from "./support";

function indexOf(...items: ReturnType<typeof item>[]): SceneIndex {
  const index = new SceneIndex();
  index.update({ items, edges: [] });
  return index;
}

describe("arrows", () => {
  const index = indexOf(sheet("a", 0, 0), sheet("b", 300, 0), sheet("c", 300, 160), item("d", { x: 3_000, y: 0, w: 50, h: 50 }));
  const from = (pictureId: string, direction: Direction) => {
    const next = neighbourOf(index, { itemId: pictureId.charAt(0), pictureId }, direction);
    return next?.pictureId ?? next?.itemId ?? null;
  };

  test("move among the pictures of an item first", () => {
    expect(from("a0", "right")).toBe("a1");
    expect(from("a1", "down")).toBe("a3");
    expect(from("a3", "left")).toBe("a2");
    expect(from("a2", "up")).toBe("a0");
  });

  test("then into the next item, at the picture nearest to where one comes from", () => {
    expect(from("a1", "right")).toBe("b0");
    expect(from("a3", "right")).toBe("b2");
    expect(from("b2", "down")).toBe("c0");
    expect(from("c1", "up")).toBe("b3");
    expect(from("c0", "left")).toBe("a3");
  });

  test("reach an item however far away", () => {
    expect(from("b1", "right")).toBe("d");
  });

  test("stop at the end of the world, and do not leap aside to something barely higher", () => {
    expect(from("a0", "left")).toBeNull();
    expect(from("a0", "up")).toBeNull();
  });

  test("from an item itself lead into its neighbours", () => {
    expect(neighbourOf(index, { itemId: "d", pictureId: null }, "left")?.itemId).toBe("b");
  });
});

test("an arrow leads ahead and finds whatever lies straight on, so holding it down never runs in circles", () => {
  const place = fc.record({ x: fc.integer({ min: -9_000, max: 9_000 }), y: fc.integer({ min: -900, max: 900 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const items = places.map((at, number) => item(`i${number}`, { ...at, w: 100, h: 80 }));
      const index = indexOf(...items);
      for (const start of items) {
        const next = neighbourOf(index, { itemId: start.id, pictureId: null }, "right");
        if (next) expect(index.item(next.itemId)?.x).toBeGreaterThan(start.x);
        else expect(items.some((other) => other.x > start.x + 1 && Math.abs(other.y - start.y) < 80)).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test("steps in scene order reach every item", () => {
  const index = indexOf(sheet("a", 0, 0), sheet("b", -900, 4_000), sheet("c", 0, 0));
  const reached: string[] = [];
  for (let at = stepFrom(index, null, "first"); at && reached.at(-1) !== at.itemId; at = stepFrom(index, at, "next")) {
    reached.push(at.itemId);
  }
  expect(reached).toEqual(["a", "b", "c"]);
  expect(stepFrom(index, null, "last")).toEqual({ itemId: "c", pictureId: "c0" });
});

test("a place whose picture is gone falls back to its item, and to nothing when that is gone too", () => {
  const index = indexOf(sheet("a", 0, 0));
  expect(standingPlace(index, { itemId: "a", pictureId: "a2" })).toEqual({ itemId: "a", pictureId: "a2" });
  expect(standingPlace(index, { itemId: "a", pictureId: "gone" })).toEqual({ itemId: "a", pictureId: null });
  expect(standingPlace(index, { itemId: "gone", pictureId: null })).toBeNull();
});
