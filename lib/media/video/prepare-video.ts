import type { InputVideoTrack, VideoSample } from "mediabunny";
import sharp from "sharp";
import { isVideoType, type VideoType } from "@/lib/domain/asset/file-type";
import {
  FILMSTRIP_FRAMES,
  MAX_VIDEO_BYTES,
  MAX_VIDEO_FRAMES,
  MAX_VIDEO_MS,
  MAX_VIDEO_PIXELS,
  RENDITION_LONG_SIDES,
} from "@/lib/domain/asset/limits";
import type { PreparedVideo } from "@/lib/domain/asset/media";
import {
  FILE_REFUSALS,
  refusedFileType,
  tooLong,
  tooManyVideoBytes,
  tooManyVideoPixels,
  unplayableCodec,
  VIDEO_REFUSALS,
} from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { filmstrip, fromPixels, type Pixels, picturesOf, toPixels } from "../renditions";
import { SNIFF_BYTES, sniff } from "../sniff";
import { takeTurns } from "../turns";
import type { FileBytes } from "./file-bytes";
import { type Mp4Box, topBoxes } from "./mp4-boxes";
import { videoProvenance } from "./video-provenance";

/** What browsers play: the names of mediabunny. */
const PLAYABLE: ReadonlySet<string> = new Set(["avc", "vp8", "vp9", "av1"]);
/** The table of contents of five minutes takes well under a megabyte; it is read into memory whole. */
const MAX_CONTENTS_BYTES = 16 * 1024 * 1024;
const READ_MS = 90_000;
/** Packets looked at to know the frame rate. */
const RATE_PACKETS = 100;
/** Longer side of one picture of the filmstrip. */
const STRIP_LONG_SIDE = 160;

const turn = takeTurns(1);

/**
 * Looks at a video by reading its contents and decoding frames all over it, and makes everything derived from it. Native
 * codecs do it, so only the worker calls this.
 * @throws AppError with a sentence for people: `TOO_LARGE` for bytes, frames or length over the limit, `BAD_INPUT` for
 * anything that is not a video every browser plays. The name and declared type of the file are not asked.
 */
export async function prepareVideo(file: FileBytes, maxBytes = MAX_VIDEO_BYTES): Promise<PreparedVideo> {
  if (file.byteSize === 0) throw refused(FILE_REFUSALS.empty);
  if (file.byteSize > maxBytes) throw new AppError("TOO_LARGE", tooManyVideoBytes(file.byteSize));
  const type = sniff(await file.read(0, Math.min(SNIFF_BYTES, file.byteSize)));
  if (!isVideoType(type)) throw refused(refusedFileType(type) ?? VIDEO_REFUSALS.noPicture);
  const boxes = type === "video/mp4" ? await soundBoxes(file) : [];
  return turn(() => withinTime(look(file, type, boxes)));
}

/** A table of contents that is missing, too large or does not lie in the file never reaches a parser. */
async function soundBoxes(file: FileBytes): Promise<readonly Mp4Box[]> {
  const boxes = await topBoxes(file);
  const contents = boxes?.find((box) => box.type === "moov");
  if (!boxes || !contents || contents.byteSize > MAX_CONTENTS_BYTES) throw refused(VIDEO_REFUSALS.damaged);
  return boxes;
}

async function look(file: FileBytes, mimeType: VideoType, boxes: readonly Mp4Box[]): Promise<PreparedVideo> {
  const { ALL_FORMATS, CustomSource, Input } = await decoders();
  const source = new CustomSource({ getSize: () => file.byteSize, read: (start, end) => file.read(start, end) });
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw refused(VIDEO_REFUSALS.noPicture);
    const { width, height } = await soundSize(track);
    const codec = await track.getCodec();
    if (codec === null || !PLAYABLE.has(codec)) throw refused(unplayableCodec(codec));
    const seconds = await input.computeDuration();
    if (!(seconds > 0)) throw refused(VIDEO_REFUSALS.noLength);
    const durationMs = Math.max(1, Math.round(seconds * 1000));
    if (durationMs > MAX_VIDEO_MS) throw new AppError("TOO_LARGE", tooLong(durationMs));
    const { averagePacketRate } = await track.computePacketStats(RATE_PACKETS);
    const frames = Math.max(1, Math.round(averagePacketRate * seconds));
    if (frames > MAX_VIDEO_FRAMES) throw new AppError("TOO_LARGE", VIDEO_REFUSALS.tooManyFrames);
    const { poster, strip } = await framesOf(track, seconds, Math.max(width, height));
    const pictures = await picturesOf(poster);
    return {
      facts: { mimeType, width, height, durationMs, provenance: await videoProvenance(file, mimeType, boxes, frames) },
      renditions: [...pictures.renditions, await filmstrip(strip)],
      thumbHash: pictures.thumbHash,
    };
  } catch (error) {
    throw error instanceof AppError ? error : refused(VIDEO_REFUSALS.damaged, error);
  } finally {
    input.dispose();
  }
}

async function soundSize(track: InputVideoTrack): Promise<{ width: number; height: number }> {
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (!(width > 0 && height > 0)) throw refused(VIDEO_REFUSALS.damaged);
  if (width * height > MAX_VIDEO_PIXELS) throw new AppError("TOO_LARGE", tooManyVideoPixels(width, height));
  return { width, height };
}

/** The first frame as large as a screen, and frames from the middle of equal shares of the whole. */
async function framesOf(track: InputVideoTrack, seconds: number, longSide: number): Promise<{ poster: Pixels; strip: Pixels[] }> {
  const { VideoSampleSink } = await decoders();
  const first = await track.getFirstTimestamp();
  const middles = Array.from({ length: FILMSTRIP_FRAMES }, (_, order) => first + ((order + 0.5) / FILMSTRIP_FRAMES) * (seconds - first));
  const strip: Pixels[] = [];
  let poster: Pixels | null = null;
  for await (const sample of new VideoSampleSink(track).samplesAtTimestamps([first, ...middles])) {
    if (!sample) throw refused(VIDEO_REFUSALS.damaged);
    try {
      // What the frames really measure; the contents may say something smaller.
      const { width, height } = sample.visibleRect;
      if (width * height > MAX_VIDEO_PIXELS) throw new AppError("TOO_LARGE", tooManyVideoPixels(width, height));
      const side = poster === null ? RENDITION_LONG_SIDES.screen : STRIP_LONG_SIDE;
      const picture = await upright(sample, Math.min(side, longSide));
      if (poster === null) poster = picture;
      else strip.push(picture);
    } finally {
      sample.close();
    }
  }
  if (!poster || strip.length !== FILMSTRIP_FRAMES) throw refused(VIDEO_REFUSALS.damaged);
  return { poster, strip };
}

/** A frame in square pixels, turned and mirrored as the file says, no larger than `longSide`. */
async function upright(sample: VideoSample, longSide: number): Promise<Pixels> {
  const format = "RGBX";
  const bytes = Buffer.alloc(sample.allocationSize({ format }));
  await sample.copyTo(bytes, { format });
  const { width, height } = sample.visibleRect;
  const { squarePixelWidth, squarePixelHeight, rotation, flip } = sample;
  const scale = Math.min(1, longSide / Math.max(squarePixelWidth, squarePixelHeight));
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  const small = await toPixels(
    sharp(bytes, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .resize({ width: side(squarePixelWidth), height: side(squarePixelHeight), fit: "fill" }),
  );
  if (rotation === 0 && !flip) return small;
  const turned = await toPixels(fromPixels(small).rotate(rotation));
  return flip ? toPixels(fromPixels(turned).flop()) : turned;
}

let registered = false;

/** The codecs weigh as much as the rest of the studio, so they are loaded when the first video comes. */
async function decoders() {
  const [mediabunny, server] = await Promise.all([import("mediabunny"), import("@mediabunny/server")]);
  // Looking for graphics cards that are not there fills the log with complaints of their drivers.
  if (!registered) server.registerMediabunnyServer({ hardwareContext: null });
  registered = true;
  return mediabunny;
}

async function withinTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refused(VIDEO_REFUSALS.tooSlow)), READ_MS);
  });
  return Promise.race([asked, over]).finally(() => clearTimeout(timer));
}

const refused = (sentence: string, cause?: unknown) => new AppError("BAD_INPUT", sentence, { cause });
