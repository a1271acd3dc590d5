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
  context.strokeStyle = css(mixRgb(garment, [0.03, 0.02, 0.06], 0.55), 0.7);
  context.lineWidth = w * 0.07;
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
