import { isAnimal, isPerson } from "../lexicon/subjects";
import type { Subject } from "../parse/scene-spec";
import { f32, u8 } from "../raster/sample";
import { ID, type Stage } from "./stage";

/** Drawings that bring their own snow, or on which none lies. */
const OWN_SNOW =
  /^(?:house|house-with-garden|hut|castle|bench|branch|lamppost|tent|igloo|snowman|iceberg|campfire|torch|fountain|waterfall)$/;
/** How steep an edge may be for snow to lie on it: rows in a column. */
const STEEPEST = 2.2;

/** Snow on what stands in it: on boats, cars, walls and trees, where their upper edges are flat enough. */
export function laySnowOnThings(stage: Stage): void {
  const { width, height, ids, spec } = stage;
  const place = spec.places[0] ?? "abstract";
  const isOutdoors = !/^(?:studio|table|portrait|interior|abstract|space|underwater)$/.test(place);
  const isSnowy = stage.hasWeather("snow") || stage.hasPlace("snow");
  if (!isOutdoors || !isSnowy) return;
  const deep = Math.max(2, Math.round(22 * stage.unit));
  const bright = 0.46 + 0.52 * stage.light.strength;
  for (const [id, subject] of stage.subjects) {
    if (!isCovered(subject)) continue;
    const tops = topsOf(stage, id);
    for (let x = 1; x < width - 1; x++) {
      const top = tops[x] ?? -1;
      if (top < 0) continue;
      const slope = Math.min(Math.abs(top - (tops[x - 1] ?? top)), Math.abs((tops[x + 1] ?? top) - top));
      if (slope > STEEPEST) continue;
      for (let k = 0; k < deep && top + k < height; k++) {
        const pixel = (top + k) * width + x;
        if (u8(ids, pixel) !== id) break;
        const shade = bright * (1 - 0.22 * (k / deep));
        stage.blend(pixel, shade, shade, Math.min(1, shade * 1.02), 0.94 - 0.3 * (k / deep));
      }
    }
  }
}

function isCovered({ shape, isAloft }: Subject): boolean {
  if (isAloft || shape.kind === "figure") return false;
  return shape.kind === "lathe" || !(isAnimal(shape.icon) || isPerson(shape.icon) || OWN_SNOW.test(shape.icon));
}

/** The uppermost row of a thing in each column, -1 where it is not. */
function topsOf({ width, height, ids, depth }: Stage, id: number): Int32Array {
  const tops = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const isFirst = (tops[x] ?? 0) < 0 && u8(ids, pixel) === id;
      // What stands before it hides its upper edge.
      const over = pixel - width;
      if (isFirst && (over < 0 || u8(ids, over) < ID.SUBJECT || f32(depth, over) >= f32(depth, pixel))) tops[x] = y;
    }
  return tops;
}
