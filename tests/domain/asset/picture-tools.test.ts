import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropOfRatio, movedCrop, pulledCrop, SMALLEST_CROP_PX, wholeOf } from "@/lib/domain/asset/crop";
import { drawnBy, type MaskStep, marksNothing, paintedOn, stepBack, stepForth, UNPAINTED } from "@/lib/domain/asset/mask";

const RUNS = { numRuns: 40 };

/** A mask of a few places, painted by what is to be drawn: which of them are white in the end. */
function whiteOf(steps: readonly MaskStep[]): readonly boolean[] {
  const { strokes, isInverted } = drawnBy({ done: steps, undone: [] });
  const places = Array.from({ length: 4 }, () => false);
  for (const { tool, points } of strokes) for (const { x } of points) places[x] = tool === "brush";
  return places.map((isWhite) => isWhite !== isInverted);
}

/** The same, step by step, as a person sees it happen. */
function seenOf(steps: readonly MaskStep[]): readonly boolean[] {
  let places = Array.from({ length: 4 }, () => false);
  for (const step of steps) {
    if (step.kind === "clear") places = places.map(() => false);
    else if (step.kind === "invert") places = places.map((isWhite) => !isWhite);
    else for (const { x } of step.stroke.points) places[x] = step.stroke.tool === "brush";
  }
  return places;
}

const point = fc.record({ x: fc.nat(3), y: fc.constant(0) });
const step: fc.Arbitrary<MaskStep> = fc.oneof(
  fc.tuple(fc.constantFrom("brush" as const, "eraser" as const), point).map(([tool, at]) => ({
    kind: "stroke" as const,
    stroke: { tool, size: 1, points: [at] as const },
  })),
  fc.constantFrom<MaskStep>({ kind: "invert" }, { kind: "clear" }),
);

describe("a mask", () => {
  it("is drawn as it was seen while it was painted, inverted and cleared in any order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        expect(whiteOf(steps)).toEqual(seenOf(steps));
      }),
      RUNS,
    );
  });

  it("is taken back step by step to nothing, and done again as it was", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const painted = steps.reduce(paintedOn, UNPAINTED);
        const back = steps.reduce((mask) => stepBack(mask), painted);
        expect(back.done).toEqual([]);
        expect(stepBack(back)).toEqual(back);
        expect(steps.reduce((mask) => stepForth(mask), back)).toEqual(painted);
      }),
      RUNS,
    );
  });

  it("that marks nothing is known before an engine refuses it", () => {
    const dot = (tool: "brush" | "eraser"): MaskStep => ({ kind: "stroke", stroke: { tool, size: 9, points: [{ x: 1, y: 1 }] } });
    const mask = (...steps: MaskStep[]) => marksNothing(steps.reduce(paintedOn, UNPAINTED));
    expect([mask(), mask(dot("eraser")), mask(dot("brush"), { kind: "clear" })]).toEqual([true, true, true]);
    expect([mask(dot("brush")), mask({ kind: "invert" })]).toEqual([false, false]);
  });
});

describe("a crop", () => {
  const by = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
  const pull = fc.record({
    isRight: fc.boolean(),
    isBottom: fc.boolean(),
    by,
    ratio: fc.constantFrom(null, 1, 1.5, 16 / 9),
    moves: fc.boolean(),
  });

  it("stays whole pixels within its picture, large enough to see, whatever is pulled and moved", () => {
    const size = fc.record({ width: fc.integer({ min: 64, max: 900 }), height: fc.integer({ min: 64, max: 900 }) });
    fc.assert(
      fc.property(size, fc.array(pull, { maxLength: 8 }), (picture, pulls) => {
        let crop = wholeOf(picture);
        for (const { moves, by: way, ratio, ...corner } of pulls) {
          crop = moves ? movedCrop(crop, way, picture) : pulledCrop(crop, corner, way, picture, ratio);
          const { x, y, width, height } = crop;
          expect([x, y, width, height].every(Number.isInteger)).toBe(true);
          expect(x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height).toBe(true);
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(Math.min(SMALLEST_CROP_PX, picture.width, picture.height));
        }
      }),
      RUNS,
    );
  });

  it("keeps the corner that is not pulled, and the ratio where there is room", () => {
    const picture = { width: 1_000, height: 800 };
    const pulled = pulledCrop(
      { x: 100, y: 100, width: 600, height: 400 },
      { isRight: false, isBottom: false },
      { x: 50, y: 0 },
      picture,
      1.5,
    );
    expect(pulled).toEqual({ x: 150, y: 133, width: 550, height: 367 });
    expect(cropOfRatio(wholeOf(picture), 1, picture)).toEqual({ x: 100, y: 0, width: 800, height: 800 });
  });
});
