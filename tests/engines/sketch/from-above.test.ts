import { describe, expect, test } from "vitest";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { NO_REFERENCES } from "@/lib/engines/sketch/references/no-references";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { ID, type Stage } from "@/lib/engines/sketch/scene/stage";

const SIDE = 56;
const parse = (text: string, seed = 1) => parsePrompt({ text, negative: "", seed });
const scene = (text: string, seed = 1): Stage => renderScene(parse(text, seed).spec, SIDE, SIDE, NO_REFERENCES);

/** Mean colour of the rows from one share of the height to another, in OKLab. */
function tone({ image: { samples } }: Stage, from: number, to: number): readonly number[] {
  const sum = [0, 0, 0];
  const [first, last] = [Math.round(from * SIDE) * SIDE, Math.round(to * SIDE) * SIDE];
  for (let pixel = first; pixel < last; pixel++) {
    const lab = labFromRgb(samples[pixel * 3] ?? 0, samples[pixel * 3 + 1] ?? 0, samples[pixel * 3 + 2] ?? 0);
    for (const k of [0, 1, 2] as const) sum[k] = (sum[k] ?? 0) + lab[k] / (last - first);
  }
  return sum;
}

/** How far the upper and the lower part of a picture are apart: a sky over a ground is, a ground alone is not. */
function skyOverGround(stage: Stage): number {
  const [upper, lower] = [tone(stage, 0, 0.3), tone(stage, 0.7, 1)];
  return Math.hypot(...upper.map((value, k) => value - (lower[k] ?? 0)));
}

function boxOf(stage: Stage, id: number): { x: number; y: number; wide: number; tall: number } {
  const pixels = [...stage.ids.entries()].filter(([, own]) => own === id).map(([pixel]) => pixel);
  const [xs, ys] = [pixels.map((pixel) => pixel % SIDE), pixels.map((pixel) => Math.floor(pixel / SIDE))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, tall] = [Math.max(...xs) - left, Math.max(...ys) - top];
  return { x: left + wide / 2, y: top + tall / 2, wide, tall };
}

describe("a camera straight above", () => {
  test.each(["the sea", "a beach", "a lake", "a forest", "a meadow", "snow", "a desert", "mountains", "a city", "a street"])(
    "%s has no sky over its ground",
    (place) => {
      const stage = scene(`top-down view of ${place} at noon`);
      expect(stage.ids).not.toContain(ID.SKY);
      expect(skyOverGround(stage)).toBeLessThan(0.1);
      expect(skyOverGround(scene(`${place} at noon`))).toBeGreaterThan(skyOverGround(stage));
    },
  );

  test("a flat lay spreads its things over the whole table, a cup is a ring and a bottle lies", () => {
    const stage = scene("flat lay of a mug, a book and a rose", 3);
    const boxes = [0, 1, 2].map((k) => boxOf(stage, ID.SUBJECT + k));
    expect(Math.max(...boxes.map(({ y }) => y)) - Math.min(...boxes.map(({ y }) => y))).toBeGreaterThan(0.2 * SIDE);
    const bowl = boxOf(scene("flat lay of a bowl", 2), ID.SUBJECT);
    expect(Math.abs(bowl.wide - bowl.tall)).toBeLessThan(0.1 * bowl.wide);
    const lying = [1, 2, 3].map((seed) => boxOf(scene("flat lay of a wine bottle", seed), ID.SUBJECT));
    for (const { wide, tall } of lying) expect(wide).toBeGreaterThan(0.6 * tall);
  });

  test("left and right, and what is on something, hold from above", () => {
    const [cat, dog] = [ID.SUBJECT, ID.SUBJECT + 1].map((id) => boxOf(scene("a cat left of a dog in a meadow from above"), id));
    expect(cat?.x).toBeLessThan(dog?.x ?? 0);
    const [book, rose] = [ID.SUBJECT, ID.SUBJECT + 1].map((id) => boxOf(scene("flat lay, a rose on a book"), id));
    expect(Math.hypot((rose?.x ?? 0) - (book?.x ?? 0), (rose?.y ?? 0) - (book?.y ?? 0))).toBeLessThan((book?.wide ?? 0) / 2);
  });

  test("is not claimed where it cannot be drawn", () => {
    expect(parse("a portrait of a woman from above").ignored).toEqual(["from above"]);
    expect(parse("aerial view of a galaxy").ignored).toEqual(["aerial"]);
    expect(parse("aerial view of a lake").understood).toContain("aerial");
  });
});
