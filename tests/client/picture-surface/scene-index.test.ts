import { describe, expect, test } from "vitest";
import { hitTest, targetsIn } from "@/components/picture-surface/hit-test";
import { SceneIndex } from "@/components/picture-surface/scene-index";
import { edge, item, sheet } from "./support";

function indexOf(...items: ReturnType<typeof item>[]): SceneIndex {
  const index = new SceneIndex();
  index.update({ items, edges: [] });
  return index;
}

describe("updates", () => {
  const a = sheet("a", 0, 0);
  const b = sheet("b", 300, 0);

  test("the same objects again touch nothing", () => {
    const index = indexOf(a, b);
    expect(index.update({ items: [a, b], edges: [] })).toEqual({ touched: [], hasMoved: false });
  });

  test("a changed item touches its own place and no other", () => {
    const index = indexOf(a, b);
    const { touched, hasMoved } = index.update({ items: [{ ...a, label: "renamed" }, b], edges: [] });
    expect(hasMoved).toBe(false);
    expect(touched.every((rect) => rect.x === 0)).toBe(true);
    expect(index.item("a")?.label).toBe("renamed");
  });

  test("a moved item takes its edges along and touches both places", () => {
    const index = new SceneIndex();
    const edges = [edge("a", "b")];
    index.update({ items: [a, b], edges });
    const { touched } = index.update({ items: [a, { ...b, y: 5_000 }], edges });
    expect(touched.some((rect) => rect.x === 300 && rect.y === 0)).toBe(true);
    expect(touched.some((rect) => rect.x === 300 && rect.y === 5_000)).toBe(true);
    expect(index.edgesIn({ x: 240, y: 3_000, w: 10, h: 10 })).toHaveLength(1);
    expect(index.bounds).toEqual({ x: 0, y: 0, w: 500, h: 5_120 });
  });

  test("items in another order are all still there, at their new positions", () => {
    const index = indexOf(a, b);
    const { touched } = index.update({ items: [b, a], edges: [] });
    expect(touched).toEqual([]);
    expect([index.positionOf("a"), index.positionOf("b"), index.itemAt(0)?.id]).toEqual([1, 0, "b"]);
  });

  test("an item put in front of the others moves none of them", () => {
    const index = indexOf(a, b);
    const before = index.placeRevision;
    const { touched } = index.update({ items: [sheet("c", 600, 0), a, b], edges: [] });
    expect(touched.map((rect) => rect.x)).toEqual([600]);
    expect([index.positionOf("a"), index.positionOf("b")]).toEqual([1, 2]);
    expect(index.placeRevision).toBeGreaterThan(before);
  });

  test("a removed item is gone from everywhere, and an edge without an end is not drawn", () => {
    const index = new SceneIndex();
    const edges = [edge("a", "b")];
    index.update({ items: [a, b], edges });
    index.update({ items: [a], edges });
    expect(index.item("b")).toBeUndefined();
    expect(index.itemsIn({ x: 300, y: 0, w: 10, h: 10 })).toEqual([]);
    expect(index.edgesIn({ x: 0, y: 0, w: 1_000, h: 1_000 })).toEqual([]);
    expect(index.bounds).toEqual({ x: 0, y: 0, w: 200, h: 120 });
  });
});

describe("what lies under a point", () => {
  const index = indexOf(sheet("a", 0, 0), sheet("b", 300, 0));

  test("a picture before its item", () => {
    expect(hitTest(index, { x: 310, y: 70 })).toEqual({ itemId: "b", pictureId: "b2" });
  });

  test("the item between its pictures", () => {
    expect(hitTest(index, { x: 2, y: 2 })).toEqual({ itemId: "a", pictureId: null });
  });

  test("nothing beside everything", () => {
    expect(hitTest(index, { x: 250, y: 50 })).toBeNull();
  });

  test("the later item where two overlap", () => {
    const stacked = indexOf(item("under", { x: 0, y: 0, w: 100, h: 100 }), item("over", { x: 50, y: 50, w: 100, h: 100 }));
    expect(hitTest(stacked, { x: 60, y: 60 })?.itemId).toBe("over");
  });

  test("a marquee takes the pictures it touches, in scene order", () => {
    const taken = targetsIn(index, { x: 150, y: 10, w: 170, h: 20 });
    expect(taken.map((target) => target.pictureId)).toEqual(["a1", "b0"]);
  });

  test("a marquee takes an item that has no pictures", () => {
    expect(targetsIn(indexOf(item("empty", { x: 0, y: 0, w: 50, h: 50 })), { x: 40, y: 40, w: 5, h: 5 })).toEqual([
      { itemId: "empty", pictureId: null },
    ]);
  });
});
