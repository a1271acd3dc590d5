import { colourOf } from "../lexicon/colours";
import { iconSvg } from "../lexicon/icons";
import { isWatercraft } from "../lexicon/subjects";
import { oneOf } from "../parse/one-of";
import type { Subject } from "../parse/scene-spec";
import { lch, type Rgb } from "../raster/colour";
import { Random } from "../raster/random";
import { u8 } from "../raster/sample";
import { cliffTopOf } from "../scene/places/sea";
import type { Stage } from "../scene/stage";
import { bodyOf } from "./bodies";
import { latheHeight, turnOnLathe } from "./lathe";
import { personSvg } from "./own/person";
import type { Commissioned } from "./own/svg-parts";
import { candlesOf } from "./placing/candles";
import { iconName, type Placement, WIDEST } from "./placing/placement";
import { leaned, mirrored, type Sprite, spriteFromSvg } from "./sprite";
import { tinted } from "./tint";
import { unpolished } from "./unpolished";

/** The cut-out of a thing at its size: turned, drawn by ourselves, or from the emoji set. Draws from `chances`, one thing after the other. */
export function spriteOf(stage: Stage, placement: Placement, chances: Random = stage.thingRandom): Sprite {
  const { size, order } = placement;
  const subject = oneOf(placement.subject, order);
  // What an edit brings in leaves the chances of all else as they were.
  const random = placement.subject.isAdded ? new Random(`${stage.spec.seed}|${placement.subject.word}|${placement.order}`) : chances;
  const isTurned = random.chance(0.5);
  const own: Rgb | null = subject.colour === null ? null : colourOf(subject.colour);
  switch (subject.shape.kind) {
    case "lathe": {
      const { shape, material } = subject.shape;
      return turnOnLathe(
        {
          shape,
          material,
          colour: own,
          height: shape === "lighthouse" ? lighthouseHeight(stage, size) : latheHeight(shape, size),
        },
        stage,
      );
    }
    case "figure": {
      const dyed = stage.colours[order % Math.max(1, stage.colours.length)];
      // Drawn for one that alone has a colour, too: the coats of the others stay.
      const any =
        placement.subject.colour === null && dyed === undefined
          ? lch(random.range(0.45, 0.66), random.range(0.08, 0.16), random.range(0, 360))
          : null;
      const coat = own ?? dyed ?? any ?? colourOf("grey");
      const tall = size * 1.2;
      const sprite = spriteFromSvg(
        personSvg(subject.shape.figure, coat, random.fork(), {
          isOld: subject.shape.isOld === true,
          isSeated: placement.isSeated,
          isHolding: placement.isHolding,
          looks: subject.looks ?? {},
        }),
        tall * 0.52,
      );
      return isTurned && !placement.isHolding ? mirrored(sprite) : sprite;
    }
    case "icon": {
      const { icon } = subject.shape;
      const feathers = own ?? tintOf(stage, subject);
      const isAloft = placement.isFloating && placement.standsOn === null && !placement.isHeld;
      const body = bodyOf(
        icon,
        { ...commissionedOf(stage, subject, icon === "bird" ? feathers : own), isAloft, isSitting: placement.isSeated },
        random.fork(),
      );
      const svg = body?.svg ?? iconSvg(icon);
      if (svg === null) throw new Error(`the lexicon names a drawing it does not hold: ${icon}`);
      const drawn = spriteFromSvg(
        svg,
        Math.min(size * (body?.width ?? 1), body === null ? Number.POSITIVE_INFINITY : stage.width * WIDEST),
      );
      if (body === null && isWatercraft(icon) && stage.floor.isWater) removePaintedWater(drawn);
      const tint = body?.isColoured ? null : tintOf(stage, subject);
      const plain = body?.isColoured ? drawn : unpolished(drawn, stage.noise, stage.spec.medium === "flat");
      const sprite = tint === null ? plain : tinted(plain, tint);
      const turned = isTurned && !LETTERED.test(icon) && (order > 0 || !/sailboat/.test(icon)) ? mirrored(sprite) : sprite;
      return stage.hasWeather("wind") ? leaned(turned, leanOf(icon)) : turned;
    }
  }
}

/** Drawings with letters or figures on them: in a mirror they could not be read. */
const LETTERED =
  /^(?:convenience-store|hotel|love-hotel|bank|hospital|atm-sign|post-office|calendar|newspaper|stop-sign|watch|alarm-clock|mantelpiece-clock|milky-way|ambulance|joker|hundred-points)$/;

/** How far the wind bends a thing to the right at its top, as a share of its height. */
function leanOf(icon: string): number {
  if (/^palm-tree$|flower|tulip|rose$|daisy|poppy|sheaf|^herb$/.test(icon)) return 0.26;
  if (/tree$|sailboat|^kite$|balloon/.test(icon)) return 0.15;
  return 0;
}

/** A thing's own colour by its word, or what the season makes of a leafy tree. */
function tintOf(stage: Stage, subject: Subject): Rgb | null {
  if (subject.colour !== null) return colourOf(subject.colour);
  if (/^(?:crow|raven|rook|jackdaw|blackbird)s?$/.test(subject.word)) return colourOf("charcoal");
  if (iconName(subject) !== "deciduous-tree") return null;
  const season = stage.spec.season ?? (stage.hasWeather("snow") || stage.hasPlace("snow") ? "winter" : null);
  return season === "autumn" ? lch(0.66, 0.14, 52) : season === "winter" ? lch(0.9, 0.02, 240) : null;
}

/** Whether lamps are lit. */
export function isNight({ spec: { light } }: Stage): boolean {
  return light === "night" || light === "dusk" || light === "neon" || light === "aurora";
}

export function commissionedOf(stage: Stage, subject: Subject, colour: Rgb | null): Commissioned {
  return {
    colour,
    word: subject.word,
    isNight: isNight(stage),
    isSingle: subject.count === 1,
    isLaden: subject.relation?.kind === "inside" || candlesOf(stage.spec.subjects) !== null,
    isSnowy: stage.spec.season === "winter" || stage.hasWeather("snow") || stage.hasPlace("snow"),
  };
}

/** A lighthouse on a headland keeps its lamp inside the picture. */
function lighthouseHeight(stage: Stage, size: number): number {
  const foot = cliffTopOf(stage)?.y ?? stage.floor.groundY;
  return Math.min(size * 1.15, foot - stage.height * 0.05);
}

/** The boats of the emoji set come with their own blue waves; the scene has better ones. */
function removePaintedWater(sprite: Sprite): void {
  const { pixels, width, height } = sprite;
  for (let i = Math.round(height * 0.76) * width; i < width * height; i++) {
    const blue = u8(pixels, i * 4 + 2);
    if (blue > u8(pixels, i * 4) * 1.3 && blue > 150) pixels[i * 4 + 3] = 0;
  }
}
