import type { SKRSContext2D } from "@napi-rs/canvas";
import { colourOf } from "../lexicon/colours";
import { css, lch, mixRgb, type Rgb, WHITE } from "../raster/colour";
import { ID, type Stage } from "../scene/stage";

const HAIRS: readonly Rgb[] = [
  lch(0.22, 0.03, 40),
  lch(0.3, 0.07, 45),
  lch(0.58, 0.1, 72),
  lch(0.42, 0.13, 40),
  lch(0.18, 0.02, 280),
  lch(0.72, 0.02, 90),
];
/** The hair of the old, of which the last of the others is one: no child has it. */
const GREY_HAIRS: readonly Rgb[] = [lch(0.88, 0.01, 90), lch(0.78, 0.012, 80), lch(0.7, 0.01, 260)];
const YOUNG_HAIRS = HAIRS.slice(0, -1);
const BLACK: Rgb = [0, 0, 0];

/** The share of shade that a pen leaves for its hatching. */
const INK_RELIEF = 0.3;

/** Everything the parts of the bust share. Lengths in pixels around a head centred on 0, 0. */
interface Sitter {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly isMale: boolean;
  readonly isOld: boolean;
  /** How much darker the side away from the light is, 1 as seen: a pen turns a dark side into one black plane. */
  readonly relief: number;
  readonly hair: Rgb;
  readonly hasBeard: boolean;
  readonly hairStyle: "long" | "bob" | "bun" | "short";
  readonly lit: Rgb;
  readonly skin: Rgb;
  readonly shaded: Rgb;
  readonly garment: Rgb;
  readonly iris: Rgb;
  /** 1 when the light comes from the right. */
  readonly side: 1 | -1;
}

/** Head and shoulders, turned a little, lit from the side of the sun. */
export function paintPortrait(stage: Stage): void {
  const { width, height, random, framing, light } = stage;
  const subject = stage.spec.subjects[0];
  const figure = subject?.shape.kind === "figure" ? subject.shape.figure : "woman";
  const isMale = figure === "man" || figure === "boy";
  const isChild = figure === "girl" || figure === "boy";
  const isOld = subject?.shape.kind === "figure" && subject.shape.isOld === true;
  const relief = stage.spec.medium === "ink" ? INK_RELIEF : 1;
  const skin = lch(random.range(0.48, 0.84), random.range(0.06, 0.085), random.range(45, 62));
  const size = framing.subjectScale > 1.3 ? 1.4 : framing.subjectScale < 0.7 ? 0.78 : 1;
  const halfWidth = Math.min(width, height) * 0.155 * size;
  const sitter: Sitter = {
    halfWidth,
    halfHeight: halfWidth * (isChild ? 1.22 : 1.36),
    isMale,
    isOld,
    relief,
    hair: random.pick(isOld ? GREY_HAIRS : isChild ? YOUNG_HAIRS : HAIRS),
    hasBeard: figure === "man" && random.chance(isOld ? 0.7 : 0.45),
    hairStyle: isMale ? "short" : random.pick(["long", "bob", "bun"] as const),
    skin,
    lit: mixRgb(skin, light.sun, 0.35 * relief),
    shaded: mixRgb(skin, lch(0.32, 0.09, 20), 0.55 * relief),
    garment:
      subject?.colour === null || subject === undefined
        ? (stage.colours[1] ?? lch(random.range(0.4, 0.7), random.range(0.06, 0.14), random.range(0, 360)))
        : colourOf(subject.colour),
    iris: lch(0.4, 0.08, random.range(50, 250)),
    side: stage.lightDirection[0] > 0 ? 1 : -1,
  };
  const tilt = random.range(-0.1, 0.1);
  const centreX = width * (0.5 + (framing.subjectX - 0.5) * 0.55);
  const centreY = height * (size > 1.2 ? 0.46 : 0.42 + framing.groundShift * 0.5);
  stage.layer(
    (context) => {
      context.translate(centreX, centreY);
      context.rotate(tilt);
      drawBackHair(context, sitter, light.sun);
      drawShoulders(context, sitter, light.sun, height);
      drawFolds(context, sitter, light.sun);
      drawFace(context, sitter);
      if (sitter.hasBeard) drawBeard(context, sitter, light.sun);
      for (const eye of [-1, 1] as const) drawEye(context, sitter, eye);
      drawMouth(context, sitter, light.sun);
      drawFeatures(context, sitter);
      if (sitter.isOld) drawWrinkles(context, sitter);
      drawFrontHair(context, sitter, light.sun, random);
    },
    0.1,
    ID.SUBJECT,
  );
  if (typeof subject?.colour === "string") stage.named.set(ID.SUBJECT, { colour: sitter.garment, isWhole: false });
}

function across(context: SKRSContext2D, from: number, to: number, a: Rgb, b: Rgb) {
  const gradient = context.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, css(a));
  gradient.addColorStop(1, css(b));
  return gradient;
}

function drawBackHair(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
  const { halfWidth: w, halfHeight: h, hair, side } = sitter;
  context.fillStyle = across(
    context,
    -side * w * 1.5,
    side * w * 1.5,
    mixRgb(hair, BLACK, 0.45 * sitter.relief),
    mixRgb(hair, sun, 0.18 * sitter.relief),
  );
  context.beginPath();
  switch (sitter.hairStyle) {
    case "short":
      context.ellipse(0, -h * 0.42, w * 1.04, h * 0.74, 0, 0, 7);
      break;
    case "bun":
      context.ellipse(0, -h * 1.2, w * 0.5, w * 0.46, 0, 0, 7);
      context.ellipse(0, -h * 0.3, w * 1.1, h * 0.86, 0, 0, 7);
      break;
    case "bob":
      context.moveTo(-w * 1.05, -h * 0.6);
      context.bezierCurveTo(-w * 1.1, -h * 1.5, w * 1.1, -h * 1.5, w * 1.1, -h * 0.5);
      context.bezierCurveTo(w * 1.45, h * 0.2, w * 1.3, h * 0.7, w * 1.15, h * 0.92);
      context.lineTo(-w * 1.15, h * 0.92);
      context.bezierCurveTo(-w * 1.3, h * 0.7, -w * 1.45, h * 0.2, -w * 1.05, -h * 0.6);
      break;
    case "long":
      context.moveTo(-w * 1.05, -h * 0.6);
      context.bezierCurveTo(-w * 1.1, -h * 1.55, w * 1.1, -h * 1.55, w * 1.1, -h * 0.5);
      context.bezierCurveTo(w * 1.5, h * 0.5, w * 1.1, h * 1.3, w * 1.35, h * 1.75);
      context.lineTo(-w * 1.3, h * 1.75);
      context.bezierCurveTo(-w * 1.05, h * 1.2, -w * 1.5, h * 0.4, -w * 1.05, -h * 0.6);
      break;
  }
  context.fill();
}

function drawShoulders(context: SKRSContext2D, sitter: Sitter, sun: Rgb, bottom: number): void {
  const { halfWidth: w, halfHeight: h, garment, side } = sitter;
  // Light falls from the shoulder on the side of the sun down to the far hem: line media then shade it by and by.
  const cloth = context.createLinearGradient(side * w * 1.4, h * 1.2, -side * w * 1.2, Math.max(h * 2.6, bottom * 0.5));
  cloth.addColorStop(0, css(mixRgb(garment, sun, 0.24 * sitter.relief)));
  cloth.addColorStop(1, css(mixRgb(garment, [0.03, 0.02, 0.06], 0.5 * sitter.relief)));
  context.fillStyle = cloth;
  context.beginPath();
  context.moveTo(-w * 2.6, bottom);
  context.bezierCurveTo(-w * 2.5, h * 1.55, -w * 1.2, h * 1.5, -w * 0.5, h * 1.32);
  context.lineTo(w * 0.5, h * 1.32);
  context.bezierCurveTo(w * 1.2, h * 1.5, w * 2.5, h * 1.55, w * 2.6, bottom);
  context.fill();
}

/** A neckline and the folds it throws: without them a garment is one plane, and line media have nothing to draw. */
function drawFolds(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
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

function drawFace(context: SKRSContext2D, sitter: Sitter): void {
  const { halfWidth: w, halfHeight: h, side, lit, shaded, skin, isMale } = sitter;
  const neck = isMale ? w * 0.56 : w * 0.42;
  context.fillStyle = across(context, -side * w * 0.5, side * w * 0.5, shaded, mixRgb(skin, shaded, 0.25));
  context.beginPath();
  context.moveTo(-neck, h * 0.55);
  context.quadraticCurveTo(-neck, h * 1.1, -neck - w * 0.2, h * 1.36);
  context.quadraticCurveTo(0, h * 1.72, neck + w * 0.2, h * 1.36);
  context.quadraticCurveTo(neck, h * 1.1, neck, h * 0.55);
  context.fill();
  if (sitter.hairStyle === "short" || sitter.hairStyle === "bun") drawEars(context, sitter);

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

/** From ear to ear around the mouth. */
function drawBeard(context: SKRSContext2D, { halfWidth: w, halfHeight: h, hair, side }: Sitter, sun: Rgb): void {
  context.fillStyle = across(context, -side * w, side * w, mixRgb(hair, BLACK, 0.35), mixRgb(hair, sun, 0.2));
  context.beginPath();
  context.moveTo(-w * 0.92, h * 0.12);
  context.bezierCurveTo(-w * 0.94, h * 0.8, -w * 0.5, h * 1.16, 0, h * 1.16);
  context.bezierCurveTo(w * 0.5, h * 1.16, w * 0.94, h * 0.8, w * 0.92, h * 0.12);
  context.quadraticCurveTo(w * 0.74, h * 0.5, w * 0.4, h * 0.47);
  context.quadraticCurveTo(0, h * 0.38, -w * 0.4, h * 0.47);
  context.quadraticCurveTo(-w * 0.74, h * 0.5, -w * 0.92, h * 0.12);
  context.fill();
}

function softSpot(context: SKRSContext2D, x: number, y: number, rx: number, ry: number, colour: Rgb, alpha: number): void {
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

function drawEye(context: SKRSContext2D, sitter: Sitter, eye: 1 | -1): void {
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

function disc(context: SKRSContext2D, x: number, y: number, radius: number, style: string): void {
  context.fillStyle = style;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
}

function drawMouth(context: SKRSContext2D, sitter: Sitter, sun: Rgb): void {
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
function drawFeatures(context: SKRSContext2D, sitter: Sitter): void {
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
function drawWrinkles(context: SKRSContext2D, { halfWidth: w, halfHeight: h, shaded }: Sitter): void {
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

function drawFrontHair(context: SKRSContext2D, sitter: Sitter, sun: Rgb, random: Stage["random"]): void {
  const { halfWidth: w, halfHeight: h, hair, side } = sitter;
  context.fillStyle = across(
    context,
    -side * w * 1.2,
    side * w * 1.2,
    mixRgb(hair, BLACK, 0.3 * sitter.relief),
    mixRgb(hair, sun, 0.28 * sitter.relief),
  );
  context.beginPath();
  const isShort = sitter.hairStyle === "short";
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
