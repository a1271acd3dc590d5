import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, type Rgb } from "../../raster/colour";
import { disc } from "./brush";
import type { Sitter } from "./sitter";

export function drawEye(context: SKRSContext2D, sitter: Sitter, eye: 1 | -1): void {
  const { halfWidth: w, halfHeight: h, side, hair, shaded, iris } = sitter;
  const x = eye * w * 0.4;
  const y = -h * 0.02;
  context.fillStyle = css(mixRgb([0.98, 0.96, 0.93], shaded, 0.2));
  context.beginPath();
  context.moveTo(x - w * 0.22, y + h * 0.01);
  context.quadraticCurveTo(x, y - h * 0.11, x + w * 0.22, y);
  context.quadraticCurveTo(x, y + h * 0.07, x - w * 0.22, y + h * 0.01);
  context.fill();
  context.save();
  context.clip();
  disc(context, x + side * w * 0.03, y - h * 0.015, w * 0.105, css(iris));
  disc(context, x + side * w * 0.03, y - h * 0.015, w * 0.055, "#0b0808");
  disc(context, x + side * w * 0.07, y - h * 0.04, w * 0.025, "#fff");
  context.restore();
  context.lineCap = "round";
  context.strokeStyle = css(mixRgb(hair, [0.05, 0.02, 0.02], 0.6));
  context.lineWidth = w * 0.045;
  context.beginPath();
  context.moveTo(x - w * 0.24, y + h * 0.01);
  context.quadraticCurveTo(x, y - h * 0.125, x + w * 0.25, y - h * 0.01);
  context.stroke();
  context.strokeStyle = css(mixRgb(hair, [0.05, 0.02, 0.02], 0.25), 0.85);
  context.lineWidth = w * (sitter.isMale ? 0.08 : 0.06);
  context.beginPath();
  context.moveTo(x - eye * w * 0.2, y - h * 0.2);
  context.quadraticCurveTo(x + eye * w * 0.05, y - h * 0.29, x + eye * w * 0.3, y - h * 0.17);
  context.stroke();
}

export function drawMouth(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
  const { halfWidth: w, halfHeight: h, shaded } = sitter;
  const lip = sitter.isMale ? mixRgb(sitter.skin, lch(0.5, 0.12, 22), 0.45) : lch(0.53, 0.15, 20);
  context.fillStyle = css(mixRgb(lip, shaded, 0.35));
  context.beginPath();
  context.moveTo(-w * 0.3, h * 0.535);
  context.quadraticCurveTo(-w * 0.1, h * 0.5, 0, h * 0.535);
  context.quadraticCurveTo(w * 0.1, h * 0.5, w * 0.3, h * 0.535);
  context.quadraticCurveTo(0, h * 0.62, -w * 0.3, h * 0.535);
  context.fill();
  context.fillStyle = css(mixRgb(lip, sun, 0.22));
  context.beginPath();
  context.moveTo(-w * 0.28, h * 0.545);
  context.quadraticCurveTo(0, h * 0.6, w * 0.28, h * 0.545);
  context.quadraticCurveTo(0, h * 0.73, -w * 0.28, h * 0.545);
  context.fill();
}

/** The lines a portrait is drawn with: between the lips, under the nose. */
export function drawFeatures(context: SKRSContext2D, sitter: Sitter): void {
  const { halfWidth: w, halfHeight: h, shaded, side } = sitter;
  context.lineCap = "round";
  context.strokeStyle = css(mixRgb(shaded, [0.12, 0.03, 0.04], 0.7), 0.85);
  context.lineWidth = w * 0.04;
  context.beginPath();
  context.moveTo(-w * 0.33, h * 0.525);
  context.quadraticCurveTo(-w * 0.12, h * 0.585, 0, h * 0.575);
  context.quadraticCurveTo(w * 0.12, h * 0.585, w * 0.33, h * 0.525);
  context.stroke();
  context.strokeStyle = css(mixRgb(shaded, [0.12, 0.03, 0.04], 0.45), 0.7);
  context.lineWidth = w * 0.035;
  context.beginPath();
  context.moveTo(-w * 0.14, h * 0.33);
  context.quadraticCurveTo(-w * 0.08, h * 0.385, 0, h * 0.37);
  context.quadraticCurveTo(w * 0.08, h * 0.385, w * 0.14, h * 0.33);
  context.moveTo(-side * w * 0.1, h * 0.02);
  context.quadraticCurveTo(-side * w * 0.16, h * 0.2, -side * w * 0.15, h * 0.3);
  context.stroke();
}

/** The lines of age: across the brow, beside the eyes, from the nose to the mouth. */
export function drawWrinkles(context: SKRSContext2D, { halfWidth: w, halfHeight: h, shaded }: Sitter): void {
  context.lineCap = "round";
  context.strokeStyle = css(mixRgb(shaded, [0.12, 0.03, 0.04], 0.5), 0.6);
  context.lineWidth = w * 0.026;
  context.beginPath();
  for (const [y, half] of [
    [-0.42, 0.46],
    [-0.5, 0.38],
    [-0.35, 0.3],
  ] as const) {
    context.moveTo(-w * half, h * (y + 0.02));
    context.quadraticCurveTo(0, h * (y - 0.03), w * half, h * (y + 0.02));
  }
  for (const side of [-1, 1] as const) {
    context.moveTo(side * w * 0.2, h * 0.34);
    context.quadraticCurveTo(side * w * 0.42, h * 0.44, side * w * 0.42, h * 0.64);
    context.moveTo(side * w * 0.24, h * 0.13);
    context.quadraticCurveTo(side * w * 0.42, h * 0.19, side * w * 0.58, h * 0.1);
    for (const rise of [-0.06, 0.01, 0.08]) {
      context.moveTo(side * w * 0.68, h * rise * 0.4);
      context.lineTo(side * w * 0.82, h * rise);
    }
  }
  context.stroke();
}
