import type { Medium } from "../lexicon/media";
import { paintMedium } from "../media/paint-medium";
import type { SceneSpec } from "../parse/scene-spec";
import { clamp, mix } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { f32, u8 } from "../raster/sample";
import type { References } from "../references/references";
import { renderScene } from "../scene/render-scene";
import { ID, type Stage } from "../scene/stage";
import { type Part, type Plate, packColours, type Substance } from "./plate";

/** Outlines and brushes reach this far over a border, in units; half of an outline goes with the thing it is drawn around. */
const TOUCHED = 8;
const CARRIED = 2.2;

const AFLOAT = /sailboat|ship|speedboat|canoe|ferry|motor-boat|duck|swan/;
const ALOFT =
  /balloon|kite|saucer|airplane|helicopter|butterfly|rocket|honeybee|parachute|comet|dove|eagle|^bird$|astronaut|fish|whale|octopus|turtle|dolphin|jelly|squid/;
/** Places whose background, id 0, is no sky with clouds. */
const WITHOUT_SKY: ReadonlySet<string> = new Set(["studio", "portrait", "table", "interior", "abstract", "underwater"]);
const FLUID: ReadonlySet<string> = new Set(["underwater"]);

/** Width of the bare paper around some media, in units. A moving camera would carry it about, so it is cut off. */
const BARE_BORDER: Readonly<Partial<Record<Medium, number>>> = { watercolour: 80, pastel: 56, risograph: 52 };

/**
 * Paints a scene once, in its medium, as a plate. Nothing falls through its air: rain and snow move by themselves. The plate is
 * smaller than what is painted where the medium leaves paper bare.
 */
export function scenePlate(spec: SceneSpec, width: number, height: number, references: References): Plate {
  const stage = renderScene(spec, width, height, references, { isAirClear: true });
  releaseGarbage();
  const picture = paintMedium(stage);
  references.tonePicture(picture, stage);
  const plate = plateOf(stage, packColours(picture));
  releaseGarbage();
  const border = Math.round((BARE_BORDER[spec.medium] ?? 0) * stage.unit);
  return border === 0 ? plate : cropped(plate, border, Math.round((border * width) / height));
}

/**
 * A scene that passes into the light of `after`, which is the same scene but for its light: what is where does not depend on the
 * light, so that both are colours of one plate.
 */
export function scenePlateInTwoLights(
  spec: SceneSpec,
  after: SceneSpec,
  width: number,
  height: number,
  references: References,
  onFirst: () => void = () => undefined,
): Plate {
  const first = scenePlate(spec, width, height, references);
  onFirst();
  const { colours, suns } = scenePlate(after, width, height, references);
  return { ...first, coloursAfter: colours, suns: [...first.suns, ...suns] };
}

function plateOf(stage: Stage, colours: Uint32Array): Plate {
  const { width, height, depth, ids, spec } = stage;
  const nearness = new Float32Array(width * height);
  for (let i = 0; i < nearness.length; i++) nearness[i] = clamp(1 - f32(depth, i)) ** 1.4;
  setFootings(stage, nearness);
  const parts: Part[] = Array.from({ length: 256 }, (_, id) => ({ substance: substanceOf(stage, id) }));
  const place = spec.places[0] ?? "abstract";
  // Shapes of an abstract picture are not things before a ground: it moves as one.
  const isOne = place === "abstract" || FLUID.has(place);
  const partOf = place === "abstract" ? new Uint8Array(width * height) : ids.slice();
  if (place === "abstract") nearness.fill(0.5);
  const hasSky = !WITHOUT_SKY.has(place);
  return {
    width,
    height,
    colours,
    coloursAfter: null,
    nearness,
    partOf,
    parts: isOne ? parts.map(({ substance }, id) => ({ substance: id < ID.SUBJECT ? "fluid" : substance })) : parts,
    horizon: stage.horizon,
    suns: hasSky && stage.sunY > -height * 0.1 ? [{ x: stage.sunX, y: stage.sunY }] : [],
    unit: stage.unit,
    fringe: { touched: Math.max(2, Math.round(TOUCHED * stage.unit)), carried: Math.max(1, Math.round(CARRIED * stage.unit)) },
    roughness: roughnessOf(stage),
  };
}

/** How much of its own nearness a thing keeps against that of the ground under its foot. */
const OWN_SHARE = 0.25;

/**
 * Things move with the ground they stand on: a boat with its reflection, a far shore with the water's edge. The scene's depth is
 * made for air and focus, where everything of one layer is equally far.
 */
function setFootings(stage: Stage, nearness: Float32Array): void {
  const { width, height, ids, floor, horizon } = stage;
  const feet = new Map<number, { y: number; sumX: number; count: number }>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const id = u8(ids, y * width + x);
      if (isPlane(id)) continue;
      const foot = feet.get(id);
      if (foot === undefined || foot.y < y) feet.set(id, { y, sumX: x, count: 1 });
      else {
        foot.sumX += x;
        foot.count++;
      }
    }
  }
  const shares = new Float32Array(256);
  const grounds = new Float32Array(256);
  for (const [id, { y, sumX, count }] of feet) {
    const below = Math.min(height - 1, y + Math.ceil(0.01 * height)) * width + Math.round(sumX / count);
    const isOnShore = floor.isWater && id < ID.SUBJECT && Math.abs(y - horizon) < 0.04 * height;
    if (!isOnShore && (id < ID.SUBJECT || !isPlane(u8(ids, below)))) continue;
    shares[id] = 1 - OWN_SHARE;
    grounds[id] = isOnShore ? 0 : f32(nearness, below);
  }
  for (let i = 0; i < nearness.length; i++) {
    const id = u8(ids, i);
    const share = f32(shares, id);
    if (share > 0) nearness[i] = mix(f32(nearness, i), f32(grounds, id), share);
  }
}

function isPlane(id: number): boolean {
  return id === ID.SKY || id === ID.GROUND || id === ID.WATER;
}

function substanceOf(stage: Stage, id: number): Substance {
  const { spec, floor } = stage;
  const place = spec.places[0] ?? "abstract";
  if (id === ID.SKY) return WITHOUT_SKY.has(place) || place === "space" ? "land" : "sky";
  if (id === ID.WATER) return "water";
  if (id < ID.SUBJECT || id >= ID.CUT_OUT) return "land";
  const icons = spec.subjects.flatMap(({ shape }) => (shape.kind === "icon" ? [shape.icon] : []));
  if (floor.isWater && icons.some((icon) => AFLOAT.test(icon))) return "afloat";
  return icons.some((icon) => ALOFT.test(icon)) ? "aloft" : "land";
}

function roughnessOf(stage: Stage): number {
  if (stage.hasWeather("wind") || stage.light.heavy > 0.8) return 1;
  if (stage.hasWeather("rain")) return 0.75;
  return stage.spec.places[0] === "lake" || stage.spec.places[0] === "city" ? 0.15 : 0.4;
}

function cropped(plate: Plate, down: number, across: number): Plate {
  const width = plate.width - 2 * across;
  const height = plate.height - 2 * down;
  const colours = new Uint32Array(width * height);
  const nearness = new Float32Array(width * height);
  const partOf = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + down) * plate.width + across;
    colours.set(plate.colours.subarray(from, from + width), y * width);
    nearness.set(plate.nearness.subarray(from, from + width), y * width);
    partOf.set(plate.partOf.subarray(from, from + width), y * width);
  }
  const suns = plate.suns.map(({ x, y }) => ({ x: x - across, y: y - down }));
  return { ...plate, width, height, colours, nearness, partOf, suns, horizon: plate.horizon - down };
}

/** The brightest colour that covers some of the plate, 0–255: what snow looks like on this paper. */
export function brightestColour(plate: Plate): readonly [number, number, number] {
  const counts = new Uint32Array(64);
  const brightness = (colour: number) => (((colour & 255) * 77 + ((colour >>> 8) & 255) * 150 + ((colour >>> 16) & 255) * 29) >>> 8) >> 2;
  for (let i = 0; i < plate.colours.length; i += 5) {
    const level = brightness(plate.colours[i] ?? 0);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const few = plate.colours.length / 5 / 200;
  let level = 63;
  for (let above = 0; level > 0; level--) {
    above += counts[level] ?? 0;
    if (above > few) break;
  }
  const sums = [0, 0, 0] as [number, number, number];
  let number = 0;
  for (let i = 0; i < plate.colours.length; i += 5) {
    const colour = plate.colours[i] ?? 0;
    if (Math.abs(brightness(colour) - level) > 1) continue;
    sums[0] += colour & 255;
    sums[1] += (colour >>> 8) & 255;
    sums[2] += (colour >>> 16) & 255;
    number++;
  }
  return number === 0 ? [255, 255, 255] : [sums[0] / number, sums[1] / number, sums[2] / number];
}
