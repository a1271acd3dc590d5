import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, item } from "../raster/sample";

/** What is coarser than this share of the height goes on as colour, what is finer as texture. */
const COARSE = 1 / 18;
/** Texture is taken from at most this share of the height beside the edge. */
const DEEPEST = 0.3;
const SHALLOWEST = 0.05;
/** Share of a row from which what is unique in it ends the texture. */
const FEW = 0.01;
/** Texture stronger than this is a shape: it is damped the further it is carried. */
const STRONGEST = 0.05;
/** How far the texture slides aside for each row, so that it is no mirror image. */
const DRIFT = 0.22;
/** Colours of the edge spread aside by this share of the distance from it. */
const SPREAD = 0.5;
/** Levels of spreading that are kept ready, in pixels; what lies between is mixed. */
const SPREADS = [0, 4, 12, 36, 108, 324] as const;

/**
 * Rows that go on beyond the lower edge of a picture (or the upper one, `isUpwards`): the colours of the edge, spreading aside the further they
 * go, with the texture that lies between it and what is `unique` in the picture. The first row differs from the edge no more than two rows of the picture do.
 */
export function continuedRows(picture: Raster, unique: Raster, count: number, isUpwards: boolean): Raster {
  const { width, height, samples } = picture;
  const coarse = blur(picture, Math.max(1.5, height * COARSE)).samples;
  const rowOf = (distance: number) => (isUpwards ? distance : height - 1 - distance) * width;
  const rowAt = (distance: number) => rowOf(distance) * 3;
  const deepest = depthOfTexture(unique, rowOf);
  const edge = coarse.subarray(rowAt(0), rowAt(0) + width * 3);
  const spread = SPREADS.map((sigma) => spreadRow(edge, width, sigma));
  const out = new Raster(width, count, 3);
  for (let distance = 0; distance < count; distance++) {
    const from = rowAt(folded(distance, deepest));
    const to = (isUpwards ? count - 1 - distance : distance) * width * 3;
    const shift = Math.round(distance * DRIFT);
    const damping = smooth(0, height * SHALLOWEST, distance);
    const wanted = distance * SPREAD;
    const level = Math.max(
      0,
      SPREADS.findLastIndex((sigma) => sigma <= wanted),
    );
    const next = Math.min(SPREADS.length - 1, level + 1);
    const [near, far] = [item(SPREADS, level), item(SPREADS, next)];
    const share = next === level ? 0 : clamp((wanted - near) / (far - near));
    const [narrow, wide] = [item(spread, level), item(spread, next)];
    for (let x = 0; x < width; x++) {
      const beside = folded(x + shift, width) * 3;
      for (let k = 0; k < 3; k++) {
        const i = x * 3 + k;
        const texture = f32(samples, from + beside + k) - f32(coarse, from + beside + k);
        const kept = mix(texture, texture / (1 + Math.abs(texture) / STRONGEST), damping);
        out.samples[to + i] = clamp(mix(f32(narrow, i), f32(wide, i), share) + kept);
      }
    }
  }
  return out;
}

/** How many rows from the edge on hold nothing that may not be seen twice. */
function depthOfTexture({ width, height, samples }: Raster, rowOf: (distance: number) => number): number {
  const [least, most] = [Math.max(2, Math.floor(height * SHALLOWEST)), Math.max(2, Math.floor(height * DEEPEST))];
  for (let distance = least; distance < most; distance++) {
    let held = 0;
    for (let pixel = rowOf(distance); pixel < rowOf(distance) + width; pixel++) held += f32(samples, pixel);
    if (held > FEW * width) return distance;
  }
  return most;
}

/** A position that runs to and fro between 0 and `length` − 1. */
function folded(position: number, length: number): number {
  const turn = Math.abs(position) % (2 * length);
  return turn < length ? turn : 2 * length - 1 - turn;
}

function spreadRow(row: Float32Array, width: number, sigma: number): Float32Array {
  if (sigma === 0) return row;
  const one = new Raster(width, 1, 3);
  one.samples.set(row);
  return blur(one, sigma).samples;
}
