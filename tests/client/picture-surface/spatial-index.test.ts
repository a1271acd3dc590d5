import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rect } from "@/components/picture-surface/geometry";
import { intersects } from "@/components/picture-surface/geometry";
import { SpatialIndex } from "@/components/picture-surface/spatial-index";

const coordinate = fc.integer({ min: -3_000, max: 3_000 });
const rect: fc.Arbitrary<Rect> = fc.record({ x: coordinate, y: coordinate, w: fc.nat(700), h: fc.nat(700) });
const step = fc.record({
  id: fc.integer({ min: 0, max: 25 }).map(String),
  rect: fc.option(rect, { nil: null }),
  weight: fc.integer({ min: 1, max: 4 }),
});

test("a query finds exactly what a look at everything finds, after any adds, moves and removals", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), rect, (steps, area) => {
      const index = new SpatialIndex<string>(256);
      const truth = new Map<string, { readonly place: Rect; readonly weight: number }>();
      for (const { id, rect: place, weight } of steps) {
        if (place === null) {
          index.delete(id);
          truth.delete(id);
        } else {
          index.set(id, place, id, weight);
          truth.set(id, { place, weight });
        }
      }
      const met = [...truth].filter(([, { place }]) => intersects(place, area));
      expect(index.query(area).sort()).toEqual(met.map(([id]) => id).sort());
      const weighed = met.reduce((sum, [, { weight }]) => sum + weight, 0);
      for (const limit of [0, 1, weighed - 1, weighed]) if (limit >= 0) expect(index.isCrowded(area, limit)).toBe(weighed > limit);
      expect(index.size).toBe(truth.size);
    }),
  );
});

test("a query far larger than the world still finds each thing once", () => {
  const index = new SpatialIndex<string>(100);
  index.set("wide", { x: -500, y: -500, w: 1_000, h: 1_000 }, "wide");
  expect(index.query({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 })).toEqual(["wide"]);
});
