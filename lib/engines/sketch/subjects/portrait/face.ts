import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, WHITE } from "../../raster/colour";
import { across, softSpot } from "./brush";
import type { Sitter } from "./sitter";

export function drawFace(context: SKRSContext2D, sitter: Sitter): void {
  const { halfWidth: w, halfHeight: h, side, lit, shaded, skin, isMale } = sitter;
  const neck = isMale ? w * 0.56 : w * 0.42;
  context.fillStyle = across(context, -side * w * 0.5, side * w * 0.5, shaded, mixRgb(skin, shaded, 0.25));
  context.beginPath();
  context.moveTo(-neck, h * 0.55);
  context.quadraticCurveTo(-neck, h * 1.1, -neck - w * 0.2, h * 1.36);
  context.quadraticCurveTo(0, h * 1.72, neck + w * 0.2, h * 1.36);
  context.quadraticCurveTo(neck, h * 1.1, neck, h * 0.55);
  context.fill();
  if (/^(?:short|bun|none)$/.test(sitter.hairStyle)) drawEars(context, sitter);

  context.fillStyle = across(context, -side * w, side * w * 0.9, shaded, lit);
  context.beginPath();
  context.moveTo(0, -h);
  context.bezierCurveTo(w, -h, w * 1.02, -h * 0.1, w * 0.86, h * 0.3);
  const jaw = isMale ? 1.18 : 1;
  context.bezierCurveTo(w * 0.72 * jaw, h * 0.75, w * 0.3 * jaw * jaw, h, 0, h * 1.02);
  context.bezierCurveTo(-w * 0.3 * jaw * jaw, h, -w * 0.72 * jaw, h * 0.75, -w * 0.86, h * 0.3);
  context.bezierCurveTo(-w * 1.02, -h * 0.1, -w, -h, 0, -h);
  context.fill();

  const blush = lch(0.62, 0.15, 25);
  const bright = mixRgb(lit, WHITE, 0.4);
  softSpot(context, -w * 0.42, h * 0.3, w * 0.35, h * 0.22, blush, 0.35);
  softSpot(context, w * 0.42, h * 0.3, w * 0.35, h * 0.22, blush, 0.35);
  softSpot(context, -w * 0.38, -h * 0.06, w * 0.34, h * 0.16, shaded, 0.6);
  softSpot(context, w * 0.38, -h * 0.06, w * 0.34, h * 0.16, shaded, 0.6);
  softSpot(context, -side * w * 0.16, h * 0.14, w * 0.15, h * 0.32, shaded, 0.75);
  softSpot(context, side * w * 0.06, h * 0.1, w * 0.07, h * 0.3, bright, 0.7);
  softSpot(context, 0, h * 0.36, w * 0.22, h * 0.06, shaded, 0.8);
  softSpot(context, 0, h * 0.76, w * 0.28, h * 0.06, shaded, 0.45);
  softSpot(context, side * w * 0.3, -h * 0.55, w * 0.5, h * 0.3, bright, 0.4);
}

function drawEars(context: SKRSContext2D, { halfWidth: w, halfHeight: h, side, skin, shaded }: Sitter): void {
  for (const ear of [-1, 1] as const) {
    context.fillStyle = css(mixRgb(skin, shaded, ear === side ? 0.2 : 0.65));
    context.beginPath();
    context.ellipse(ear * w * 0.93, h * 0.1, w * 0.13, h * 0.17, ear * 0.15, 0, 7);
    context.fill();
    context.strokeStyle = css(shaded, 0.8);
    context.lineWidth = w * 0.03;
    context.beginPath();
    context.arc(ear * w * 0.95, h * 0.09, w * 0.06, 0, 7);
    context.stroke();
  }
}
