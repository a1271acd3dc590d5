import { createCanvas } from "@napi-rs/canvas";
import { colourOf } from "../../lexicon/colours";
import { oneOf } from "../../parse/one-of";
import { lch, type Rgb } from "../../raster/colour";
import { blur, Raster } from "../../raster/image";
import { clamp } from "../../raster/maths";
import { f32, u8 } from "../../raster/sample";
import { shadowOf } from "../../scene/above/overhead";
import { ID, type Stage } from "../../scene/stage";
import { compositeSprite } from "../composite";
import { LAMP } from "../own/svg-parts";
import { iconName, placementAt } from "../placing/placement";
import { furOf } from "../quadrupeds";
import { type Sprite, spriteFromSvg } from "../sprite";
import { commissionedOf, isNight, spriteOf } from "../sprite-of";
import { type Lying, layOut } from "./lay-out";
import { animalTop, personTop, type Top, topOf } from "./tops";
import { turnedTopOf } from "./turned-tops";

/** What flies over the ground and throws its shadow far from itself. */
const ALOFT = /balloon|kite|saucer|airplane|helicopter|rocket|parachute|dove|eagle|^bird$|dragon$|butterfly|honeybee/;

/** Paints the subjects of a scene that is looked straight down on: their tops where they have one, lying flat where not. */
export function paintSubjectsFromAbove(stage: Stage): void {
  for (const [index, thing] of layOut(stage).entries()) paintOne(stage, thing, ID.SUBJECT + index);
}

function paintOne(stage: Stage, thing: Lying, id: number): void {
  const subject = oneOf(thing.subject, thing.order);
  const { random } = stage;
  const top = topFor(stage, thing);
  const flat =
    top === null
      ? spriteOf(stage, placementAt(thing.subject, thing.order, { size: thing.size, x: thing.x, baseY: thing.y }))
      : spriteFromSvg(top.svg, thing.size * top.width);
  const sprite = turned(flat, top?.isUpright === true ? random.range(-0.12, 0.12) : restingTurn(stage, thing, top));
  if (subject.isGone) return;
  stage.subjects.set(id, thing.subject);
  stage.orders.set(id, thing.order);
  if (subject.colour !== null) stage.named.set(id, { colour: colourOf(subject.colour), isWhole: subject.shape.kind !== "figure" });
  const x = Math.round(clamp(thing.x - sprite.width / 2, -sprite.width * 0.2, stage.width - sprite.width * 0.8));
  const y = Math.round(clamp(thing.y - sprite.height / 2, -sprite.height * 0.1, stage.height - sprite.height * 0.9));
  const isAloft = ALOFT.test(iconName(subject));
  if (!stage.without("shadow")) dropShadow(stage, sprite, x, y, thing.size * (isAloft ? 0.34 : top?.isUpright === true ? 0.14 : 0.045));
  compositeSprite(stage, sprite, {
    x,
    y,
    isShaded: top !== null || subject.shape.kind === "lathe",
    lamp: isNight(stage) ? LAMP : null,
    id,
    depth: 0.08,
    waterline: null,
  });
}

function topFor(stage: Stage, { subject: kind, order }: Lying): Top | null {
  const subject = oneOf(kind, order);
  const { random, colours } = stage;
  const own: Rgb | null = subject.colour === null ? null : colourOf(subject.colour);
  const { shape } = subject;
  switch (shape.kind) {
    case "figure":
      return personTop(
        own ??
          colours[order % Math.max(1, colours.length)] ??
          lch(random.range(0.45, 0.66), random.range(0.08, 0.16), random.range(0, 360)),
        random,
      );
    case "lathe":
      return turnedTopOf(shape.shape, shape.material, own ?? lch(random.range(0.5, 0.86), random.range(0.03, 0.11), random.range(0, 360)));
    case "icon": {
      const fur = furOf(shape.icon);
      if (fur !== null) return animalTop(own ?? fur.back, own ?? fur.belly);
      return topOf(shape.icon, commissionedOf(stage, subject, own), random);
    }
  }
}

/** What lies on a table lies a little askew, a bottle on its side; what moves over the land may head anywhere. */
function restingTurn(stage: Stage, { subject }: Lying, top: Top | null): number {
  const { random } = stage;
  if (stage.spec.places[0] === "street" && /automobile|taxi|bus|truck|car$/.test(iconName(subject)))
    return Math.PI / 2 + random.range(-0.06, 0.06) + (random.chance(0.5) ? 0 : Math.PI);
  if (top !== null)
    return subject.shape.kind === "lathe" ? random.range(-0.6, 0.6) : random.range(-0.7, 0.7) + (random.chance(0.5) ? 0 : Math.PI);
  return subject.shape.kind === "lathe" ? random.range(0.7, 1.9) : random.range(-0.32, 0.32);
}

/** A cut-out turned about its middle, on a sheet just large enough for it. */
function turned(sprite: Sprite, angle: number): Sprite {
  const wide = Math.ceil(Math.abs(sprite.width * Math.cos(angle)) + Math.abs(sprite.height * Math.sin(angle)));
  const tall = Math.ceil(Math.abs(sprite.width * Math.sin(angle)) + Math.abs(sprite.height * Math.cos(angle)));
  const source = createCanvas(sprite.width, sprite.height);
  const cut = source.getContext("2d").createImageData(sprite.width, sprite.height);
  cut.data.set(sprite.pixels);
  source.getContext("2d").putImageData(cut, 0, 0);
  const context = createCanvas(wide, tall).getContext("2d");
  context.imageSmoothingQuality = "high";
  context.translate(wide / 2, tall / 2);
  context.rotate(angle);
  context.drawImage(source, -sprite.width / 2, -sprite.height / 2);
  return { pixels: new Uint8Array(context.getImageData(0, 0, wide, tall).data), width: wide, height: tall, footRows: 0 };
}

/** The outline again, dark and soft, `far` pixels away from the sun. */
function dropShadow(stage: Stage, sprite: Sprite, x: number, y: number, far: number): void {
  const [awayX, awayY] = shadowOf(stage);
  const margin = Math.ceil(sprite.width * 0.06) + 2;
  const wide = sprite.width + margin * 2;
  const alpha = new Raster(wide, sprite.height + margin * 2, 1);
  for (let sy = 0; sy < sprite.height; sy++)
    for (let sx = 0; sx < sprite.width; sx++)
      alpha.samples[(sy + margin) * wide + sx + margin] = u8(sprite.pixels, (sy * sprite.width + sx) * 4 + 3) / 255;
  const soft = blur(alpha, Math.max(1, Math.min(far * 0.35, margin * 0.6)), 2).samples;
  const { samples } = stage.image;
  for (let sy = 0; sy < alpha.height; sy++) {
    const gy = Math.round(y - margin + sy + awayY * far);
    if (gy < 0 || gy >= stage.height) continue;
    for (let sx = 0; sx < wide; sx++) {
      const gx = Math.round(x - margin + sx + awayX * far);
      if (gx < 0 || gx >= stage.width) continue;
      const share = f32(soft, sy * wide + sx) * 0.5;
      if (share < 0.004) continue;
      const at = (gy * stage.width + gx) * 3;
      stage.blend(gy * stage.width + gx, f32(samples, at) * 0.32, f32(samples, at + 1) * 0.3, f32(samples, at + 2) * 0.38, share);
    }
  }
}
