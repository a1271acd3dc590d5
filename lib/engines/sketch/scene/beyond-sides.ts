import { spreadRow } from "../edit/edge-tones";
import type { SceneSpec } from "../parse/scene-spec";
import { blur, Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { NO_REFERENCES } from "../references/no-references";
import { paintFalling } from "./atmosphere";
import { vanishingX } from "./places/street";
import { renderScene } from "./render-scene";
import { ID, Stage } from "./stage";

/** How far the light and the heights of the frame's edge reach beyond it, as shares of the frame's width. */
const TONES_REACH = 0.25;
const HEIGHTS_REACH = 0.3;
/** Rows over which the tones of the edge are evened out, as a share of the height. */
const EVENED = 0.03;

/**
 * The scene of `spec` as it was composed in `frameWidth` × `height` pixels, with `left` and `right` more columns of it: the same place
 * seen through a wider window, without its things and the sun, which stand in the frame. Ridges, shores and walls go on from where they
 * left it.
 */
export function renderBeyondSides(spec: SceneSpec, frameWidth: number, height: number, left: number, right: number): Stage {
  const inner = renderScene(spec, frameWidth, height, NO_REFERENCES);
  const frame = { top: 0, height, width: frameWidth };
  const whole = new Stage(spec, left + frameWidth + right, height, frame);
  whole.horizon = inner.horizon;
  whole.sunY = inner.sunY;
  const bare = bareOf(spec);
  const empty = renderScene(bare, frameWidth, height, NO_REFERENCES, { isAirClear: true });
  const isStreet = spec.places[0] === "street" && spec.camera !== "top";
  const wide = isStreet ? empty : seenWider(bare, whole.width, inner);
  for (const [side, count] of [
    [-1, left],
    [1, right],
  ] as const) {
    if (isStreet) layInPerspective(whole, empty, side, count, left);
    else laySide(whole, { inner, empty, wide }, side, count, left);
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

/** What a room has once: it stands in the frame. */
const FURNISHED = ["windows", "rug", "pictures", "plants"] as const;

/** The bare place painted as wide as it is to be, in the light and the measures of the frame. */
function seenWider(bare: SceneSpec, width: number, inner: Stage): Stage {
  const isRoom = bare.places[0] === "interior";
  const spec = isRoom ? { ...bare, without: [...new Set([...bare.without, ...FURNISHED])].sort() } : bare;
  return renderScene(spec, width, inner.height, NO_REFERENCES, { isAirClear: true, like: inner, frameWidth: inner.width });
}

interface Sources {
  readonly inner: Stage;
  readonly empty: Stage;
  readonly wide: Stage;
}

function laySide(whole: Stage, { inner, empty, wide }: Sources, side: 1 | -1, count: number, left: number): void {
  if (count <= 0) return;
  const { width, height } = inner;
  const edge = side < 0 ? 0 : width - 1;
  const shifts = shiftsBetween(empty, edge, wide, left + edge);
  const tones = edgeTones(inner, wide, { edge, column: left + edge, shifts });
  for (let distance = 1; distance <= count; distance++) {
    const x = left + edge + side * distance;
    const bent = Math.exp(-distance / (HEIGHTS_REACH * width));
    const lit = Math.exp(-distance / (TONES_REACH * width));
    for (let y = 0; y < height; y++) {
      const at = y * whole.width + x;
      const row = clamp(y + f32(shifts, y) * bent, 0, height - 1);
      const upper = Math.min(height - 2, Math.floor(row));
      const [near, share] = [upper * wide.width + x, row - upper];
      for (let k = 0; k < 3; k++) {
        const colour = mix(f32(wide.image.samples, near * 3 + k), f32(wide.image.samples, (near + wide.width) * 3 + k), share);
        whole.image.samples[at * 3 + k] = clamp(colour + f32(tones, y * 3 + k) * lit);
      }
      const source = share < 0.5 ? near : near + wide.width;
      whole.ids[at] = u8(wide.ids, source);
      whole.depth[at] = f32(wide.depth, source);
    }
  }
}

/** What it costs that a row is of something else, that it is nearer or farther, and that rows are left out or shown twice. */
const OTHER_KIND = 0.12;
const DISTANCE = 0.5;
const BENT = 0.004;
/** Rows that a height may be moved by, as a share of the height, and over which the moves are evened out. */
const MOST_MOVED = 0.3;
const MOVES_EVENED = 0.012;

/**
 * For each row of a column of `from` how many rows lower the same lies in a column of `to`: of all ways down both columns the one on which they are
 * most alike.
 */
function shiftsBetween(from: Stage, fromColumn: number, to: Stage, toColumn: number): Float32Array {
  const { height } = from;
  const reach = Math.round(MOST_MOVED * height);
  const wide = 2 * reach + 1;
  const costs = new Float32Array(height * wide).fill(Number.POSITIVE_INFINITY);
  const steps = new Int8Array(height * wide);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < wide; k++) {
      const other = y + k - reach;
      if (other < 0 || other >= height) continue;
      const [p, q] = [y * from.width + fromColumn, other * to.width + toColumn];
      let unlike = (u8(from.ids, p) === u8(to.ids, q) ? 0 : OTHER_KIND) + DISTANCE * (f32(from.depth, p) - f32(to.depth, q)) ** 2;
      for (let c = 0; c < 3; c++) unlike += (f32(from.image.samples, p * 3 + c) - f32(to.image.samples, q * 3 + c)) ** 2;
      // From the row above: straight down, or with some rows of the other column left out or shown again.
      let least = y === 0 ? BENT * Math.abs(k - reach) : Number.POSITIVE_INFINITY;
      for (let step = -1; step <= 3 && y > 0; step++) {
        const before = k - step;
        if (before < 0 || before >= wide) continue;
        const cost = f32(costs, (y - 1) * wide + before) + BENT * Math.abs(step);
        if (cost < least) {
          least = cost;
          steps[y * wide + k] = step;
        }
      }
      costs[y * wide + k] = least + unlike;
    }
  }
  const shifts = new Raster(1, height, 1);
  let best = reach;
  for (let k = 0; k < wide; k++) if (f32(costs, (height - 1) * wide + k) < f32(costs, (height - 1) * wide + best)) best = k;
  for (let y = height - 1; y >= 0; y--) {
    shifts.samples[y] = best - reach;
    best -= steps[y * wide + best] ?? 0;
  }
  return blur(shifts, MOVES_EVENED * height).samples;
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

interface Edge {
  readonly edge: number;
  readonly column: number;
  readonly shifts: Float32Array;
}

/** What the light of the frame's edge adds to the place seen wider; a thing at the edge adds nothing. */
function edgeTones(inner: Stage, wide: Stage, { edge, column, shifts }: Edge): Float32Array {
  const { width, height } = inner;
  const tones = new Float32Array(height * 3);
  const weights = new Float32Array(height);
  for (let y = 0; y < height; y++) {
    const pixel = y * width + edge;
    const other = Math.round(clamp(y + f32(shifts, y), 0, height - 1)) * wide.width + column;
    const isThing = u8(inner.ids, pixel) >= ID.PODIUM || u8(inner.mirroredIds, pixel) > 0;
    weights[y] = isThing ? 0.001 : 1;
    for (let k = 0; k < 3; k++)
      tones[y * 3 + k] = isThing ? 0 : f32(inner.image.samples, pixel * 3 + k) - f32(wide.image.samples, other * 3 + k);
  }
  return spreadRow(tones, weights, Math.max(1, EVENED * height));
}

function copyFrame(whole: Stage, inner: Stage, left: number): void {
  for (let y = 0; y < inner.height; y++) {
    const [from, to] = [y * inner.width, y * whole.width + left];
    whole.image.samples.set(inner.image.samples.subarray(from * 3, (from + inner.width) * 3), to * 3);
    whole.depth.set(inner.depth.subarray(from, from + inner.width), to);
    whole.ids.set(inner.ids.subarray(from, from + inner.width), to);
  }
}
