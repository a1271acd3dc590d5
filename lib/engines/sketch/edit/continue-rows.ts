import { blur, Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { Noise } from "../raster/noise";
import { f32, item } from "../raster/sample";

/** Rows of the picture beside the edge, as a share of its height, of which the mean colours go on. */
const EDGE = 0.03;
/** Rows over which what is fine at the edge dies away, as a share of the height. */
const FADE = 0.02;
/** Of what is finer than this share of the shorter side the brushwork of the picture goes on. */
const FINE = 0.02;
/** It is taken from beside the edge, of so deep a strip at most, as a share of the height; stronger than this it would be of a thing. */
const STRIP = 0.14;
const STRONGEST = 0.07;
/** It wanders aside by this share of the distance from the edge, so that no figure is mirrored in it. */
const WANDER = 0.9;
/** Colours of the edge spread aside by this share of the distance from it. */
const SPREAD = 0.5;
/** Levels of spreading that are kept ready, in pixels; what lies between is mixed. */
const SPREADS = [1, 4, 12, 36, 108, 324] as const;

/**
 * Rows that go on beyond the lower edge of a picture (or the upper one, `isUpwards`): the colours of the edge, spreading aside the further
 * they go, under the brushwork of the strip between the edge and `until` (a row of the picture: the horizon), turned round and round.
 * Nothing that is `unique` in the picture has a part in them.
 */
export function continuedRows(picture: Raster, unique: Raster, count: number, isUpwards: boolean, until: number): Raster {
  const { width, height, samples } = picture;
  const rowOf = (distance: number) => (isUpwards ? distance : height - 1 - distance) * width;
  const deep = Math.max(1, Math.round(height * EDGE));
  const [colours, weights] = edgeOf(picture, unique, deep, rowOf);
  const spread = SPREADS.map((sigma) => spreadRow(colours, weights, sigma));
  const soft = blur(picture, Math.max(1.5, Math.min(width, height) * FINE)).samples;
  const noise = new Noise("continued");
  const scale = Math.max(4, Math.min(width, height) / 4);
  const strip = Math.max(2, Math.min(Math.round(height * STRIP), Math.round(0.85 * (isUpwards ? until : height - until))));
  const fade = Math.max(1.5, height * FADE);
  const out = new Raster(width, count, 3);
  for (let distance = 0; distance < count; distance++) {
    const to = (isUpwards ? count - 1 - distance : distance) * width * 3;
    const wanted = 1 + distance * SPREAD;
    const level = Math.max(
      0,
      SPREADS.findLastIndex((sigma) => sigma <= wanted),
    );
    const next = Math.min(SPREADS.length - 1, level + 1);
    const [near, far] = [item(SPREADS, level), item(SPREADS, next)];
    const share = next === level ? 0 : clamp((wanted - near) / (far - near));
    const [narrow, wide] = [item(spread, level), item(spread, next)];
    const kept = Math.exp(-distance / fade);
    const turned = distance % (2 * strip);
    const source = rowOf(turned < strip ? turned : 2 * strip - 1 - turned);
    const aside = WANDER * distance;
    for (let x = 0; x < width; x++) {
      const wave = noise.fbm(x / scale, distance / scale, 2) - 0.5;
      const own = (source + clamp(Math.round(x + wave * aside), 0, width - 1)) * 3;
      const common = 1 - clamp(2 * f32(unique.samples, own / 3));
      for (let k = 0; k < 3; k++) {
        const i = x * 3 + k;
        const tone = mix(f32(narrow, i), f32(wide, i), share);
        const brushwork = clamp(f32(samples, own + k) - f32(soft, own + k), -STRONGEST, STRONGEST);
        out.samples[to + i] = clamp(mix(tone + brushwork * common, f32(samples, own + k), kept * common));
      }
    }
  }
  return out;
}

/** Mean colours of the rows beside the edge, and for each how much of it is not unique. */
function edgeOf(
  { width, samples }: Raster,
  unique: Raster,
  deep: number,
  rowOf: (distance: number) => number,
): readonly [Float32Array, Float32Array] {
  const [colours, weights] = [new Float32Array(width * 3), new Float32Array(width)];
  for (let x = 0; x < width; x++) {
    let total = 0;
    for (let distance = 0; distance < deep; distance++) {
      const pixel = rowOf(distance) + x;
      const weight = 0.001 + 1 - clamp(f32(unique.samples, pixel));
      total += weight;
      for (let k = 0; k < 3; k++) colours[x * 3 + k] = f32(colours, x * 3 + k) + f32(samples, pixel * 3 + k) * weight;
    }
    for (let k = 0; k < 3; k++) colours[x * 3 + k] = f32(colours, x * 3 + k) / total;
    weights[x] = total / deep;
  }
  return [colours, weights];
}

/** A row of colours blurred along it, each by its weight. */
export function spreadRow(colours: Float32Array, weights: Float32Array, sigma: number): Float32Array {
  const width = weights.length;
  const [sum, share] = [new Raster(width, 1, 3), new Raster(width, 1, 1)];
  for (let x = 0; x < width; x++) {
    share.samples[x] = f32(weights, x);
    for (let k = 0; k < 3; k++) sum.samples[x * 3 + k] = f32(colours, x * 3 + k) * f32(weights, x);
  }
  const [tones, total] = [blur(sum, sigma, 3).samples, blur(share, sigma, 3).samples];
  return tones.map((tone, i) => tone / Math.max(1e-6, f32(total, Math.floor(i / 3))));
}
