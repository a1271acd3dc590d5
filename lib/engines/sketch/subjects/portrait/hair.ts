import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { across } from "./brush";
import type { Sitter } from "./sitter";

const BLACK: Rgb = [0, 0, 0];

/** Hair that hangs to both sides, in half widths across and half heights down. */
interface Curtain {
  /** How high it stands over the crown. */
  readonly crown: number;
  /** Down the right side: two handles and the tip. */
  readonly fall: readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];
  /** Up the left side again: the tip and two handles. */
  readonly rise: readonly [x: number, x1: number, y1: number, x2: number, y2: number];
}

const CURTAINS: Readonly<Record<"bob" | "long", Curtain>> = {
  bob: { crown: 1.5, fall: [1.45, 0.2, 1.3, 0.7, 1.15, 0.92], rise: [1.15, 1.3, 0.7, 1.45, 0.2] },
  long: { crown: 1.55, fall: [1.5, 0.5, 1.1, 1.3, 1.35, 1.75], rise: [1.3, 1.05, 1.2, 1.5, 0.4] },
};

export function drawBackHair(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
  const { halfWidth: w, halfHeight: h } = sitter;
  context.fillStyle = hairFill(context, sitter, sun, 1.5, 0.45 * sitter.relief, 0.18 * sitter.relief);
  context.beginPath();
  switch (sitter.hairStyle) {
    case "none":
      return;
    case "curly":
      curl(context, sitter);
      break;
    case "short":
      context.ellipse(0, -h * 0.42, w * 1.04, h * 0.74, 0, 0, 7);
      break;
    case "bun":
      context.ellipse(0, -h * 1.2, w * 0.5, w * 0.46, 0, 0, 7);
      context.ellipse(0, -h * 0.3, w * 1.1, h * 0.86, 0, 0, 7);
      break;
    case "bob":
    case "long":
      hang(context, sitter, CURTAINS[sitter.hairStyle]);
      break;
  }
  context.fill();
}

/** A cloud of curls from ear to ear, each a disc of its own. */
function curl(context: SKRSContext2D, { halfWidth: w, halfHeight: h }: Sitter): void {
  for (let k = 0; k < 22; k++) {
    const angle = Math.PI * (0.9 + (1.2 * k) / 21);
    const reach = k % 2 === 0 ? 1.16 : 1.02;
    const [x, y] = [Math.cos(angle) * w * reach, -h * 0.22 + Math.sin(angle) * h * reach];
    context.moveTo(x + w * 0.3, y);
    context.arc(x, y, w * 0.3, 0, 7);
  }
  context.moveTo(w * 1.05, -h * 0.3);
  context.ellipse(0, -h * 0.3, w * 1.05, h * 0.86, 0, 0, 7);
}

function hang(context: SKRSContext2D, { halfWidth: w, halfHeight: h }: Sitter, { crown, fall, rise }: Curtain): void {
  context.moveTo(-w * 1.05, -h * 0.6);
  context.bezierCurveTo(-w * 1.1, -h * crown, w * 1.1, -h * crown, w * 1.1, -h * 0.5);
  context.bezierCurveTo(w * fall[0], h * fall[1], w * fall[2], h * fall[3], w * fall[4], h * fall[5]);
  context.lineTo(-w * rise[0], h * fall[5]);
  context.bezierCurveTo(-w * rise[1], h * rise[2], -w * rise[3], h * rise[4], -w * 1.05, -h * 0.6);
}

/** The fill of hair `reach` half widths to either side: darker away from the light. */
function hairFill(context: SKRSContext2D, sitter: Sitter, sun: Rgb, reach: number, dark: number, light: number) {
  const far = sitter.side * sitter.halfWidth * reach;
  return across(context, -far, far, mixRgb(sitter.hair, BLACK, dark), mixRgb(sitter.hair, sun, light));
}

export function drawFrontHair(context: SKRSContext2D, sitter: Sitter, sun: Rgb, random: Random): void {
  const { halfWidth: w, halfHeight: h, hair, side } = sitter;
  if (sitter.hairStyle === "none") return;
  context.fillStyle = hairFill(context, sitter, sun, 1.2, 0.3 * sitter.relief, 0.28 * sitter.relief);
  context.beginPath();
  const isShort = sitter.hairStyle === "short" || sitter.hairStyle === "curly";
  const end = isShort ? -h * 0.02 : h * 0.2;
  const brow = isShort ? -h * 0.62 : -h * 0.8;
  context.moveTo(-w * 1.02, end);
  context.bezierCurveTo(-w * 1.25, -h * 1.5, w * 1.25, -h * 1.5, w * 1.03, end);
  context.bezierCurveTo(w * 0.86, -h * 0.5, w * 0.6, -h * 0.75, side * w * 0.1, brow);
  context.bezierCurveTo(-w * 0.6, -h * 0.7, -w * 0.86, -h * 0.5, -w * 1.02, end);
  context.fill();
  context.lineWidth = w * 0.02;
  for (let strand = 0; strand < 70; strand++) {
    const f = random.range(-1, 1);
    context.strokeStyle = css(mixRgb(hair, random.chance(0.5) ? sun : BLACK, 0.35), 0.35);
    const endX = f * w * 1.02 + (sitter.hairStyle === "long" ? random.range(-0.05, 0.2) * w * Math.sign(f) : 0);
    const endY = sitter.hairStyle === "long" ? h * random.range(-0.4, 1.6) : -h * 0.45;
    if (Math.abs(f) <= 0.72) continue;
    context.beginPath();
    context.moveTo(side * w * 0.1 + f * w * 0.1, -h * 1.15);
    context.bezierCurveTo(f * w * 1.1, -h * 1.1, f * w * 1.15, -h * 0.5, endX, endY);
    context.stroke();
  }
}

/** From ear to ear around the mouth. */
export function drawBeard(context: SKRSContext2D, sitter: Sitter, beard: Rgb, sun: Rgb): void {
  const { halfWidth: w, halfHeight: h } = sitter;
  context.fillStyle = hairFill(context, { ...sitter, hair: beard }, sun, 1, 0.35, 0.2);
  context.beginPath();
  context.moveTo(-w * 0.92, h * 0.12);
  const chin = h * (sitter.isBeardLong ? 2.1 : 1.16);
  context.bezierCurveTo(-w * 0.94, h * 0.8, -w * 0.5, chin, 0, chin);
  context.bezierCurveTo(w * 0.5, chin, w * 0.94, h * 0.8, w * 0.92, h * 0.12);
  context.quadraticCurveTo(w * 0.74, h * 0.5, w * 0.4, h * 0.47);
  context.quadraticCurveTo(0, h * 0.38, -w * 0.4, h * 0.47);
  context.quadraticCurveTo(-w * 0.74, h * 0.5, -w * 0.92, h * 0.12);
  context.fill();
}
