import { type Lab, labDistance, labFromRgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { f32 } from "../raster/sample";

/** Wider margins than this share of the shorter side belong to the picture. */
const WIDEST = 0.13;

/** Pigment gathers where a painting on paper ends: this much of the shorter side beyond the paper is of the border. */
const PIGMENT_EDGE = 0.02;

/** Paper is of one colour (squared OKLab distance from its middle one), without much chroma, and not dark. */
const SAME = 0.0016;
const LEAST_LIGHT = 0.55;
const MOST_CHROMA = 0.06;

/** How far bare paper reaches in from the edges of a print or a painting on paper, in pixels; 0 for a picture without a border. */
export function paperMargin(picture: Raster): number {
  const { width, height } = picture;
  const widest = Math.floor(Math.min(width, height) * WIDEST);
  const paper = paperOf(picture);
  if (paper === null) return 0;
  let margin = 0;
  // A pale picture has some paper everywhere.
  const usual = paperShare(picture, widest, paper);
  for (let inset = 0; inset <= widest; inset++) {
    const share = paperShare(picture, inset, paper);
    if (inset === 0 && share < 0.8) return 0;
    if (share > usual + 0.04) margin = inset + Math.max(2, Math.round(Math.min(width, height) * PIGMENT_EDGE));
  }
  return margin > widest ? 0 : margin;
}

/** The middle colour of the outermost pixels, or null where it cannot be paper. */
function paperOf(picture: Raster): Lab | null {
  const rim: Lab[] = [];
  forRing(picture, 0, (pixel) => rim.push(labAt(picture, pixel)));
  const middle = (k: 0 | 1 | 2) => rim.map((lab) => lab[k]).sort((a, b) => a - b)[rim.length >> 1] ?? 0;
  const paper: Lab = [middle(0), middle(1), middle(2)];
  return paper[0] > LEAST_LIGHT && Math.hypot(paper[1], paper[2]) < MOST_CHROMA ? paper : null;
}

function labAt({ samples }: Raster, pixel: number): Lab {
  return labFromRgb(f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2));
}

/** Share of the pixels of one ring that look like the paper. */
function paperShare(picture: Raster, inset: number, paper: Lab): number {
  let [own, total] = [0, 0];
  forRing(picture, inset, (pixel) => {
    total++;
    if (labDistance(labAt(picture, pixel), paper, 1) < SAME) own++;
  });
  return own / Math.max(1, total);
}

function forRing({ width, height }: Raster, inset: number, look: (pixel: number) => void): void {
  for (let x = inset; x < width - inset; x++) {
    look(inset * width + x);
    look((height - 1 - inset) * width + x);
  }
  for (let y = inset + 1; y < height - 1 - inset; y++) {
    look(y * width + inset);
    look(y * width + width - 1 - inset);
  }
}

export function cropped(picture: Raster, left: number, top: number, width: number, height: number): Raster {
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * picture.width + left) * channels;
    out.samples.set(picture.samples.subarray(from, from + width * channels), y * width * channels);
  }
  return out;
}

/** Puts a picture into an empty one of another size. */
export function padded(picture: Raster, left: number, top: number, width: number, height: number): Raster {
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < picture.height; y++) {
    const from = y * picture.width * channels;
    out.samples.set(picture.samples.subarray(from, from + picture.width * channels), ((y + top) * width + left) * channels);
  }
  return out;
}
