import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, mixRgb, type Rgb } from "../../raster/colour";
import type { Sitter } from "./sitter";

export function drawShoulders(context: SKRSContext2D, sitter: Sitter, sun: Rgb, bottom: number): void {
  const { halfWidth: w, halfHeight: h, garment, side } = sitter;
  // Light falls from the shoulder on the side of the sun down to the far hem: line media then shade it by and by.
  const cloth = context.createLinearGradient(side * w * 1.4, h * 1.2, -side * w * 1.2, Math.max(h * 2.6, bottom * 0.5));
  cloth.addColorStop(0, css(mixRgb(garment, sun, 0.24 * sitter.relief)));
  cloth.addColorStop(1, css(mixRgb(garment, [0.03, 0.02, 0.06], 0.5 * sitter.relief)));
  context.fillStyle = cloth;
  context.beginPath();
  context.moveTo(-w * 2.6, bottom * 4);
  context.lineTo(-w * 2.6, bottom);
  context.bezierCurveTo(-w * 2.5, h * 1.55, -w * 1.2, h * 1.5, -w * 0.5, h * 1.32);
  context.lineTo(w * 0.5, h * 1.32);
  context.bezierCurveTo(w * 1.2, h * 1.5, w * 2.5, h * 1.55, w * 2.6, bottom);
  context.lineTo(w * 2.6, bottom * 4);
  context.fill();
}

/** A neckline and the folds it throws: without them a garment is one plane, and line media have nothing to draw. */
export function drawFolds(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
  const { halfWidth: w, halfHeight: h, garment, side } = sitter;
  context.lineCap = "round";
  if (sitter.wears === "suit") drawTie(context, sitter);
  context.strokeStyle = css(mixRgb(garment, [0.03, 0.02, 0.06], 0.55), 0.7);
  context.lineWidth = w * (sitter.wears === "suit" ? 0.01 : 0.07);
  context.beginPath();
  context.moveTo(-w * 0.66, h * 1.36);
  context.quadraticCurveTo(0, h * 1.95, w * 0.66, h * 1.36);
  context.stroke();
  context.lineWidth = w * 0.045;
  for (const [x, bend] of [
    [-1.55, 0.18],
    [-0.95, 0.1],
    [0.9, -0.1],
    [1.5, -0.2],
  ] as const) {
    context.strokeStyle = css(mixRgb(garment, x * side > 0 ? sun : [0.03, 0.02, 0.06], 0.4), 0.5);
    context.beginPath();
    context.moveTo(w * x * 0.8, h * 1.78);
    context.quadraticCurveTo(w * (x + bend), h * 2.2, w * x, h * 2.9);
    context.stroke();
  }
}

/** A white shirt between lapels, and a tie. */
function drawTie(context: SKRSContext2D, { halfWidth: w, halfHeight: h, garment }: Sitter): void {
  const shape = (colour: Rgb, points: readonly (readonly [number, number])[]): void => {
    context.fillStyle = css(colour);
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x * w, y * h);
    context.fill();
  };
  shape(
    [0.94, 0.94, 0.95],
    [
      [-0.62, 1.34],
      [0.62, 1.34],
      [0.06, 2.9],
      [-0.06, 2.9],
    ],
  );
  shape(mixRgb(garment, [0.62, 0.08, 0.12], 0.7), [
    [-0.14, 1.52],
    [0.14, 1.52],
    [0.09, 1.68],
    [0.2, 2.6],
    [0, 2.86],
    [-0.2, 2.6],
    [-0.09, 1.68],
  ]);
  for (const side of [-1, 1] as const)
    shape(mixRgb(garment, [0.03, 0.02, 0.06], 0.28), [
      [side * 0.6, 1.32],
      [side * 0.98, 1.72],
      [side * 0.74, 1.86],
      [side * 0.04, 2.95],
    ]);
}

/** A bead under each ear. */
export function drawEarrings(context: SKRSContext2D, { halfWidth: w, halfHeight: h }: Sitter, colour: Rgb): void {
  for (const ear of [-1, 1] as const) {
    context.fillStyle = css(colour);
    context.beginPath();
    context.arc(ear * w * 0.93, h * 0.38, w * 0.1, 0, 7);
    context.fill();
    context.fillStyle = "#fff";
    context.beginPath();
    context.arc(ear * w * 0.93 - w * 0.03, h * 0.35, w * 0.035, 0, 7);
    context.fill();
  }
}
