import { spreadRow } from "../edit/edge-tones";
import type { SceneSpec } from "../parse/scene-spec";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, item, u8 } from "../raster/sample";
import { NO_REFERENCES } from "../references/no-references";
import { paintPortrait } from "../subjects/portrait/paint-portrait";
import { coverWithSnow, paintAtmosphere, paintFalling } from "./atmosphere";
import { paintBacklight } from "./backlight";
import { paintPortraitBackdrop } from "./places/studio";
import { PAINTERS, paintBehindSitter, paintPlace, renderScene } from "./render-scene";
import { ID, Stage } from "./stage";

/** Places that are painted through a higher window as they are through the frame: in it every stone lies where it lay. */
const SEEN_FURTHER: ReadonlySet<string> = new Set([
  "sea",
  "lake",
  "beach",
  "meadow",
  "mountains",
  "desert",
  "snow",
  "city",
  "forest",
  "street",
  "table",
  "studio",
]);

/** Colours of the edge spread aside by this share of the distance from it. */
const SPREAD = 0.45;
const SPREADS = [8, 14, 24, 72, 216, 648] as const;
/** How much the land beyond the edge varies in lightness. */
const RELIEF = 0.05;

/** Whether the scene can be seen further up and down: what is behind a sitter must be a place that goes on. */
export function goesOnAboveAndBelow({ places: [place, behind] }: SceneSpec): boolean {
  return place !== "portrait" || behind === undefined || SEEN_FURTHER.has(behind);
}

/**
 * The scene of `spec` as it was composed in `width` × `frameHeight` pixels, with `above` and `below` more rows of it: its own sky, walls,
 * land and water go on, and the things that ran out of the frame are seen whole.
 */
export function renderBeyondFrame(spec: SceneSpec, width: number, frameHeight: number, above: number, below: number): Stage {
  const height = above + frameHeight + below;
  const whole = new Stage(spec, width, height, { top: above, height: frameHeight });
  const [place = "abstract", behind] = spec.places;
  if (place === "portrait") {
    if (behind === undefined) paintPortraitBackdrop(whole);
    else paintBehindSitter(whole, PAINTERS[behind]);
    paintPortrait(whole);
    paintAtmosphere(whole);
    return whole;
  }
  const inner = renderScene(spec, width, frameHeight, NO_REFERENCES);
  const isSeen = SEEN_FURTHER.has(place) && spec.camera !== "top";
  if (isSeen) {
    paintPlace(whole);
    coverWithSnow(whole);
  } else {
    whole.horizon = inner.horizon + above;
    whole.sunY = inner.sunY + above;
    goOn(whole, inner, true);
    goOn(whole, inner, false);
  }
  for (const lay of inner.laid) lay(whole, above, 0);
  if (isSeen) {
    paintBacklight(whole);
    paintAtmosphere(whole);
  } else paintFalling(whole);
  whole.image.samples.set(inner.image.samples, above * width * 3);
  whole.depth.set(inner.depth, above * width);
  whole.ids.set(inner.ids, above * width);
  for (const [id, named] of inner.named) whole.named.set(id, named);
  for (const [id, subject] of inner.subjects) whole.subjects.set(id, subject);
  return whole;
}

/** Rows above or below the frame, grown out of its edge. */
function goOn(whole: Stage, inner: Stage, isUpwards: boolean): void {
  const { width, frame, noise } = whole;
  const count = isUpwards ? frame.top : whole.height - frame.top - frame.height;
  if (count <= 0) return;
  const edgeY = isUpwards ? 0 : frame.height - 1;
  const weights = new Float32Array(width);
  const colours = new Float32Array(width * 3);
  for (let x = 0; x < width; x++) {
    const pixel = edgeY * width + x;
    weights[x] = u8(inner.ids, pixel) >= ID.PODIUM || u8(inner.mirroredIds, pixel) > 0 ? 0.001 : 1;
    for (let k = 0; k < 3; k++) colours[x * 3 + k] = meanOf(inner, x, k, isUpwards);
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
    const relief = isUpwards ? 0 : RELIEF * smooth(0, 0.1 * frame.height, distance);
    const down = (y - frame.top) / frame.height;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const rise = relief * (noise.fbm((x / width) * 7, down * 22, 4) - 0.5) * 2;
      for (let k = 0; k < 3; k++) {
        const i = x * 3 + k;
        whole.image.samples[pixel * 3 + k] = clamp(mix(f32(narrow, i), f32(wide, i), share) + rise);
      }
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
