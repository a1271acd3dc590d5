import { BufferSource, Input, MP4, WEBM } from "mediabunny";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ClipFormat } from "@/lib/engines/sketch/motion/encoding/clip-format";
import { CLIP_MIME_TYPES } from "@/lib/engines/sketch/motion/encoding/clip-format";
import { Encoder } from "@/lib/engines/sketch/motion/encoding/encoder";
import { shoot } from "@/lib/engines/sketch/motion/make-clip";
import { openBrowser } from "@/tests/support/browser";
import { difference, filmRequest, shotFrames } from "./films";

/** Encoding and a browser compete for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TEXT = "a sailboat on a rough sea at sunset, flat, fast pan left";
const SIZE = { width: 144, height: 80 };
const SECONDS = 1;
const FRAMES = 24;

describe.each(["mp4", "webm"] as const satisfies readonly ClipFormat[])("a clip as %s", (format) => {
  let browser: Browser;
  let page: Page;
  let bytes: Uint8Array;
  let frames: readonly Uint8Array[];

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    frames = await shotFrames(TEXT, { ...SIZE, duration: SECONDS });
    ({ bytes } = await shoot(filmRequest(TEXT, { ...SIZE, duration: SECONDS }), format, () => undefined));
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("holds every frame, at its rate, with a key frame at least every half second", async () => {
    const input = new Input({ source: new BufferSource(bytes), formats: [MP4, WEBM] });
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error("no video track");
    expect(await track.getCodec()).toBe(format === "mp4" ? "avc" : "vp9");
    const { packetCount, averagePacketRate } = await track.computePacketStats();
    expect(packetCount).toBe(FRAMES);
    expect(averagePacketRate).toBeCloseTo(24, 1);
    expect(Math.abs((await input.computeDuration()) - SECONDS)).toBeLessThanOrEqual(1 / 24);
  });

  test("plays in the browser to its end", async () => {
    const played = await page.evaluate(
      async ([mimeType, base64]) => {
        const video = document.createElement("video");
        video.muted = true;
        video.src = `data:${mimeType};base64,${base64}`;
        document.body.append(video);
        let shown = 0;
        const count = () => {
          shown++;
          video.requestVideoFrameCallback(count);
        };
        video.requestVideoFrameCallback(count);
        await new Promise((resolve, reject) => {
          video.onended = resolve;
          video.onerror = () => reject(new Error(video.error?.message ?? "cannot be played"));
          void video.play();
        });
        return { duration: video.duration, width: video.videoWidth, height: video.videoHeight, shown };
      },
      [CLIP_MIME_TYPES[format], Buffer.from(bytes).toString("base64")] as const,
    );
    expect(Math.abs(played.duration - SECONDS)).toBeLessThanOrEqual(1 / 24);
    expect(played).toMatchObject(SIZE);
    expect(played.shown).toBeGreaterThan(1);
  });

  test("a seek to any frame shows that frame, and they differ", async () => {
    const wanted = [11, 0, 23, 5];
    const seen = await page.evaluate(
      async ([mimeType, base64, indexes]) => {
        const video = document.createElement("video");
        video.muted = true;
        video.src = `data:${mimeType};base64,${base64}`;
        await new Promise((resolve) => {
          video.onloadeddata = resolve;
        });
        const canvas = document.createElement("canvas");
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        const context = canvas.getContext("2d", { willReadFrequently: true });
        if (context === null) throw new Error("no canvas");
        const frames: string[] = [];
        for (const index of indexes) {
          // A seek is over before its frame is there to be drawn.
          const arrived = new Promise<void>((resolve) => {
            const look: VideoFrameRequestCallback = (_, { mediaTime }) => {
              if (Math.abs(mediaTime - index / 24) < 0.5 / 24) resolve();
              else video.requestVideoFrameCallback(look);
            };
            video.requestVideoFrameCallback(look);
          });
          // Aimed at the middle of a frame, so that rounding cannot hit its neighbour.
          video.currentTime = (index + 0.5) / 24;
          await arrived;
          context.drawImage(video, 0, 0);
          frames.push(
            Array.from(context.getImageData(0, 0, canvas.width, canvas.height).data, (byte) => String.fromCharCode(byte)).join(""),
          );
        }
        return frames;
      },
      [CLIP_MIME_TYPES[format], Buffer.from(bytes).toString("base64"), wanted] as const,
    );
    const pictures = seen.map((samples) => Uint8Array.from(Buffer.from(samples, "latin1")));
    const [middle, first] = pictures;
    expect(difference(first ?? new Uint8Array(), middle ?? new Uint8Array())).toBeGreaterThan(1);
    for (const [k, index] of wanted.entries()) {
      const picture = pictures[k] ?? new Uint8Array();
      const own = difference(picture, frames[index] ?? picture);
      expect(own).toBeLessThan(6);
      for (const other of [index - 5, index + 5]) {
        const frame = frames[other];
        if (frame !== undefined) expect(difference(picture, frame)).toBeGreaterThan(own);
      }
    }
  });

  test("made again it is the same file", async () => {
    const again = await shoot(filmRequest(TEXT, { ...SIZE, duration: SECONDS }), format, () => undefined);
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
  });
});

test("an encoder whose frames stop early makes no file", async () => {
  const encoder = new Encoder({ format: "mp4", width: 64, height: 64, frames: 3, framesPerSecond: 24 });
  await encoder.write(new Uint8Array(64 * 64 * 4));
  await expect(encoder.finish()).rejects.toThrow("the frames stopped early");
});

test("an encoder can be stopped in the middle of a frame", async () => {
  const encoder = new Encoder({ format: "webm", width: 64, height: 64, frames: 3, framesPerSecond: 24 });
  await encoder.write(new Uint8Array(1000));
  encoder.stop();
  await expect(encoder.finish()).rejects.toThrow("SIGKILL");
});
