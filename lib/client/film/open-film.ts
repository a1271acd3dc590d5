import type { Clip } from "@/lib/domain/compare/in-step";
import { createFrameStore, type FrameStore, type FramesFrom } from "./frame-store";

export interface OpenFilm extends FrameStore<ImageBitmap> {
  /** Pixels, as shown. */
  readonly width: number;
  readonly height: number;
}

/** Memory the decoded frames of one video may take; eight videos are compared at most. Bytes. */
const ROOM = 48 * 1024 * 1024;
const LEAST_KEPT = 8;
const MOST_KEPT = 32;

/**
 * Opens a video for showing exact frames, decoded by WebCodecs. Only what is shown is fetched, by ranges.
 * @param clip its length and number of frames, as the studio measured them
 * @throws where the browser has no WebCodecs or cannot decode this video; its own player may still show it
 */
export async function openFilm(address: string, clip: Clip): Promise<OpenFilm> {
  if (typeof VideoDecoder === "undefined") throw new Error("This browser decodes no single frames.");
  const { Input, MATROSKA, MP4, QTFF, UrlSource, VideoSampleSink, WEBM } = await import("mediabunny");
  const input = new Input({ source: new UrlSource(address), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await track.canDecode())) throw new Error("This browser cannot decode this video.");
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
    const first = await track.getFirstTimestamp();
    const period = clip.durationMs / 1000 / clip.frames;
    const sink = new VideoSampleSink(track);
    const board = new OffscreenCanvas(width, height);
    const pen = board.getContext("2d");
    if (!pen) throw new Error("This browser draws no pictures off screen.");
    const framesFrom: FramesFrom<ImageBitmap> = async function* (index) {
      // Aimed at the middle of the frame: at its start, rounding may give the one before.
      for await (const sample of sink.samples(first + (index + 0.5) * period)) {
        try {
          sample.draw(pen, 0, 0, width, height);
          yield { index: Math.round((sample.timestamp - first) / period), frame: board.transferToImageBitmap() };
        } finally {
          sample.close();
        }
      }
    };
    const capacity = Math.min(MOST_KEPT, Math.max(LEAST_KEPT, Math.floor(ROOM / (width * height * 4))));
    const store = createFrameStore(framesFrom, capacity);
    return {
      ...store,
      width,
      height,
      close() {
        store.close();
        input.dispose();
      },
    };
  } catch (error) {
    input.dispose();
    throw error;
  }
}
