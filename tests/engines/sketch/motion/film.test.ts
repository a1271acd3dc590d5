import { describe, expect, test, vi } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { retoned } from "@/lib/engines/sketch/edit/relight";
import { SKETCH_MOTION_REVISION } from "@/lib/engines/sketch/motion/capabilities";
import { directFilm } from "@/lib/engines/sketch/motion/direct-film";
import { planFilm } from "@/lib/engines/sketch/motion/plan-film";
import { scenePlate } from "@/lib/engines/sketch/motion/scene-plate";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { decodeReference } from "@/lib/engines/sketch/references/decode";
import { prepareReferences } from "@/lib/engines/sketch/references/prepare";
import { similarity } from "../paint";
import { difference, filmRequest, given, HEIGHT, hashOfFrames, pictureFile, rasterOfFrame, shotFrames, WIDTH } from "./films";

/** Painting competes for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 60_000 });

/**
 * Hashes of all frames of small films. When one of them changes, the engine makes something else of the same request: bump
 * `SKETCH_MOTION_REVISION` and write the new hashes here, together. The scenes are those of `SKETCH_REVISION`.
 */
const GOLDEN = {
  revisions: ["2026-11-22.46", "2026-11-22.12"],
  films: {
    "a sailboat on a calm sea at sunset, gouache, slow pan left": "781a24804f462e10",
    "a mountain lake at dawn, watercolour, push in": "4065652bebf5a726",
    "a city skyline from day to night, flat, static camera": "8cce536e761ec266",
    "a forest in the rain, ink, static camera": "4c9a65238d11d95f",
    "snowy mountains, falling snow, pencil, tilt up": "b1a62385ad332d2b",
    "amber glass bottle on a podium, photo, orbit": "6568fb89114acf5e",
    "fish and coral underwater, render, static camera": "b5bee07fd97a022b",
  },
};

describe("films", () => {
  // Two of them with a camera that stands still: light and rain are movement enough.
  test.each(Object.entries(GOLDEN.films))("%s: the same frames as ever, and they move smoothly", async (text, hash) => {
    const frames = await shotFrames(text);
    expect(frames).toHaveLength(48);
    const steps = frames.slice(1).map((frame, k) => difference(frame, frames[k] ?? frame));
    expect(Math.min(...steps)).toBeGreaterThan(0.02);
    const usual = [...steps].sort((a, b) => a - b)[24] ?? 0;
    expect(Math.max(...steps)).toBeLessThan(usual * 3 + 1);
    expect(hashOfFrames(frames)).toBe(hash);
  });

  test("the table belongs to these revisions", () => {
    expect(GOLDEN.revisions).toEqual([SKETCH_REVISION, SKETCH_MOTION_REVISION]);
  });
});

test("of a given picture a change of light changes the tone alone: no second sun, and a tower before the sky stays", () => {
  const [width, height] = [48, 36];
  const picture = new Raster(width, height, 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const isTower = x > 30 && x < 35 && y > 8 && y < 28;
    const isSun = Math.hypot(x - 12, y - 9) < 4;
    const level = isSun ? 1 : isTower ? 0.85 : y < 24 ? 0.55 + y / 120 : 0.3;
    picture.samples.set([level, level, level * 0.9], pixel * 3);
  }
  const [before, after] = [picture.luma().samples, retoned(picture, "night").luma().samples];
  const order = [...before.keys()].sort((a, b) => (before[a] ?? 0) - (before[b] ?? 0));
  for (const [k, pixel] of order.slice(1).entries()) expect((after[pixel] ?? 0) - (after[order[k] ?? 0] ?? 0)).toBeGreaterThan(-1e-4);
  expect(Math.max(...after)).toBeLessThan(0.95);
});

test("a change of light changes colours, not what is where: the clip begins by day and ends by night", async () => {
  const text = "a fox on a street from day to night, ink, static camera";
  const [plan, references] = [planFilm({ ...filmRequest(text), hasFrame: false }), await prepareReferences([], WIDTH, HEIGHT)];
  if (plan.sceneAfter === null) throw new Error("no second light");
  const [before, after] = [plan.scene, plan.sceneAfter].map((scene) => scenePlate(scene, WIDTH, HEIGHT, references));
  const differing = before?.partOf.reduce((count, part, i) => count + (part === after?.partOf[i] ? 0 : 1), 0) ?? WIDTH * HEIGHT;
  expect(differing / (WIDTH * HEIGHT)).toBeLessThan(0.001);
  const { film } = await directFilm(filmRequest(text));
  expect(film.takes).toHaveLength(1);
  expect(film.takes[0].plate.coloursAfter).toEqual(after?.colours);
});

/** By how many pixels the content of the second frame lies further right, by its columns' brightness. */
function shiftOf(first: Uint8Array, last: Uint8Array): number {
  const profile = (frame: Uint8Array) => {
    const luma = rasterOfFrame(frame).luma().samples;
    return Array.from({ length: WIDTH }, (_, x) =>
      Array.from({ length: HEIGHT }, (_row, y) => luma[y * WIDTH + x] ?? 0).reduce((a, b) => a + b, 0),
    );
  };
  const from = profile(first);
  const to = profile(last);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let shift = -20; shift <= 20; shift++) {
    let sum = 0;
    for (let x = 24; x < WIDTH - 24; x++) sum += Math.abs((to[x + shift] ?? 0) - (from[x] ?? 0));
    if (sum < least) {
      least = sum;
      best = shift;
    }
  }
  return best;
}

describe("the camera", () => {
  test.each([
    ["pan-left", 1],
    ["pan-right", -1],
  ] as const)("%s moves what is seen the other way", async (camera, direction) => {
    const frames = await shotFrames("a street of houses, flat", { camera });
    expect(shiftOf(frames[0] ?? new Uint8Array(), frames.at(-1) ?? new Uint8Array()) * direction).toBeGreaterThan(3);
  });

  test("a static camera leaves what does not move by itself as it is", async () => {
    const frames = await shotFrames("a vase on a table, gouache", { camera: "static" });
    expect(hashOfFrames(frames.slice(-1))).toBe(hashOfFrames(frames.slice(0, 1)));
  });
});

test("water comes back to where it began, so that a clip of a still camera loops", async () => {
  const frames = await shotFrames("a calm lake, gouache", { camera: "static", negative: "clouds, sun" });
  const [first, middle, last] = [frames[1], frames[24], frames.at(-1)];
  if (first === undefined || middle === undefined || last === undefined) throw new Error("no frames");
  expect(difference(first, middle)).toBeGreaterThan(0.05);
  // The sky has drifted meanwhile; the water alone, in the lower part, is back.
  const water = (frame: Uint8Array) => frame.subarray(Math.round(HEIGHT * 0.75) * WIDTH * 4);
  expect(difference(water(last), water(first))).toBeLessThan(difference(water(middle), water(first)) + 0.5);
});

describe("given frames", () => {
  const decoded = async (bytes: Uint8Array) => (await decodeReference(bytes, WIDTH, HEIGHT, "cover")).colours;

  test.each(["push-in", "pull-out", "pan-left", "tilt-up", "orbit"] as const)(
    "a start frame is the first frame, and %s leaves it without a jump",
    async (camera) => {
      const picture = await pictureFile(320, 180);
      const frames = await shotFrames("", { camera, references: [given("start-frame", picture)] });
      const [first, second] = frames;
      if (first === undefined || second === undefined) throw new Error("no frames");
      expect(similarity(rasterOfFrame(first), await decoded(picture))).toBeGreaterThan(0.995);
      expect(difference(first, second)).toBeLessThan(2.5);
      expect(difference(first, frames.at(-1) ?? first)).toBeGreaterThan(0.5);
    },
  );

  test("an end frame is the last frame", async () => {
    const picture = await pictureFile(320, 180);
    const frames = await shotFrames("pan right", { references: [given("end-frame", picture)] });
    expect(similarity(rasterOfFrame(frames.at(-1) ?? new Uint8Array()), await decoded(picture))).toBeGreaterThan(0.995);
  });

  test("from a start frame to an end frame every step is small, and both are met", async () => {
    const start = await pictureFile(320, 180);
    const end = await pictureFile(640, 360, 120);
    const frames = await shotFrames("slow push in", { references: [given("start-frame", start), given("end-frame", end)] });
    expect(similarity(rasterOfFrame(frames[0] ?? new Uint8Array()), await decoded(start))).toBeGreaterThan(0.995);
    expect(similarity(rasterOfFrame(frames.at(-1) ?? new Uint8Array()), await decoded(end))).toBeGreaterThan(0.995);
    const whole = difference(frames[0] ?? new Uint8Array(), frames.at(-1) ?? new Uint8Array());
    for (const [k, frame] of frames.slice(1).entries()) expect(difference(frame, frames[k] ?? frame)).toBeLessThan(whole * 0.08);
  });

  test("words about what is to be seen are reported as ignored beside a start frame; movement is not", async () => {
    const picture = await pictureFile(320, 180);
    const directed = await directFilm(filmRequest("a fox in a forest, pan left, snowing", { references: [given("start-frame", picture)] }));
    expect(directed.understood).toEqual(expect.arrayContaining(["pan left", "snowing"]));
    expect(directed.ignored).toEqual(expect.arrayContaining(["fox", "forest"]));
  });
});
