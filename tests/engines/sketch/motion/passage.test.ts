import sharp from "sharp";
import { expect, test, vi } from "vitest";
import type { JsonValue } from "@/lib/engines/engine";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { paintMedium } from "@/lib/engines/sketch/media/paint-medium";
import { directFilm } from "@/lib/engines/sketch/motion/direct-film";
import { matchPictures } from "@/lib/engines/sketch/motion/morph/match-pictures";
import { pairThings } from "@/lib/engines/sketch/motion/morph/things";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import type { SceneSpec } from "@/lib/engines/sketch/parse/scene-spec";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { NO_REFERENCES } from "@/lib/engines/sketch/references/no-references";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { difference, filmRequest, given, HEIGHT, shotFrames, WIDTH } from "./films";

vi.setConfig({ testTimeout: 60_000 });

/** A red ball of one size on the same ground, at `x` of 160. */
function ballAt(x: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 160 90">
    <rect width="160" height="90" fill="#7fb2e5"/><rect y="52" width="160" height="38" fill="#5f8a4a"/><circle cx="${x}" cy="54" r="14" fill="#d8321e"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Middle of what is clearly red, in shares of the width, and how many pixels that is. */
function redOf(frame: Uint8Array): { middle: number; pixels: number } {
  let sum = 0;
  let pixels = 0;
  for (let i = 0; i < frame.length; i += 4) {
    if ((frame[i] ?? 0) < 150 || (frame[i + 1] ?? 0) > 90) continue;
    sum += (i / 4) % WIDTH;
    pixels++;
  }
  return { middle: sum / Math.max(1, pixels) / WIDTH, pixels };
}

test("from a start frame to an end frame the thing moves there: half-way it is one, whole, between the two", async () => {
  const [start, end] = [await ballAt(45), await ballAt(112)];
  const frames = await shotFrames("", { camera: "static", references: [given("start-frame", start), given("end-frame", end)] });
  const path = [0, 16, 24, 32, 47].map((index) => redOf(frames[index] ?? new Uint8Array()));
  const whole = path[0]?.pixels ?? 0;
  for (const { pixels } of path) expect(pixels).toBeGreaterThan(whole * 0.7);
  const middles = path.map(({ middle }) => middle);
  expect([...middles].sort((a, b) => a - b)).toEqual(middles);
  expect(middles[2]).toBeGreaterThan(0.42);
  expect(middles[2]).toBeLessThan(0.56);
});

/** A start and an end frame of our own with their scenes. */
async function ownFrame(role: "start-frame" | "end-frame", text: string, change: (scene: SceneSpec) => SceneSpec = (scene) => scene) {
  const size = { width: 2 * WIDTH, height: 2 * HEIGHT };
  const scene = change(parsePrompt({ text, negative: "", seed: 3 }).spec);
  const picture = paintMedium(renderScene(scene, size.width, size.height, NO_REFERENCES));
  const bytes = await sharp(picture.toRgbBytes(), { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer();
  const stored: JsonValue = JSON.parse(JSON.stringify({ ...scene, revision: SKETCH_REVISION }));
  return { ...given(role, bytes), scene: stored };
}

test("a thing that both scenes hold is known in either picture, with all else in them, and moves as one", async () => {
  const text = "a red sailboat and a lighthouse on a calm sea at noon, gouache";
  const shifted = (shift: number) => (scene: SceneSpec) => ({
    ...scene,
    subjects: scene.subjects.map((subject) => (subject.word === "sailboat" ? { ...subject, shift } : subject)),
  });
  const [start, end] = [await ownFrame("start-frame", text), await ownFrame("end-frame", text, shifted(0.28))];
  const { film } = await directFilm(filmRequest("", { camera: "static", references: [start, end] }));
  const [first, last] = film.takes;
  const pair = last === undefined ? null : pairThings(first.plate, last.plate);
  expect((pair?.last.x ?? 0) - (pair?.first.x ?? 0)).toBeGreaterThan(0.2);
  expect((pair?.last.across ?? 0) / (pair?.first.across ?? 1)).toBeCloseTo(1, 0.7);
});

test("things unlike each other do not become each other where the scenes tell them apart", async () => {
  const [start, end] = [
    await ownFrame("start-frame", "a fox in a forest, gouache"),
    await ownFrame("end-frame", "a red boat on a lake, gouache"),
  ];
  const { film } = await directFilm(filmRequest("", { references: [start, end] }));
  const [first, last] = film.takes;
  expect(last === undefined ? null : pairThings(first.plate, last.plate)).toBeNull();
});

test("between pictures that have nothing in common no frame jumps, and the camera moves without being told", async () => {
  const noise = (seed: number) =>
    sharp(
      Buffer.from(
        Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => (Math.imul(((i / 24) | 0) + seed, 2_654_435_761) >>> 24) & 255),
      ),
      { raw: { width: WIDTH, height: HEIGHT, channels: 3 } },
    )
      .blur(2)
      .png()
      .toBuffer();
  const frames = await shotFrames("", { references: [given("start-frame", await noise(1)), given("end-frame", await noise(99_991))] });
  const steps = frames.slice(1).map((frame, k) => difference(frame, frames[k] ?? frame));
  expect(Math.min(...steps.slice(2, -2))).toBeGreaterThan(0.05);
  const usual = [...steps].sort((a, b) => a - b)[24] ?? 0;
  expect(Math.max(...steps)).toBeLessThan(usual * 4 + 1);
});

test("block matching finds where a texture has gone, under other light", () => {
  const texture = (shift: number, gain: number) => {
    const picture = new Raster(160, 90, 3);
    for (let y = 0; y < 90; y++)
      for (let x = 0; x < 160; x++) {
        const value = 0.5 + 0.2 * Math.sin((x - shift) * 0.21) * Math.cos(y * 0.17) + 0.2 * Math.sin((x - shift) * 0.07 + y * 0.11);
        for (let k = 0; k < 3; k++) picture.samples[(y * 160 + x) * 3 + k] = value * gain;
      }
    return picture;
  };
  const { columns, rows, dx } = matchPictures(texture(0, 1), texture(8, 0.7), [0.5, 0.5]);
  const inner = Array.from({ length: rows - 8 }, (_, row) => dx.slice((row + 4) * columns + 6, (row + 5) * columns - 6)).flatMap((part) => [
    ...part,
  ]);
  const mean = inner.reduce((a, b) => a + b, 0) / inner.length;
  expect(Math.abs(mean * 160 - 8)).toBeLessThan(2.6);
});
