/**
 * `npm run bench:web -- --part compare`: eight pictures of 2048² and two videos, compared on the studio's own page in headless Chromium with
 * software rendering.
 */
import sharp from "sharp";
import { compareAddress } from "@/lib/domain/compare/address";
import { clip } from "@/tests/support/videos";
import { createJudge, median, p95 } from "../judge";
import type { FrameReport } from "../picture-surface/frame-meter";
import { type BenchStudio, idleFrames, openBenchStudio } from "./bench-studio";

const LIMITS = { neighbourMs: 20, decodeRatio: 1.2, dropped: 0.03, differenceMs: 25, wrongFrames: 0.5 };
const SIDE = 2048;
const PICTURES = 8;
const PRESSES = 28;
const RUN_MS = 5_000;
const FRAMES = 240;
const BITS = 10;
const SEEKS = 200;

const judge = createJudge();
const studio = await openBenchStudio(judge);
try {
  console.log(`\nCompared: ${PICTURES} pictures of ${SIDE} × ${SIDE}`);
  const pictures = await studio.upload(await Promise.all(Array.from({ length: PICTURES }, (_, n) => paintGrain(n))));
  const idle = await idleFrames(studio);
  const address = addressOf(pictures);
  await benchCycling(studio, address, pictures);
  await benchLooking(studio, address, idle);
  await benchDifference(studio, address, idle);
  await benchFilms(studio);
} finally {
  await studio.close();
}
process.exit(judge.isOver ? 1 : 0);

function addressOf(assets: readonly string[]): string {
  return compareAddress(
    assets.map((id) => ({ kind: "asset" as const, id })),
    "/assets",
  );
}

/** A picture as costly to decode as a photograph: grain all over. */
async function paintGrain(n: number): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 24 };
  const ground = { r: (n * 47) % 255, g: (n * 91) % 255, b: (n * 13) % 255 };
  const grain = await sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: ground, noise } })
    .png()
    .toBuffer();
  const tint = { create: { width: SIDE, height: SIDE, channels: 4 as const, background: { ...ground, alpha: 0.5 } } };
  return sharp(grain)
    .composite([{ input: tint }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** One is pinned; a key shows the next of the others. From the press to its picture on screen. */
async function benchCycling(bench: BenchStudio, address: string, ids: readonly string[]): Promise<void> {
  const { page } = bench;
  await bench.open(address);
  await allShown(bench, PICTURES);
  await page.keyboard.press("k");
  await allShown(bench, 2);
  const own = await page.evaluate(async (assets) => {
    const took: number[] = [];
    for (const id of assets) {
      // A copy of the bytes: a decoder that has seen this address would answer from what it keeps.
      const blob = await (await fetch(`/assets/${id}/original`)).blob();
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      await new Promise((loaded) => image.addEventListener("load", loaded));
      const startedAt = performance.now();
      await image.decode();
      took.push(performance.now() - startedAt);
      URL.revokeObjectURL(image.src);
    }
    return took;
  }, ids);
  console.log(`  the browser's own decode: median ${median(own).toFixed(0)} ms`);
  const press = async () => {
    await page.evaluate(watchNext);
    await page.keyboard.press("ArrowRight");
    return page.evaluate(() => window.shown);
  };
  const calm: Shown[] = [];
  for (let turn = 0; turn < PRESSES; turn += 1) {
    calm.push(await press());
    // Somebody looks.
    await page.waitForTimeout(700);
  }
  judge.judge("key to the neighbour's picture, p95", p95(calm.map(({ pictureMs }) => pictureMs)), LIMITS.neighbourMs, "ms");
  const hasty: Shown[] = [];
  for (let turn = 0; turn < PRESSES / 2; turn += 1) {
    // Faster than anything is made ready: two are passed, the third is looked at.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    hasty.push(await press());
  }
  const all = [...calm, ...hasty];
  console.log(`  with the wait for the screen's next frame: median ${median(calm.map(({ waitedMs }) => waitedMs)).toFixed(0)} ms`);
  judge.judge(
    "key to any other's picture, median",
    median(hasty.map(({ pictureMs }) => pictureMs)),
    LIMITS.decodeRatio * median(own),
    "ms",
  );
  judge.judge("key to a placeholder at least, p95", p95(all.map(({ placeholderMs }) => placeholderMs)), LIMITS.neighbourMs, "ms");
}

/** What a key brought into sight, in ms: `pictureMs` of work until its picture is painted, `waitedMs` with the wait for the screen's next frame. */
interface Shown {
  readonly pictureMs: number;
  readonly placeholderMs: number;
  readonly waitedMs: number;
}

declare global {
  interface Window {
    shown: Promise<Shown>;
  }
}

/** Runs in the page: follows what the next key brings into sight. */
function watchNext(): void {
  const placesNow = () => [...document.querySelectorAll<HTMLElement>("main [data-picture]")];
  const before = new Set(placesNow().map(({ dataset }) => dataset.picture));
  /** A task of its own: after the handlers of an event and what they render, after a frame's painting. */
  const afterwards = () =>
    new Promise<number>((next) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => next(performance.now());
      port2.postMessage(null);
    });
  const frame = () => new Promise<number>((next) => requestAnimationFrame(() => next(performance.now())));
  window.shown = new Promise((settle) => {
    addEventListener(
      "keydown",
      async ({ timeStamp }) => {
        const startedAt = performance.now();
        const handledMs = (await afterwards()) - startedAt;
        let place: HTMLElement | undefined;
        let paintMs = 0;
        while (!place) {
          const frameAt = await frame();
          place = placesNow().find(({ dataset }) => !before.has(dataset.picture));
          paintMs = (await afterwards()) - frameAt;
        }
        const placeholderMs = handledMs + paintMs;
        // What was decoded ahead is drawn in that very frame; otherwise the browser decodes first.
        const isDrawn = place.parentElement?.querySelector("canvas[data-instant]") !== null;
        const decodingAt = performance.now();
        if (!isDrawn && place instanceof HTMLImageElement) {
          const image = place;
          if (!image.complete) await new Promise((loaded) => image.addEventListener("load", loaded, { once: true }));
          await image.decode().catch(() => undefined);
        }
        const now = performance.now();
        settle({ placeholderMs, pictureMs: placeholderMs + (isDrawn ? 0 : now - decodingAt), waitedMs: now - timeStamp });
      },
      { once: true, capture: true },
    );
  });
}

/** All eight side by side, zoomed by the wheel and pulled by the hand, all in step. */
async function benchLooking(bench: BenchStudio, address: string, idle: FrameReport): Promise<void> {
  const { page } = bench;
  await bench.open(address);
  await allShown(bench, PICTURES);
  const box = await page.locator("main li").first().boundingBox();
  if (!box) throw new Error("no picture is compared");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const zoomed = await page.evaluate(
    ([ms, clientX, clientY]) => {
      const under = document.elementFromPoint(clientX, clientY);
      const wheel = (deltaY: number) =>
        under?.dispatchEvent(new WheelEvent("wheel", { deltaY, clientX, clientY, bubbles: true, cancelable: true }));
      return window.meter.measureFrames(ms, (share) => wheel(share < 0.5 ? -16 : 16));
    },
    [RUN_MS, x, y] as const,
  );
  judgeFrames("synced zoom", zoomed, idle);
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -100);
  await page.waitForTimeout(300);
  await page.mouse.down();
  let isOver = false;
  const pulled = page
    .evaluate((ms) => window.meter.measureFrames(ms, () => undefined), RUN_MS)
    .finally(() => {
      isOver = true;
    });
  for (let turn = 0; !isOver; turn += 1) await page.mouse.move(x + 60 * Math.sin(turn / 9), y + 60 * Math.cos(turn / 7));
  judgeFrames("synced pan", await pulled, idle);
  await page.mouse.up();
}

/** The gain changes in every frame, so every frame's difference is computed anew. */
async function benchDifference(bench: BenchStudio, address: string, idle: FrameReport): Promise<void> {
  const { page } = bench;
  for (const mode of ["difference", "heat-map"]) {
    await bench.open(`${address}&mode=${mode}`);
    await allShown(bench, 2);
    await page.getByRole("slider", { name: "Gain" }).waitFor();
    const frames = await page.evaluate((ms) => {
      const input = [...document.querySelectorAll<HTMLInputElement>("main input[type=range]")].find(({ max }) => Number(max) > 1);
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      if (!input || !set) throw new Error("there is no gain to change");
      const steps = (Number(input.max) - Number(input.min)) / 0.5;
      let turn = 0;
      return window.meter.measureFrames(ms, () => {
        turn += 1;
        set.call(input, String(Number(input.min) + 0.5 * (turn % steps)));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }, RUN_MS);
    console.log(`  ${mode}: ${frames.fps.toFixed(1)} fps`);
    judge.judge(`${mode} with another gain, p95 frame`, frames.p95Ms - Math.max(0, idle.p95Ms - 1000 / 60), LIMITS.differenceMs, "ms");
  }
}

function judgeFrames(name: string, frames: FrameReport, idle: FrameReport): void {
  console.log(`  ${name}: ${frames.fps.toFixed(1)} fps, worst frame ${frames.worstMs.toFixed(0)} ms`);
  judge.judge(`${name}, dropped beyond the empty page's`, Math.max(0, frames.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
}

/** Two clips whose frames say their own number, sought at random together by the transport of the page. */
async function benchFilms(bench: BenchStudio): Promise<void> {
  console.log(`\nCompared: two videos of ${FRAMES} frames`);
  const { page } = bench;
  const clips = await Promise.all(
    (["mp4", "webm"] as const).map((format) => clip({ format, frames: FRAMES, width: 320, height: 96, picture: bars })),
  );
  const films = await bench.upload(clips.map((bytes) => Buffer.from(bytes)));
  await bench.open(addressOf(films));
  await page.getByRole("slider", { name: "Frame" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("main canvas[data-frame]").length === 2);
  const { wrong, tookMs } = await page.evaluate(
    async ([seeks, frames, bits]) => {
      const input = document.querySelector<HTMLInputElement>("main fieldset input[type=range]");
      const places = [...document.querySelectorAll<HTMLCanvasElement>("main canvas[data-frame]")];
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      if (!input || !set) throw new Error("there is no transport");
      const read = (canvas: HTMLCanvasElement) => {
        const pen = canvas.getContext("2d");
        let value = 0;
        for (let bit = 0; bit < bits; bit += 1) {
          const [red = 0] = pen?.getImageData(((bit + 0.5) * canvas.width) / bits, canvas.height / 2, 1, 1).data ?? [];
          if (red > 128) value |= 1 << bit;
        }
        return value;
      };
      const took: number[] = [];
      let wrongFrames = 0;
      let state = 12_345;
      for (let seek = 0; seek < seeks; seek += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        const frame = state % frames;
        const startedAt = performance.now();
        set.call(input, String(frame));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
        while (places.some(({ dataset }) => dataset.frame !== String(frame)))
          await new Promise((next) => {
            requestAnimationFrame(next);
          });
        took.push(performance.now() - startedAt);
        if (places.some((place) => read(place) !== frame)) wrongFrames += 1;
      }
      return { wrong: wrongFrames, tookMs: took };
    },
    [SEEKS, FRAMES, BITS] as const,
  );
  console.log(`  a seek of both: median ${median(tookMs).toFixed(0)} ms`);
  judge.judge(`wrong frames in ${SEEKS} random seeks of both`, wrong, LIMITS.wrongFrames, "frames");
}

/** Ten columns, white for a bit of the frame's number that is set. */
function bars(frame: number, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(width * height * 4);
  for (let at = 0; at < bytes.length; at += 4) {
    const bit = Math.floor((((at / 4) % width) * BITS) / width);
    bytes.fill((frame >> bit) & 1 ? 235 : 20, at, at + 4);
  }
  return bytes;
}

/** Waits until so many pictures are in sight, decoded. */
async function allShown({ page }: BenchStudio, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelectorAll("main [data-picture]").length === wanted, count);
  await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>("main img[data-picture]")].map((image) => image.decode().catch(() => undefined)),
    ),
  );
  await page.waitForTimeout(500);
}
