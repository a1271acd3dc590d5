import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, type Rgb } from "../../raster/colour";

/** A fill that passes from one colour into another, from left to right. */
export function across(context: SKRSContext2D, from: number, to: number, a: Rgb, b: Rgb) {
  const gradient = context.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, css(a));
  gradient.addColorStop(1, css(b));
  return gradient;
}

/** An ellipse of colour without an edge. */
export function softSpot(context: SKRSContext2D, x: number, y: number, rx: number, ry: number, colour: Rgb, alpha: number): void {
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  gradient.addColorStop(0, css(colour, alpha));
  gradient.addColorStop(1, css(colour, 0));
  context.save();
  context.translate(x, y);
  context.scale(rx, ry);
  context.fillStyle = gradient;
  context.beginPath();
  context.arc(0, 0, 1, 0, 7);
  context.fill();
  context.restore();
}

export function disc(context: SKRSContext2D, x: number, y: number, radius: number, style: string): void {
  context.fillStyle = style;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
}
