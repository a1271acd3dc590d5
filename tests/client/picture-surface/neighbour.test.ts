import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "@/components/picture-surface/neighbour";
import { arrowAct, standingPlace, stepFrom } from "@/components/picture-surface/neighbour";
import { SceneIndex } from "@/components/picture-surface/scene-index";
import { edge, item, sheet } from "./support";

function indexOf(...items: ReturnType<typeof item>[]): SceneIndex {
  const index = new SceneIndex();
  index.update({ items, edges: [] });
  return index;
}

function leadsTo(act: ReturnType<typeof arrowAct>): string | null {
  if (act?.kind === "fold") return `${act.isFolded ? "fold" : "unfold"} ${act.itemId}`;
  return act ? (act.to.pictureId ?? act.to.itemId) : null;
}

describe("arrows", () => {
  const index = indexOf(sheet("a", 0, 0), sheet("b", 300, 0), sheet("c", 300, 160), item("d", { x: 3_000, y: 0, w: 50, h: 50 }));
  const from = (pictureId: string, direction: Direction) => {
    return leadsTo(arrowAct(index, { itemId: pictureId.charAt(0), pictureId }, direction));
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
  });

  test("reach an item however far away", () => {
    expect(from("b1", "right")).toBe("d");
  });

  test("stop at the end of the world, and do not leap aside to something barely higher", () => {
    expect(from("b1", "up")).toBeNull();
    expect(from("a0", "up")).toBeNull();
  });

  test("from an item itself lead into its neighbours", () => {
    expect(leadsTo(arrowAct(index, { itemId: "d", pictureId: null }, "left"))).toMatch(/^b/);
  });
});

describe("arrows in a tree", () => {
  const tree = (folding: "open" | "folded") => {
    const index = new SceneIndex();
    const parent = { ...sheet("a", 0, 0), folding };
    index.update({ items: [parent, sheet("b", 300, 0), sheet("c", 300, 160)], edges: [edge("a", "b"), edge("a", "c")] });
    return (id: string, direction: Direction) => {
      const target = { itemId: id.charAt(0), pictureId: id.length > 1 ? id : null };
      return leadsTo(arrowAct(index, target, direction));
    };
  };

  test("left leaves the sheet for its item, folds an open item, and leads from a leaf to its parent", () => {
    const from = tree("open");
    expect(from("c0", "left")).toBe("c");
    expect(from("c", "left")).toBe("a");
    expect(from("a", "left")).toBe("fold a");
  });

  test("right unfolds a folded item, enters an open one, and leaves the sheet for its first child", () => {
    expect(tree("folded")("a", "right")).toBe("unfold a");
    expect(tree("open")("a", "right")).toBe("a0");
    expect(tree("open")("a3", "right")).toBe("b2");
  });
});

test("an arrow leads ahead and finds whatever lies straight on, so holding it down never runs in circles", () => {
  const place = fc.record({ x: fc.integer({ min: -9_000, max: 9_000 }), y: fc.integer({ min: -900, max: 900 }) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
      const items = places.map((at, number) => item(`i${number}`, { ...at, w: 100, h: 80 }));
      const index = indexOf(...items);
      for (const start of items) {
        const next = leadsTo(arrowAct(index, { itemId: start.id, pictureId: null }, "right"));
        if (next) expect(index.item(next)?.x).toBeGreaterThan(start.x);
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
