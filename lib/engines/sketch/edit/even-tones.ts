import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { EdgeTones } from "./edge-tones";

/** The strip along the edge whose colours go on, and what counts as tone rather than as something drawn, as shares of the shorter side. */
const STRIP = 0.03;
const COARSE = 0.09;
/** Differences of tone up to this are evened out; from the other on it is a thing of another colour and stays. */
const DRIFT = 0.09;
const OTHER = 0.2;

/** A step at the border itself is measured over so much on both sides of it, and dies away within so much. */
const SEAM = 0.006;
const REACH = 0.12;

/** Where the known part of a picture ends: rows or columns up to `edge` (exclusive, or from it on for `isBefore`) are known. */
export interface Border {
  /** Whether it runs down the picture; else it runs across. */
  readonly isUpright: boolean;
  /** The first known row or column, or the last one. */
  readonly edge: number;
  /** Whether the new part lies before it. */
  readonly isBefore: boolean;
}

/**
 * Brings what was added beside a border (`isNew`) to the tones that the picture has along it, in place: a sky goes on in its blue, however
 * its grain was found, and at the border itself there is no step. Nothing that is `unwanted` there counts.
 */
export function evenTones(picture: Raster, isNew: Uint8Array, unwanted: Uint8Array, border: Border): void {
  const { width, height } = picture;
  const side = Math.min(width, height);
  const line = new Line(picture, border);
  const edgeTones = new EdgeTones(...line.meanColours(0, Math.max(2, Math.round(STRIP * side)), unwanted));
  const own = coarseTones(picture, isNew, Math.max(1.5, COARSE * side));
  line.change(
    isNew,
    (pixel, place, tones, step) => {
      let most = 0;
      for (let k = 0; k < 3; k++) most = Math.max(most, Math.abs(f32(tones, place * 3 + k) - f32(own, pixel * 3 + k)));
      const share = smooth(OTHER, DRIFT, most);
      for (let k = 0; k < 3; k++) step[k] = share * (f32(tones, place * 3 + k) - f32(own, pixel * 3 + k));
    },
    edgeTones,
  );
  const thin = Math.max(2, Math.round(SEAM * side));
  const [inside, weights] = line.meanColours(0, thin, unwanted);
  const [outside] = line.meanColours(-thin, thin, unwanted);
  const steps = inside.map((value, i) => joining(value - f32(outside, i)));
  const reach = REACH * side;
  line.change(
    isNew,
    (_, place, tones, step, distance) => {
      const kept = Math.exp(-distance / reach);
      for (let k = 0; k < 3; k++) step[k] = f32(tones, place * 3 + k) * kept;
    },
    new EdgeTones(steps, weights),
  );
}

/** A step in tone is taken away; what is an edge of something stays one. */
function joining(step: number): number {
  return step * smooth(2 * OTHER, OTHER, Math.abs(step));
}

/** The places along a border, and the pixels on both sides of it. */
class Line {
  private readonly along: number;
  private readonly length: number;

  constructor(
    private readonly picture: Raster,
    private readonly border: Border,
  ) {
    const { width, height } = picture;
    [this.length, this.along] = border.isUpright ? [width, height] : [height, width];
  }

  private pixelAt(away: number, place: number): number {
    return this.border.isUpright ? place * this.picture.width + away : away * this.picture.width + place;
  }

  /** Colours of each place over `deep` pixels from `start` inwards (negative: outside), and how much of it counts. */
  meanColours(start: number, deep: number, unwanted: Uint8Array): readonly [colours: Float32Array, weights: Float32Array] {
    const { border, along, length, picture } = this;
    const [colours, weights] = [new Float32Array(along * 3), new Float32Array(along)];
    for (let place = 0; place < along; place++) {
      let total = 0;
      for (let step = start; step < start + deep; step++) {
        const pixel = this.pixelAt(clamp(border.isBefore ? border.edge + step : border.edge - step, 0, length - 1), place);
        const weight = u8(unwanted, pixel) === 1 ? 0.001 : 1;
        total += weight;
        for (let k = 0; k < 3; k++) colours[place * 3 + k] = f32(colours, place * 3 + k) + weight * f32(picture.samples, pixel * 3 + k);
      }
      for (let k = 0; k < 3; k++) colours[place * 3 + k] = f32(colours, place * 3 + k) / total;
      weights[place] = total / deep;
    }
    return [colours, weights];
  }

  /** Adds to each new pixel what `stepOf` writes, from the tones at its distance. */
  change(
    isNew: Uint8Array,
    stepOf: (pixel: number, place: number, tones: Float32Array, step: Float32Array, distance: number) => void,
    edgeTones: EdgeTones,
  ): void {
    const { border, along, length, picture } = this;
    const tones = new Float32Array(along * 3);
    const step = new Float32Array(3);
    const way = border.isBefore ? -1 : 1;
    for (let away = border.edge + way; away >= 0 && away < length; away += way) {
      const distance = Math.abs(away - border.edge);
      edgeTones.at(distance - 1, tones);
      for (let place = 0; place < along; place++) {
        const pixel = this.pixelAt(away, place);
        if (u8(isNew, pixel) === 0) continue;
        stepOf(pixel, place, tones, step, distance);
        for (let k = 0; k < 3; k++) picture.samples[pixel * 3 + k] = clamp(f32(picture.samples, pixel * 3 + k) + f32(step, k));
      }
    }
  }
}

/** The tones of what is new, of nothing else. */
function coarseTones({ width, height, samples }: Raster, isNew: Uint8Array, sigma: number): Float32Array {
  const [sum, share] = [new Raster(width, height, 3), new Raster(width, height, 1)];
  for (let pixel = 0; pixel < isNew.length; pixel++) {
    if (u8(isNew, pixel) === 0) continue;
    share.samples[pixel] = 1;
    for (let k = 0; k < 3; k++) sum.samples[pixel * 3 + k] = f32(samples, pixel * 3 + k);
  }
  const [tones, total] = [blur(sum, sigma).samples, blur(share, sigma).samples];
  for (let i = 0; i < tones.length; i++) tones[i] = f32(tones, i) / Math.max(1e-6, f32(total, Math.floor(i / 3)));
  return tones;
}
