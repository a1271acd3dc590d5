import { setImmediate as turn } from "node:timers/promises";
import sharp from "sharp";
import { paintMedium } from "./media/paint-medium";
import { parsePrompt } from "./parse/parse-prompt";
import type { ParsedPrompt } from "./parse/scene-spec";
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
  const references = await prepareReferences(request.references, request.width, request.height);
  const stage = renderScene(parsed.spec, request.width, request.height, references);
  onProgress(0.35);
  await settleMemory();
  const picture = paintMedium(stage);
  onProgress(0.9);
  await settleMemory();
  references.tonePicture(picture, stage);
  const png = await sharp(picture.toRgbBytes(), { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toBuffer();
  return { png, parsed };
}

/** Canvases give their memory back only when the event loop turns after they were collected. */
async function settleMemory(): Promise<void> {
  releaseGarbage();
  await turn();
}
