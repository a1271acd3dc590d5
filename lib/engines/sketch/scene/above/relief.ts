import { Ramp, type Rgb } from "../../raster/colour";
import { clamp } from "../../raster/maths";
import { f32 } from "../../raster/sample";
import type { Stage } from "../stage";
import { shadowOf } from "./overhead";

export interface Relief {
  /** Height 0–1 at a place of the land; both in picture heights. */
  readonly heightAt: (u: number, v: number) => number;
  /** Colours from the lowest land to the highest. */
  readonly colours: readonly (readonly [height: number, colour: Rgb])[];
  /** How strongly slopes take and lose light. */
  readonly steepness: number;
}

/** Land as a map shows it: coloured by height, its slopes lit from the side of the sun. */
export function paintRelief(stage: Stage, { heightAt, colours, steepness }: Relief): void {
  const { width, height } = stage;
  const ramp = new Ramp(colours);
  const colour = new Float32Array(3);
  const [shadowX, shadowY] = shadowOf(stage);
  const step = 1 / height;
  let above = rowOf(width + 1, (x) => heightAt((x - 1) * step, -step));
  for (let y = 0; y < height; y++) {
    const row = rowOf(width + 1, (x) => heightAt((x - 1) * step, y * step));
    for (let x = 0; x < width; x++) {
      const here = f32(row, x + 1);
      const slopeX = (here - f32(row, x)) * height;
      const slopeY = (here - f32(above, x + 1)) * height;
      const shade = clamp(1 + (-slopeX * shadowX - slopeY * shadowY) * -steepness * 0.1, 0.45, 1.4);
      ramp.read(here, colour);
      stage.set(y * width + x, clamp(f32(colour, 0) * shade), clamp(f32(colour, 1) * shade), clamp(f32(colour, 2) * shade));
    }
    above = row;
  }
}

function rowOf(length: number, valueAt: (x: number) => number): Float32Array {
  const row = new Float32Array(length);
  for (let x = 0; x < length; x++) row[x] = valueAt(x);
  return row;
}
