import { blur, Raster } from "../raster/image";
import { f32, u8 } from "../raster/sample";

/** Fills notches and holes: windows belong to the car, a label to its bottle. */
export function closed(share: Raster): Raster {
  const { width, height } = share;
  const reach = Math.max(2, Math.round(Math.max(width, height) * 0.035));
  const swollen = blur(share, reach, 2);
  for (let i = 0; i < swollen.samples.length; i++) swollen.samples[i] = f32(swollen.samples, i) > 0.22 ? 1 : 0;
  const shrunk = blur(swollen, reach, 2);
  const isOutside = connectedTo(
    inverted(shrunk, 0.74),
    (pixel) => pixel < width || pixel % width === 0 || pixel % width === width - 1 || pixel >= width * (height - 1),
  );
  const out = share.clone();
  for (let i = 0; i < out.samples.length; i++) out.samples[i] = Math.max(f32(out.samples, i), 1 - f32(isOutside.samples, i));
  return out;
}

function inverted(share: Raster, level: number): Raster {
  return new Raster(
    share.width,
    share.height,
    1,
    Float32Array.from(share.samples, (value) => (value > level ? 0 : 1)),
  );
}

/** Keeps only what hangs together with the pixels `isStart` names. */
export function connectedTo(share: Raster, isStart: (pixel: number) => boolean): Raster {
  const labels = piecesOf(share);
  const kept = new Set<number>();
  for (let pixel = 0; pixel < labels.length; pixel++) if (isStart(pixel) && (labels[pixel] ?? 0) > 0) kept.add(labels[pixel] ?? 0);
  return onlyPieces(share, labels, kept);
}

/** Whether all but a tenth of what is marked hangs together. */
export function isOnePiece(share: Raster): boolean {
  const sizes = new Map<number, number>();
  let all = 0;
  for (const label of piecesOf(share)) {
    if (label === 0) continue;
    all++;
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
  }
  return Math.max(0, ...sizes.values()) >= 0.9 * all;
}

/** The piece with the most weight near the middle, and others of at least a quarter of it. */
export function largestPieces(share: Raster): Raster {
  const { width, height } = share;
  const labels = piecesOf(share);
  const weights = new Map<number, number>();
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel] ?? 0;
    if (label === 0) continue;
    const x = (pixel % width) / width - 0.5;
    const y = Math.floor(pixel / width) / height - 0.5;
    weights.set(label, (weights.get(label) ?? 0) + Math.exp(-(x * x + y * y) / 0.12));
  }
  const greatest = Math.max(0, ...weights.values());
  return onlyPieces(share, labels, new Set([...weights].filter(([, weight]) => weight >= 0.25 * greatest).map(([label]) => label)));
}

function onlyPieces(share: Raster, labels: Int32Array, kept: ReadonlySet<number>): Raster {
  const out = share.clone();
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel] ?? 0;
    if (label > 0 && !kept.has(label)) out.samples[pixel] = 0;
  }
  return out;
}

/** A number for each connected piece of share ≥ 0.5, from 1; 0 elsewhere. */
function piecesOf(share: Raster): Int32Array {
  const { width, height, samples } = share;
  const labels = new Int32Array(width * height);
  const isIn = Uint8Array.from(samples, (value) => (value >= 0.5 ? 1 : 0));
  let label = 0;
  for (let start = 0; start < labels.length; start++) {
    if (u8(isIn, start) === 0 || labels[start] !== 0) continue;
    labels[start] = ++label;
    const queue = [start];
    for (let pixel = queue.pop(); pixel !== undefined; pixel = queue.pop()) {
      const x = pixel % width;
      for (const next of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
        if (next < 0 || next >= labels.length || u8(isIn, next) === 0 || labels[next] !== 0) continue;
        labels[next] = label;
        queue.push(next);
      }
    }
  }
  return labels;
}
