import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Frame, type LayoutNode, layOutLineage } from "@/lib/domain/board/layout";

const size = { width: fc.integer({ min: 40, max: 400 }), height: fc.integer({ min: 40, max: 400 }) };
const lineage: fc.Arbitrary<LayoutNode[]> = fc
  .array(fc.record({ pick: fc.nat(), isRoot: fc.boolean(), sectionId: fc.constantFrom(null, null, null, "S", "T", "U"), ...size }), {
    maxLength: 60,
  })
  .map((picks) =>
    picks.map(({ pick, isRoot, sectionId, width, height }, index) => ({
      sectionId,
      id: `n${index}`,
      parentId: index === 0 || (isRoot && pick % 3 === 0) ? null : `n${pick % index}`,
      width,
      height,
    })),
  );

type Read = Pick<LayoutNode, "id" | "parentId" | "sectionId">;

/** Parents first, then their children from the top down, those of a section together: the way a board is read. */
function readingOrder(nodes: readonly Read[], parentId: string | null = null): string[] {
  const siblings = nodes.filter((node) => node.parentId === parentId);
  const together = new Map<string, Read[]>();
  for (const node of siblings) {
    const cluster = node.sectionId ?? node.id;
    together.set(cluster, [...(together.get(cluster) ?? []), node]);
  }
  return [...together.values()].flat().flatMap((node) => [node.id, ...readingOrder(nodes, node.id)]);
}

/** By prompt, itself and what it was branched from. */
function lineOf(nodes: readonly Read[], id: string): readonly Read[] {
  const node = nodes.find((other) => other.id === id);
  return node ? [node, ...(node.parentId === null ? [] : lineOf(nodes, node.parentId))] : [];
}

type Box = Pick<Frame, "x" | "y" | "w" | "h">;
const isApart = (a: Box, b: Box) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;

describe("the layout of a lineage", () => {
  it("places every prompt once, right of its parent, and no two on top of each other", () => {
    fc.assert(
      fc.property(lineage, (nodes) => {
        const { places } = layOutLineage(nodes);
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
        const before = layOutLineage(nodes).places;
        const after = layOutLineage([...nodes, { id: "new", parentId: parent?.id ?? null, ...child }]).places;
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

  it("frames each section around its subtrees and nothing else: frames are apart or one inside the other", () => {
    fc.assert(
      fc.property(lineage, (nodes) => {
        const { places, frames } = layOutLineage(nodes);
        const boxes = nodes.map((node) => ({ ...(places.get(node.id) ?? { x: 0, y: 0 }), id: node.id, w: node.width, h: node.height }));
        for (const { id, ...box } of boxes) {
          const sections = new Set(lineOf(nodes, id).flatMap(({ sectionId }) => sectionId ?? []));
          const around = frames.filter((frame) => !isApart(frame, box));
          expect(new Set(around.map(({ sectionId }) => sectionId))).toEqual(sections);
          for (const frame of around) expect(isInside(box, frame)).toBe(true);
        }
        for (const [at, frame] of frames.entries())
          for (const outer of frames.slice(0, at)) expect(isApart(frame, outer) || isInside(frame, outer)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("shows what has lost its parent as a root, and 10,000 prompts as well as ten", () => {
    const node = { width: 100, height: 100 };
    expect(layOutLineage([{ id: "a", parentId: "gone", ...node }]).places.get("a")).toEqual({ x: 0, y: 0 });
    const chain = Array.from({ length: 10_000 }, (_, index) => ({
      id: `${index}`,
      parentId: index === 0 ? null : `${index - 1}`,
      ...node,
    }));
    expect(layOutLineage(chain).places.size).toBe(10_000);
  });
});
