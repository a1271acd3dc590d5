import { labDistance, labFromRgb } from "../raster/colour";
import { blur, type Raster } from "../raster/image";
import { f32 } from "../raster/sample";

/** What speaks for and against a matte that was found without knowing what the picture shows. */
export interface EdgeSupport {
  /** Share of the picture that the thing covers. */
  readonly area: number;
  /** Share of the picture's border that the thing covers. */
  readonly onBorder: number;
  /** Share of the outline along which the picture has an edge. */
  readonly edged: number;
  /** Contrast along the outline against that within the background: near 1 the outline could run anywhere. */
  readonly clarity: number;
  /** Length of the outline for what it encloses; 3.5 for a disc, far more for scraps. */
  readonly raggedness: number;
}

/** OKLab distance across an outline that the eye sees as an edge. */
const EDGE = 0.045;

export function edgeSupport(share: Raster, picture: Raster): EdgeSupport {
  const { width, height } = picture;
  const reach = Math.max(2, Math.round(Math.max(width, height) * 0.012));
  const soft = blur(picture, Math.max(0.6, reach / 3));
  const isIn = (pixel: number) => f32(share.samples, pixel) >= 0.5;
  const labAt = (pixel: number) =>
    labFromRgb(f32(soft.samples, pixel * 3), f32(soft.samples, pixel * 3 + 1), f32(soft.samples, pixel * 3 + 2));
  const contrastAt = (pixel: number) =>
    Math.sqrt(
      Math.max(
        labDistance(labAt(pixel - reach), labAt(pixel + reach)),
        labDistance(labAt(pixel - reach * width), labAt(pixel + reach * width)),
      ),
    );
  const near = blur(share, reach * 1.5).samples;
  let [inside, onBorder, outline, edged, along, background, around] = [0, 0, 0, 0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const own = isIn(pixel);
      if (own) inside++;
      if (own && (x === 0 || y === 0 || x === width - 1 || y === height - 1)) onBorder++;
      if (x < reach || y < reach || x >= width - reach || y >= height - reach) continue;
      if (own && (!isIn(pixel - 1) || !isIn(pixel + 1) || !isIn(pixel - width) || !isIn(pixel + width))) {
        const contrast = contrastAt(pixel);
        outline++;
        along += contrast;
        if (contrast > EDGE) edged++;
      } else if (f32(near, pixel) < 0.02 && (x + y) % 3 === 0) {
        background += contrastAt(pixel);
        around++;
      }
    }
  }
  return {
    area: inside / (width * height),
    onBorder: onBorder / (2 * (width + height)),
    edged: edged / Math.max(1, outline),
    clarity: along / Math.max(1, outline) / Math.max(0.004, background / Math.max(1, around)),
    raggedness: outline / Math.sqrt(Math.max(1, inside)),
  };
}

/** Whether the outline of a matte is one that the picture has: clear of the border, along edges, and clearer than the background. */
export function isSupported({ area, onBorder, edged, clarity, raggedness }: EdgeSupport): boolean {
  return area > 0.002 && area < 0.6 && onBorder < 0.3 && edged > 0.85 && clarity > 2.5 && raggedness < 8.5;
}
