import { spreadRow } from "../edit/edge-tones";
import type { SceneSpec } from "../parse/scene-spec";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, item, u8 } from "../raster/sample";
import { NO_REFERENCES } from "../references/no-references";
import { paintFalling } from "./atmosphere";
import { vanishingX } from "./places/street";
import { renderScene } from "./render-scene";
import { ID, Stage } from "./stage";

/** Places where another stretch of the same may follow; of a room, a studio and a street there is one. */
const GOES_ON: ReadonlySet<string> = new Set([
  "sea",
  "lake",
  "beach",
  "meadow",
  "mountains",
  "desert",
  "snow",
  "forest",
  "city",
  "underwater",
  "space",
  "abstract",
]);
/** Where the mirrored part may end and another stretch begin, as shares of the frame's width. */
const NEAREST = 0.07;
const FARTHEST = 0.55;
/** Half the width over which the one passes into the other. */
const FEATHER = 0.02;
/** How far the light of the frame's edge reaches beyond it. */
const TONES_REACH = 0.25;
/** Rows over which the tones of the edge are evened out, as a share of the height. */
const EVENED = 0.03;

/**
 * The scene of `spec` as it was composed in `frameWidth` × `height` pixels, with `left` and `right` more columns of it. Beside the
 * frame its own land turns round, without the things and the sun, and passes into another stretch of the same country.
 */
export function renderBeyondSides(spec: SceneSpec, frameWidth: number, height: number, left: number, right: number): Stage {
  const inner = renderScene(spec, frameWidth, height, NO_REFERENCES);
  const whole = new Stage(spec, left + frameWidth + right, height, { top: 0, height, width: frameWidth });
  whole.horizon = inner.horizon;
  whole.sunY = inner.sunY;
  const bare = bareOf(spec);
  const empty = renderScene(bare, frameWidth, height, NO_REFERENCES, { isAirClear: true });
  const goesOn = GOES_ON.has(spec.places[0] ?? "abstract") && spec.camera !== "top";
  for (const [side, count] of [
    [-1, left],
    [1, right],
  ] as const) {
    if (spec.places[0] === "street" && spec.camera !== "top") {
      layInPerspective(whole, empty, side, count, left);
      continue;
    }
    const other = goesOn && count > frameWidth * NEAREST * 1.5 ? stretch(bare, side, inner) : null;
    laySide(whole, { inner, empty, other }, side, count, left);
  }
  for (const lay of inner.laid) lay(whole, 0, left);
  const keep = () => copyFrame(whole, inner, left);
  keep();
  for (const [id, named] of inner.named) whole.named.set(id, named);
  for (const [id, subject] of inner.subjects) whole.subjects.set(id, subject);
  paintFalling(whole);
  keep();
  return whole;
}

/** The place alone; its things are gone and leave all other chances as they were. */
function bareOf(spec: SceneSpec): SceneSpec {
  const subjects = spec.subjects.map((subject) => ({ ...subject, isGone: true as const }));
  return {
    ...spec,
    subjects,
    lettering: [],
    without: [...new Set([...spec.without, "sun" as const, "moon" as const, "planet" as const])].sort(),
  };
}

function stretch(bare: SceneSpec, side: 1 | -1, inner: Stage): Stage {
  const spec = { ...bare, seed: bare.seed + (side > 0 ? 7_919 : 15_485) };
  return renderScene(spec, inner.width, inner.height, NO_REFERENCES, { isAirClear: true, like: inner });
}

interface Sources {
  readonly inner: Stage;
  readonly empty: Stage;
  readonly other: Stage | null;
}

function laySide(whole: Stage, { inner, empty, other }: Sources, side: 1 | -1, count: number, left: number): void {
  if (count <= 0) return;
  const { width, height } = inner;
  const toWhole = (distance: number) => (side < 0 ? left - 1 - distance : left + width + distance);
  const turned = (distance: number) => within(side < 0 ? distance : width - 1 - distance, width);
  const onwards = (distance: number) => within(side < 0 ? width - 1 - distance : distance, width);
  const tones = edgeTones(inner, empty, turned(0));
  const seam = other === null ? null : seamBetween(empty, other, turned, onwards, count);
  const feather = Math.max(2, FEATHER * width);
  for (let distance = 0; distance < count; distance++) {
    const [x, from, next] = [toWhole(distance), turned(distance), onwards(distance)];
    const kept = Math.exp(-distance / (TONES_REACH * width));
    for (let y = 0; y < height; y++) {
      const at = y * whole.width + x;
      const near = y * width + from;
      const far = y * width + next;
      const share = other === null || seam === null ? 0 : smooth(-feather, feather, distance - item(seam, y));
      for (let k = 0; k < 3; k++) {
        const own = f32(empty.image.samples, near * 3 + k);
        const colour = other === null ? own : mix(own, f32(other.image.samples, far * 3 + k), share);
        whole.image.samples[at * 3 + k] = clamp(colour + f32(tones, y * 3 + k) * kept);
      }
      const source = other !== null && share > 0.5 ? other : empty;
      const pixel = source === empty ? near : far;
      whole.ids[at] = u8(source.ids, pixel);
      whole.depth[at] = f32(source.depth, pixel);
    }
  }
}

/**
 * Columns beside a street. Everything in it runs to one point: what is beside the frame is what is within it, farther from that point and
 * larger by as much, so that walls, roofs and kerbs go on straight.
 */
function layInPerspective(whole: Stage, empty: Stage, side: 1 | -1, count: number, left: number): void {
  const { width, height } = empty;
  const [middle, level] = [vanishingX(empty), empty.horizon];
  const edge = side < 0 ? middle : width - 1 - middle;
  for (let distance = 1; distance <= count; distance++) {
    const x = side < 0 ? left - distance : left + width - 1 + distance;
    const nearer = edge / (edge + distance);
    const from = middle + side * edge * nearer;
    for (let y = 0; y < height; y++) {
      const row = clamp(level + (y - level) * nearer * nearer, 0, height - 1);
      const [x0, y0] = [Math.min(width - 2, from | 0), Math.min(height - 2, row | 0)];
      const [fx, fy] = [from - x0, row - y0];
      const at = y * whole.width + x;
      const source = y0 * width + x0;
      for (let k = 0; k < 3; k++) {
        const sample = (pixel: number) => f32(empty.image.samples, pixel * 3 + k);
        const upper = mix(sample(source), sample(source + 1), fx);
        whole.image.samples[at * 3 + k] = mix(upper, mix(sample(source + width), sample(source + width + 1), fx), fy);
      }
      const nearest = Math.round(row) * width + Math.min(width - 1, Math.round(from));
      whole.ids[at] = u8(empty.ids, nearest);
      whole.depth[at] = f32(empty.depth, nearest) * nearer * nearer;
    }
  }
}

/** A column of a picture that turns round at its edges. */
function within(column: number, width: number): number {
  const period = ((column % (2 * width)) + 2 * width) % (2 * width);
  return period < width ? period : 2 * width - 1 - period;
}

/** What the light of the frame's edge adds to the bare place; a thing at the edge adds nothing. */
function edgeTones(inner: Stage, empty: Stage, column: number): Float32Array {
  const { width, height } = inner;
  const tones = new Float32Array(height * 3);
  const weights = new Float32Array(height);
  for (let y = 0; y < height; y++) {
    const pixel = y * width + column;
    const isThing = u8(inner.ids, pixel) >= ID.PODIUM || u8(inner.mirroredIds, pixel) > 0;
    weights[y] = isThing ? 0.001 : 1;
    for (let k = 0; k < 3; k++)
      tones[y * 3 + k] = isThing ? 0 : f32(inner.image.samples, pixel * 3 + k) - f32(empty.image.samples, pixel * 3 + k);
  }
  return spreadRow(tones, weights, Math.max(1, EVENED * height));
}

/** For each row the distance at which the two are most alike along a line from top to bottom. */
function seamBetween(
  a: Stage,
  b: Stage,
  inA: (distance: number) => number,
  inB: (distance: number) => number,
  count: number,
): readonly number[] {
  const { width, height } = a;
  const from = Math.round(NEAREST * width);
  const reach = Math.max(1, Math.min(count - 1, Math.round(FARTHEST * width)) - from);
  const cost = new Float32Array(reach * height);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < reach; k++) {
      const [p, q] = [(y * width + inA(from + k)) * 3, (y * width + inB(from + k)) * 3];
      let difference = 0;
      for (let c = 0; c < 3; c++) difference += (f32(a.image.samples, p + c) - f32(b.image.samples, q + c)) ** 2;
      const above = y === 0 ? 0 : Math.min(...[-1, 0, 1].map((step) => f32(cost, (y - 1) * reach + clamp(k + step, 0, reach - 1))));
      cost[y * reach + k] = difference + above;
    }
  }
  const seam = new Array<number>(height).fill(from);
  let best = 0;
  for (let k = 1; k < reach; k++) if (f32(cost, (height - 1) * reach + k) < f32(cost, (height - 1) * reach + best)) best = k;
  for (let y = height - 1; y >= 0; y--) {
    seam[y] = from + best;
    if (y === 0) break;
    const row = (y - 1) * reach;
    const steps = [best, clamp(best - 1, 0, reach - 1), clamp(best + 1, 0, reach - 1)];
    best = steps.reduce((least, k) => (f32(cost, row + k) < f32(cost, row + least) ? k : least), best);
  }
  return seam;
}

function copyFrame(whole: Stage, inner: Stage, left: number): void {
  for (let y = 0; y < inner.height; y++) {
    const [from, to] = [y * inner.width, y * whole.width + left];
    whole.image.samples.set(inner.image.samples.subarray(from * 3, (from + inner.width) * 3), to * 3);
    whole.depth.set(inner.depth.subarray(from, from + inner.width), to);
    whole.ids.set(inner.ids.subarray(from, from + inner.width), to);
  }
}
