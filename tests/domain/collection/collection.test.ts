import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { MAX_DEPTH, type Placed, refusePlace, within } from "@/lib/domain/collection/collection";
import { stepInTree, treeRows, typedInTree } from "@/lib/domain/collection/tree";

const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

test("however collections are moved, none comes to lie in itself, none is lost, and none lies too deep", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...names))), { maxLength: 60 }), (moves) => {
      let tree: Placed[] = names.map((id) => ({ id, parentId: null }));
      for (const [id, parentId] of moves) {
        if (refusePlace(tree, id, parentId) === null) tree = tree.map((placed) => (placed.id === id ? { id, parentId } : placed));
      }
      const outermost = tree.filter(({ parentId }) => parentId === null).map(({ id }) => id);
      expect(outermost.flatMap((id) => within(tree, id)).sort()).toEqual(names);
      const depthOf = (id: string): number => {
        const parentId = tree.find((placed) => placed.id === id)?.parentId ?? null;
        return parentId === null ? 1 : 1 + depthOf(parentId);
      };
      for (const id of names) expect(depthOf(id)).toBeLessThanOrEqual(MAX_DEPTH);
    }),
    { numRuns: 40 },
  );
});

test("says why a collection cannot be put there", () => {
  const tree = [
    { id: "shoot", parentId: null },
    { id: "day", parentId: "shoot" },
  ];
  expect(refusePlace(tree, "shoot", "day")).toMatch(/in itself/);
  expect(refusePlace(tree, "shoot", "shoot")).toMatch(/in itself/);
  expect(refusePlace(tree, "shoot", "nowhere")).toMatch(/does not exist/);
  expect(refusePlace(tree, "day", null)).toBeNull();
});

describe("the tree of collections under the keys", () => {
  const named = (id: string, parentId: string | null) => ({ id, parentId, name: id });
  const TREE = [named("Autumn", null), named("Leaves", "Autumn"), named("Red", "Leaves"), named("Spring", null), named("Shoes", null)];
  const rows = (...folded: string[]) => treeRows(TREE, new Set(folded));
  const seen = (...folded: string[]) => rows(...folded).map(({ collection }) => collection.id);

  it("shows what is not folded away, with its place in the tree", () => {
    expect(seen()).toEqual(["Autumn", "Leaves", "Red", "Spring", "Shoes"]);
    expect(seen("Leaves")).toEqual(["Autumn", "Leaves", "Spring", "Shoes"]);
    expect(rows("Autumn").map(({ level, position, setSize, folding }) => [level, position, setSize, folding])).toEqual([
      [1, 1, 3, "folded"],
      [1, 2, 3, null],
      [1, 3, 3, null],
    ]);
  });

  it("folds and goes out with left, unfolds and goes in with right", () => {
    expect(stepInTree(rows(), "Red", "left")).toEqual({ kind: "go", id: "Leaves" });
    expect(stepInTree(rows(), "Leaves", "left")).toEqual({ kind: "fold", id: "Leaves", isFolded: true });
    expect(stepInTree(rows("Leaves"), "Leaves", "right")).toEqual({ kind: "fold", id: "Leaves", isFolded: false });
    expect(stepInTree(rows(), "Leaves", "right")).toEqual({ kind: "go", id: "Red" });
    expect([stepInTree(rows(), "Red", "right"), stepInTree(rows(), "Autumn", "up"), stepInTree(rows(), "gone", "down")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is passed through whole by down, and up leads back", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("Autumn", "Leaves")), (folded) => {
        const lines = rows(...folded);
        const walk = (from: string, key: "up" | "down"): string[] => {
          const step = stepInTree(lines, from, key);
          return step?.kind === "go" ? [from, ...walk(step.id, key)] : [from];
        };
        const ids = lines.map(({ collection }) => collection.id);
        expect(walk("Autumn", "down")).toEqual(ids);
        expect(walk("Shoes", "up")).toEqual(ids.slice().reverse());
      }),
      { numRuns: 20 },
    );
  });

  it("goes to a name that is typed, and from one to the next by its letter", () => {
    expect(typedInTree(rows(), "Autumn", "s")).toBe("Spring");
    expect(typedInTree(rows(), "Spring", "s")).toBe("Shoes");
    expect(typedInTree(rows(), "Shoes", "s")).toBe("Spring");
    expect(typedInTree(rows(), "Spring", "sh")).toBe("Shoes");
    expect(typedInTree(rows(), "Spring", "sp")).toBe("Spring");
    expect(typedInTree(rows(), "Spring", "x")).toBeNull();
  });
});
