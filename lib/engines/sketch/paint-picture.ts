import { setImmediate as turn } from "node:timers/promises";
import sharp from "sharp";
import { paintMedium } from "./media/paint-medium";
import { parsePrompt } from "./parse/parse-prompt";
import type { ParsedPrompt, SceneSpec } from "./parse/scene-spec";
import { betweenColours } from "./raster/colour";
import { Raster } from "./raster/image";
import { releaseGarbage } from "./raster/memory";
import { prepareReferences, type ReferenceBytes } from "./references/prepare";
import { renderScene } from "./scene/render-scene";

export interface PictureRequest {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** References of weight above 0, with their bytes. */
  readonly references: readonly ReferenceBytes[];
}

export interface PaintedPicture {
  readonly png: Uint8Array;
  readonly parsed: ParsedPrompt;
}

/**
 * Paints one picture from its request alone: the same request gives the same bytes.
 * `onProgress` hears how far it is, 0–1.
 * Throws `UnreadableReference` when a reference cannot be decoded.
 */
export async function paintPicture(
  request: PictureRequest,
  onProgress: (share: number) => void = () => undefined,
): Promise<PaintedPicture> {
  const parsed = parsePrompt(request);
  const picture = await paintedBetween(parsed.spec, request, onProgress);
  const png = await sharp(picture.toRgbBytes(), { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toBuffer();
  return { png, parsed };
}

/** Roles whose picture itself is to be seen. */
const SHOWN: ReadonlySet<string> = new Set(["image", "start-frame"]);

/**
 * With a picture as reference two are painted, without it and with it alone, and each colour lies as far between the two as the weight
 * says: no medium can make more weight look like less.
 */
async function paintedBetween(spec: SceneSpec, request: PictureRequest, onProgress: (share: number) => void): Promise<Raster> {
  const { references, width, height } = request;
  const shown = references.filter(({ role, weight }) => SHOWN.has(role) && weight > 0);
  const weight = Math.min(1, Math.max(0, ...shown.map((reference) => reference.weight)));
  const others = references.filter(({ role }) => !SHOWN.has(role));
  const plain = weight === 1 ? null : await painted(spec, others, width, height, (share) => onProgress(share * (weight > 0 ? 0.45 : 0.9)));
  if (plain !== null && weight === 0) return plain;
  const full = shown.map((reference) => ({ ...reference, weight: reference.weight / weight }));
  const whole = await painted(spec, [...others, ...full], width, height, (share) =>
    onProgress(plain === null ? share * 0.9 : 0.45 + share * 0.45),
  );
  return plain === null ? whole : new Raster(width, height, 3, betweenColours(plain.samples, whole.samples, weight));
}

async function painted(
  spec: SceneSpec,
  given: readonly ReferenceBytes[],
  width: number,
  height: number,
  onProgress: (share: number) => void,
): Promise<Raster> {
  const references = await prepareReferences(given, width, height);
  const stage = renderScene(spec, width, height, references);
  onProgress(0.4);
  await settleMemory();
  const picture = paintMedium(stage);
  onProgress(1);
  await settleMemory();
  references.tonePicture(picture, stage);
  return picture;
}

/** Canvases give their memory back only when the event loop turns after they were collected. */
async function settleMemory(): Promise<void> {
  releaseGarbage();
  await turn();
}
