import { changeInLab, labFromRgb } from "../raster/colour";
import type { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";

/** Mean and spread of a picture in OKLab. */
export interface Tone {
  readonly mean: readonly [number, number, number];
  readonly spread: readonly [number, number, number];
}

export function toneOf(picture: Raster): Tone {
  const { samples } = picture;
  const sums = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  const pixels = samples.length / 3;
  const step = Math.max(1, Math.floor(pixels / 40_000));
  let count = 0;
  for (let pixel = 0; pixel < pixels; pixel += step) {
    const i = pixel * 3;
    const [lightness, a, b] = labFromRgb(f32(samples, i), f32(samples, i + 1), f32(samples, i + 2));
    sums[0] += lightness;
    sums[1] += a;
    sums[2] += b;
    sums[3] += lightness * lightness;
    sums[4] += a * a;
    sums[5] += b * b;
    count++;
  }
  const mean = [sums[0] / count, sums[1] / count, sums[2] / count] as const;
  const spreadOf = (squares: number, average: number) => Math.sqrt(Math.max(0, squares / count - average * average));
  return { mean, spread: [spreadOf(sums[3], mean[0]), spreadOf(sums[4], mean[1]), spreadOf(sums[5], mean[2])] };
}

/** A plain goal leaves at least this much of the spread: what is drawn stays readable, and two drawings stay two. */
const LEAST_CONTRAST = 0.8;
const LEAST_COLOUR = 0.4;
/** More contrast than it has brings no picture nearer to another one: only what is alike in both would gain by it. */
const MOST_CONTRAST = 1;
const MOST_COLOUR = 2.2;

/** Moves the tone of `picture` towards `goal` in place; the shares (0–1) say how far for lightness and for colour. */
export function shiftTone(picture: Raster, goal: Tone, lightnessShare: number, colourShare: number): void {
  const own = toneOf(picture);
  const scale = (k: 0 | 1 | 2, least: number, most: number, share: number) =>
    mix(1, clamp(goal.spread[k] / Math.max(0.01, own.spread[k]), least, most), share);
  const scaleL = scale(0, LEAST_CONTRAST, MOST_CONTRAST, lightnessShare);
  const [scaleA, scaleB] = [scale(1, LEAST_COLOUR, MOST_COLOUR, colourShare), scale(2, LEAST_COLOUR, MOST_COLOUR, colourShare)];
  const [meanL, meanA, meanB] = [
    mix(own.mean[0], goal.mean[0], lightnessShare),
    mix(own.mean[1], goal.mean[1], colourShare),
    mix(own.mean[2], goal.mean[2], colourShare),
  ];
  changeInLab(picture.samples, (lab) => {
    lab[0] = clamp((f32(lab, 0) - own.mean[0]) * scaleL + meanL);
    lab[1] = (f32(lab, 1) - own.mean[1]) * scaleA + meanA;
    lab[2] = (f32(lab, 2) - own.mean[2]) * scaleB + meanB;
  });
}
