import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LayoutNode, layOutLineage } from "@/lib/domain/board/layout";

const size = { width: fc.integer({ min: 40, max: 400 }), height: fc.integer({ min: 40, max: 400 }) };
const lineage: fc.Arbitrary<LayoutNode[]> = fc
  .array(fc.record({ pick: fc.nat(), isRoot: fc.boolean(), ...size }), { maxLength: 60 })
  .map((picks) =>
    picks.map(({ pick, isRoot, width, height }, index) => ({
      id: `n${index}`,
      parentId: index === 0 || (isRoot && pick % 3 === 0) ? null : `n${pick % index}`,
      width,
      height,
    })),
  );

/** Parents first, then their children from the top down: the way a board is read. */
function readingOrder(nodes: readonly { id: string; parentId: string | null }[], parentId: string | null = null): string[] {
  return nodes.filter((node) => node.parentId === parentId).flatMap((node) => [node.id, ...readingOrder(nodes, node.id)]);
}

describe("the layout of a lineage", () => {
  it("places every prompt once, right of its parent, and no two on top of each other", () => {
    fc.assert(
      fc.property(lineage, (nodes) => {
        const places = layOutLineage(nodes);
        expect(places.size).toBe(nodes.length);
        const boxes = nodes.map((node) => ({ ...node, ...(places.get(node.id) ?? { x: Number.NaN, y: Number.NaN }) }));
        for (const box of boxes) {
          const parent = boxes.find((other) => other.id === box.parentId);
          if (parent) expect(box.x).toBeGreaterThan(parent.x + parent.width);
          for (const other of boxes)
            if (other.id < box.id)
              expect(
                other.x + other.width <= box.x ||
                  box.x + box.width <= other.x ||
                  other.y + other.height <= box.y ||
                  box.y + box.height <= other.y,
              ).toBe(true);
        }
      }),
    );
  });

  it("moves nothing that is read before a new child: not its parent, not its elder siblings, not the families above", () => {
    fc.assert(
      fc.property(lineage, fc.nat(), fc.record(size), (nodes, pick, child) => {
        fc.pre(nodes.length > 0);
        const parent = nodes[pick % nodes.length];
        const before = layOutLineage(nodes);
        const after = layOutLineage([...nodes, { id: "new", parentId: parent?.id ?? null, ...child }]);
        const order = readingOrder([...nodes, { id: "new", parentId: parent?.id ?? null }]);
        const earlier = new Set(order.slice(0, order.indexOf("new")));
        for (const [id, place] of before) {
          if (earlier.has(id)) expect(after.get(id)).toEqual(place);
          else expect((after.get(id)?.y ?? 0) >= place.y).toBe(true);
          expect(after.get(id)?.x).toBe(place.x);
        }
      }),
    );
  });

  it("shows what has lost its parent as a root, and 10,000 prompts as well as ten", () => {
    const node = { width: 100, height: 100 };
    expect(layOutLineage([{ id: "a", parentId: "gone", ...node }]).get("a")).toEqual({ x: 0, y: 0 });
    const chain = Array.from({ length: 10_000 }, (_, index) => ({
      id: `${index}`,
      parentId: index === 0 ? null : `${index - 1}`,
      ...node,
    }));
    expect(layOutLineage(chain).size).toBe(10_000);
  });
});
