import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DefectMark } from "@/lib/domain/review/defect";
import { MOST_POINTS, Outline, type Point, thinned } from "@/lib/domain/review/outline";

const PIN = { kind: "hands", severity: "major", x: 0.2, y: 0.3 };

describe("a mark", () => {
  test("is a pin without an outline, as marks were before there were any", () => {
    expect(DefectMark.parse(PIN)).toMatchObject({ outline: null, during: null });
  });

  test.each([
    ["a box beyond the edge", { outline: { kind: "box", to: { x: 1.2, y: 0.5 } } }],
    ["an unknown outline", { outline: { kind: "circle", to: { x: 0.2, y: 0.5 } } }],
    ["a line without end", { outline: { kind: "freehand", through: Array.from({ length: MOST_POINTS + 1 }, () => ({ x: 0, y: 0 })) } }],
    ["a line of nothing", { outline: { kind: "freehand", through: [] } }],
    ["an end before its beginning", { during: { fromMs: 900, toMs: 100 } }],
    ["a part of a millisecond", { during: { fromMs: 0.5, toMs: 1 } }],
  ])("is refused with %s", (_, extra) => {
    expect(DefectMark.safeParse({ ...PIN, ...extra }).success).toBe(false);
  });
});

describe("a line by hand", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const anyLine = fc.array(fc.record({ x: part, y: part }), { minLength: 1, maxLength: 1_500, size: "max" });

  test("is thinned to what can be sent, keeps its ends, and invents no point", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const thin = thinned(line);
        expect(Outline.safeParse({ kind: "freehand", through: thin }).success).toBe(true);
        expect([thin[0], thin.at(-1)]).toEqual([line[0], line.at(-1)]);
        expect(thin.every((point) => line.includes(point))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("a straight stroke becomes its two ends; a corner stays", () => {
    const straight = Array.from({ length: 50 }, (_, index): Point => ({ x: index / 100, y: index / 100 }));
    expect(thinned(straight)).toEqual([straight[0], straight.at(-1)]);
    const corner = [...straight, ...straight.map(({ x, y }) => ({ x: 0.49 + x, y: 0.49 - y }))];
    expect(thinned(corner)).toContainEqual({ x: 0.49, y: 0.49 });
  });
});
