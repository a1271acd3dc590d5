import { spreadRow } from "../edit/continue-rows";
import type { SceneSpec } from "../parse/scene-spec";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, item, u8 } from "../raster/sample";
import { NO_REFERENCES } from "../references/no-references";
import { paintPortrait } from "../subjects/portrait/paint-portrait";
import { paintAtmosphere, paintFalling } from "./atmosphere";
import { paintCliff } from "./places/sea";
import { paintPortraitBackdrop, paintStudio } from "./places/studio";
import { renderScene } from "./render-scene";
import { paintSky } from "./sky";
import { ID, Stage } from "./stage";
import { flowerColours, leafHue, paintGrass } from "./vegetation";
import { paintWater } from "./water";

const OPEN: ReadonlySet<string> = new Set(["sea", "lake", "beach", "meadow", "mountains", "desert", "snow", "city"]);
const WATERS: ReadonlySet<string> = new Set(["sea", "lake"]);

/** How far the tones of the edge reach into what is painted beyond it, as a share of the frame's height. */
const TONES_REACH = 0.35;
/** Colours of the edge spread aside by this share of the distance from it. */
const SPREAD = 0.45;
const SPREADS = [8, 14, 24, 72, 216, 648] as const;
/** How much the land beyond the edge varies in lightness. */
const RELIEF = 0.05;

/**
 * The scene of `spec` as it was composed in `width` × `frameHeight` pixels, with `above` and `below` more rows of it: its own sky, water
 * and backdrop go on, the things that ran out of the frame are seen whole, the land goes on in its colours.
 */
export function renderBeyondFrame(spec: SceneSpec, width: number, frameHeight: number, above: number, below: number): Stage {
  const height = above + frameHeight + below;
  const whole = new Stage(spec, width, height, { top: above, height: frameHeight });
  const place = spec.places[0] ?? "abstract";
  if (place === "portrait") {
    paintPortraitBackdrop(whole);
    paintPortrait(whole);
    paintAtmosphere(whole);
    return whole;
  }
  const inner = renderScene(spec, width, frameHeight, NO_REFERENCES);
  whole.horizon = inner.horizon + above;
  whole.sunY = inner.sunY + above;
  const isStudio = place === "studio";
  if (isStudio) paintStudio(whole);
  const isOpen = OPEN.has(place) && spec.camera !== "top";
  if (isOpen) paintSky(whole, whole.horizon);
  const hasWater = isOpen && WATERS.has(place);
  if (hasWater) paintWater(whole, whole.horizon, calmOf(whole));
  goOn(whole, inner, isOpen || isStudio, true);
  goOn(whole, inner, hasWater || isStudio, false);
  if (inner.ids.includes(ID.ROCK)) paintCliff(whole);
  if (place === "meadow" && !whole.hasWeather("snow") && spec.camera !== "top")
    paintGrass(whole, above + frameHeight * 0.9, leafHue(whole) - 8, flowerColours(whole));
  for (const lay of inner.laid) lay(whole, above, 0);
  whole.image.samples.set(inner.image.samples, above * width * 3);
  whole.depth.set(inner.depth, above * width);
  whole.ids.set(inner.ids, above * width);
  for (const [id, named] of inner.named) whole.named.set(id, named);
  for (const [id, subject] of inner.subjects) whole.subjects.set(id, subject);
  paintFalling(whole);
  whole.image.samples.set(inner.image.samples, above * width * 3);
  return whole;
}

/** As the sea and the lake have it. */
function calmOf(stage: Stage): number {
  if (stage.hasPlace("lake") && !stage.hasPlace("sea")) return stage.hasWeather("rain") ? 0.15 : 0.85;
  return stage.hasWeather("rain") || stage.light.heavy > 0.8 || stage.hasWeather("wind") ? 0.1 : 0.6;
}

/** Rows above or below the frame: what is painted there already takes on the tones of the edge, else they go on by themselves. */
function goOn(whole: Stage, inner: Stage, isPainted: boolean, isUpwards: boolean): void {
  const { width, frame, noise } = whole;
  const count = isUpwards ? frame.top : whole.height - frame.top - frame.height;
  if (count <= 0) return;
  const edgeY = isUpwards ? 0 : frame.height - 1;
  const border = isUpwards ? frame.top - 1 : frame.top + frame.height;
  const weights = new Float32Array(width);
  const colours = new Float32Array(width * 3);
  const from = edgeY * width;
  for (let x = 0; x < width; x++) {
    const id = u8(inner.ids, from + x);
    const isThing = id >= ID.PODIUM || u8(inner.mirroredIds, from + x) > 0;
    // Before a sky only sky speaks for the sky.
    const isOther = isPainted && (isUpwards ? id !== ID.SKY : id !== ID.WATER);
    weights[x] = isThing || isOther ? 0.001 : 1;
    for (let k = 0; k < 3; k++) {
      const own = meanOf(inner, x, k, isUpwards);
      colours[x * 3 + k] = isPainted ? own - f32(whole.image.samples, (border * width + x) * 3 + k) : own;
    }
  }
  const land = landBeside(inner, edgeY);
  const rows = SPREADS.map((sigma) => spreadRow(colours, weights, sigma));
  for (let distance = 0; distance < count; distance++) {
    const y = isUpwards ? frame.top - 1 - distance : frame.top + frame.height + distance;
    const wanted = distance * SPREAD;
    const level = Math.max(
      0,
      SPREADS.findLastIndex((sigma) => sigma <= wanted),
    );
    const next = Math.min(SPREADS.length - 1, level + 1);
    const share = next === level ? 0 : clamp((wanted - item(SPREADS, level)) / (item(SPREADS, next) - item(SPREADS, level)));
    const [narrow, wide] = [item(rows, level), item(rows, next)];
    const kept = isPainted ? Math.exp(-distance / (TONES_REACH * frame.height)) : 1;
    const relief = isPainted || isUpwards ? 0 : RELIEF * smooth(0, 0.1 * frame.height, distance);
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const v = (y - frame.top) / frame.height;
      const rise = relief * (noise.fbm((x / width) * 7, v * 22, 4) - 0.5) * 2;
      for (let k = 0; k < 3; k++) {
        const at = pixel * 3 + k;
        const tone = mix(f32(narrow, x * 3 + k), f32(wide, x * 3 + k), share) * kept;
        whole.image.samples[at] = clamp((isPainted ? f32(whole.image.samples, at) : 0) + tone + rise);
      }
      if (isPainted) continue;
      whole.ids[pixel] = land.id;
      whole.depth[pixel] = land.depth;
    }
  }
}

/** Rows at the edge of the frame, as a share of its height, of which the mean colours go on. */
const EDGE = 0.03;

function meanOf({ width, height, image }: Stage, x: number, channel: number, isUpwards: boolean): number {
  const deep = Math.max(1, Math.round(EDGE * height));
  let sum = 0;
  for (let row = 0; row < deep; row++) sum += f32(image.samples, ((isUpwards ? row : height - 1 - row) * width + x) * 3 + channel);
  return sum / deep;
}

/** What most of a row is of: an outline goes around a thing, not down from it. */
function landBeside({ width, ids, depth }: Stage, row: number): { readonly id: number; readonly depth: number } {
  const counts = new Map<number, number>();
  let sum = 0;
  for (let pixel = row * width; pixel < (row + 1) * width; pixel++) {
    const id = u8(ids, pixel);
    sum += f32(depth, pixel);
    if (id < ID.PODIUM) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return { id: most?.[0] ?? ID.GROUND, depth: sum / width };
}
