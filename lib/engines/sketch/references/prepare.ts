import type { ReferenceRole } from "@/lib/domain/prompt/recipe";
import type { JsonValue } from "../../engine";
import type { Lab } from "../raster/colour";
import { blur, type Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { paletteOf, pullToPalette, type Swatch } from "../raster/palette";
import { f32, u8 } from "../raster/sample";
import { stageOfScene, thingsOf } from "../scene/own-things";
import { layoutOf } from "../scene/stored-scene";
import type { Sprite } from "../subjects/sprite";
import { type DecodedReference, decodeReference } from "./decode";
import { cutOut } from "./matte";
import { movedTowards, namedColoursIn } from "./named-colours";
import type { CutOutSubject, References } from "./references";
import { shiftTone, type Tone, toneOf } from "./tone";

/** One reference with its bytes. A weight of 0 is as absent as no reference. */
export interface ReferenceBytes {
  readonly role: ReferenceRole;
  readonly weight: number;
  readonly bytes: Uint8Array;
  /** The scene stored with a picture that an engine made. */
  readonly scene?: JsonValue | undefined;
}

interface Prepared {
  readonly role: ReferenceRole;
  readonly weight: number;
  readonly decoded: DecodedReference;
  readonly palette: readonly Swatch[];
  readonly tone: Tone;
}

const PALETTE_COLOURS = 7;

export async function prepareReferences(references: readonly ReferenceBytes[], width: number, height: number): Promise<References> {
  const prepared: Prepared[] = [];
  const cutOuts: CutOutSubject[] = [];
  for (const { role, weight, bytes, scene = null } of references) {
    if (weight <= 0) continue;
    const isThing = role === "product" || role === "character";
    const side = Math.min(width, height);
    const decoded = await decodeReference(bytes, isThing ? side : width, isThing ? side : height, isThing ? "inside" : "cover");
    if (isThing) {
      const sprite = cutOut(decoded, opacityKnownOf(scene, decoded.colours), role);
      if (sprite.width > 1) cutOuts.push({ role, sprite: faded(sprite, Math.min(1, weight / 0.3)), weight });
      continue;
    }
    const palette = paletteOf(decoded.colours, PALETTE_COLOURS, "reference");
    prepared.push({ role, weight, decoded, palette, tone: toneOf(decoded.colours) });
  }
  const withRole = (...roles: readonly ReferenceRole[]) => prepared.filter((reference) => roles.includes(reference.role));
  return {
    cutOuts,
    layOut: (stage) => {
      for (const reference of withRole("composition"))
        blendIn(stage.image, reference.decoded.colours, 0.85 * reference.weight, (6 + 26 * (1 - reference.weight)) * stage.unit);
    },
    colourScene: (stage) => {
      for (const reference of withRole("image", "start-frame")) {
        blendIn(stage.image, reference.decoded.colours, reference.weight, (1 - reference.weight) * 6 * stage.unit);
        // Outlines of things that are no longer there would show through.
        if (reference.weight > 0.5) stage.ids.fill(0);
      }
    },
    tonePicture: (picture, stage) => {
      for (const { weight, decoded } of withRole("image", "start-frame")) drawNear(picture, decoded.colours, weight);
      if (withRole("style", "mood").length === 0) return;
      const named = stage === null ? null : namedColoursIn(picture, stage);
      for (const { weight, tone, palette } of withRole("style"))
        movedTowards(picture, named, weight, palette, (goal) => {
          // Tone first: colours spread over the whole palette, where a pull alone would heap them on its nearest colour.
          shiftTone(goal, tone, 0.6, 0.85);
          pullToPalette(goal, labsOf(palette), 1, 0.45);
          shiftTone(goal, tone, 0, 0.7);
        });
      for (const { weight, tone, palette } of withRole("mood"))
        movedTowards(picture, named, weight, palette, (goal) => {
          shiftTone(goal, tone, 0.75, 0.95);
          pullToPalette(goal, labsOf(palette), MOOD_PULL, 0.3);
        });
    },
  };
}

function labsOf(palette: readonly Swatch[]): readonly Lab[] {
  return palette.map(({ lab }) => lab);
}

/** A mood leaves the colours more of their variety than a style does. */
const MOOD_PULL = 0.45;

/** The thing of a picture that Sketch made needs no searching: its scene says where it stands. */
function opacityKnownOf(stored: JsonValue, colours: Raster): Raster | null {
  const scene = layoutOf(stored);
  return scene === null ? null : thingsOf(stageOfScene(scene, colours.width, colours.height), colours);
}

function blendIn(picture: Raster, reference: Raster, share: number, sigma: number): void {
  const soft = blur(reference, sigma).samples;
  for (let i = 0; i < picture.samples.length; i++) picture.samples[i] = mix(f32(picture.samples, i), f32(soft, i), share);
}

/** Share of what a medium made of the reference's masses that is taken back as the weight grows, and so much more near full weight. */
const TAKEN_BACK = 0.78;
const TAKEN_AT_LAST = 0.14;
/** Share of the medium's own hand that gives way with it: at full weight the picture is the reference, with a trace of the medium. */
const HAND = 0.35;
const HAND_AT_LAST = 0.5;
/** Masses finer than this are the medium's own, in 1024ths of the shorter side: at no weight, and at full weight. */
const COARSEST = 19;
const FINEST = 3;

/** Brings the masses of a finished picture nearer to those of its reference, ever finer ones as it weighs more; finer than that is the medium's hand. */
function drawNear(picture: Raster, reference: Raster, weight: number): void {
  const last = weight ** 4;
  const share = TAKEN_BACK * weight + TAKEN_AT_LAST * last;
  const hand = HAND + HAND_AT_LAST * last;
  const sigma = (mix(COARSEST, FINEST, weight) * Math.min(picture.width, picture.height)) / 1024;
  const wanted = blur(reference, sigma).samples;
  const own = blur(picture, sigma).samples;
  for (let i = 0; i < picture.samples.length; i++)
    picture.samples[i] = clamp(f32(picture.samples, i) + share * (f32(wanted, i) - mix(f32(own, i), f32(picture.samples, i), hand)));
}

function faded(sprite: Sprite, opacity: number): Sprite {
  if (opacity >= 1) return sprite;
  const pixels = sprite.pixels.slice();
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = u8(pixels, i) * opacity;
  return { ...sprite, pixels };
}
