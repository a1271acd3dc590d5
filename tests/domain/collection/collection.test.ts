import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_DEPTH, type Placed, refusePlace, within } from "@/lib/domain/collection/collection";

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
