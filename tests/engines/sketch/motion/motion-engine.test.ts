import { execFileSync } from "node:child_process";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { defaultSettings } from "@/lib/domain/engine/control";
import type { EngineRequest } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_MOTION_CAPABILITIES, SKETCH_MOTION_MODEL_ID, SKETCH_MOTION_REVISION } from "@/lib/engines/sketch/motion/capabilities";
import { readClipSettings } from "@/lib/engines/sketch/motion/clip-settings";
import { clipSize } from "@/lib/engines/sketch/motion/clip-size";
import { directFilm } from "@/lib/engines/sketch/motion/direct-film";
import { UnfitRequest } from "@/lib/engines/sketch/unfit-request";
import { contextFor, followed, outputsOf, POLL_MS, submitted } from "../../contract/follow";
import { filmRequest, given, pictureFile } from "./films";

/** Painting and encoding compete for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 90_000 });

const SETTINGS = { ...defaultSettings(SKETCH_MOTION_CAPABILITIES.settings), duration: 2 };

function clipRequest(runId: string, change: Partial<EngineRequest> = {}): EngineRequest {
  return {
    runId,
    modelId: SKETCH_MOTION_MODEL_ID,
    revision: SKETCH_MOTION_REVISION,
    text: "an abstract pattern, flat",
    negative: "",
    aspectRatio: "1:1",
    quality: "draft",
    settings: SETTINGS,
    seeds: [1],
    references: [],
    ...change,
  };
}

describe("a clip through the engine", () => {
  test("comes as a video with its length and size, and says how far it is on the way", async () => {
    const engine = sketchEngine();
    const answers = await followed(engine, await submitted(engine, clipRequest("run-clip", { aspectRatio: "16:9" })));
    const shares = answers.flatMap((answer) => (answer.state === "processing" && answer.progress !== null ? [answer.progress] : []));
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    const last = answers.at(-1);
    const outputs = last?.state === "succeeded" ? last.outputs : [];
    expect(outputs).toMatchObject([{ mimeType: "video/mp4", width: 856, height: 480, durationMs: 2000 }]);
    expect(outputs[0]?.report?.understood).toContain("abstract");
    const bytes = await outputs[0]?.read();
    expect(Buffer.from(bytes ?? []).toString("latin1", 4, 8)).toBe("ftyp");
  });

  test("stops at once when cancelled, with its encoder, and the thread goes on to the next", async () => {
    const engine = sketchEngine({ threads: 1 });
    const operation = await submitted(engine, clipRequest("run-stop", { settings: { ...SETTINGS, duration: 4 } }));
    for (let progress = 0; progress < 0.45; ) {
      const answer = await engine.poll(operation, contextFor());
      if (answer.state === "processing") progress = answer.progress ?? 0;
      if (answer.state === "failed") throw new Error(answer.failure.reason);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    expect(await engine.cancel(operation, contextFor())).toEqual({ kind: "cancelled" });
    expect(await outputsOf(engine, await submitted(engine, clipRequest("run-next")))).toHaveLength(1);
    expect(encodersOf(process.pid)).toBe(0);
  });

  test("costs by the second", () => {
    const engine = sketchEngine();
    const priced = { modelId: SKETCH_MOTION_MODEL_ID, quality: "final", aspectRatio: "16:9", count: 2, text: "", references: 0 } as const;
    expect(engine.estimate({ ...priced, settings: { ...SETTINGS, duration: 8 } }).mostMicros).toBe(
      4n * engine.estimate({ ...priced, settings: SETTINGS }).mostMicros,
    );
  });
});

/** Encoding processes that a process still has. */
function encodersOf(parent: number): number {
  const rows = execFileSync("ps", ["--ppid", `${parent}`, "-o", "args="], { encoding: "utf8" });
  return rows.split("\n").filter((row) => row.includes("start-encoder")).length;
}

describe("sizes", () => {
  test.each([
    [16, 9, 720, 1280, 720],
    [16, 9, 480, 856, 480],
    [9, 16, 1080, 1080, 1920],
    [1, 1, 720, 720, 720],
    [21, 9, 720, 1280, 552],
  ] as const)("%i:%i at %i lines is %i × %i", (across, down, lines, width, height) => {
    expect(clipSize(across, down, lines)).toEqual({ width, height });
  });
});

describe("what cannot be made is refused in a sentence", () => {
  test.each([1, 9, 2.5, Number.NaN, "4"])("a duration of %s", async (duration) => {
    const answer = await sketchEngine().submit(clipRequest("run-long", { settings: { ...SETTINGS, duration } }), contextFor());
    expect(answer).toMatchObject({
      kind: "rejected",
      failure: { kind: "invalid-input", reason: expect.stringMatching(/^Duration .+\.$/) },
    });
    expect(() => readClipSettings({ ...SETTINGS, duration }, "draft")).toThrow(UnfitRequest);
  });

  test("another camera, resolution or format than there is", () => {
    for (const change of [{ camera: "fly" }, { resolution: "8k" }, { format: "gif" }])
      expect(() => readClipSettings({ ...SETTINGS, ...change }, "final")).toThrow(UnfitRequest);
  });

  test("neither words nor a frame", async () => {
    const engine = sketchEngine();
    const last = (await followed(engine, await submitted(engine, clipRequest("run-nothing", { text: " " })))).at(-1);
    expect(last).toMatchObject({ failure: { kind: "invalid-input", reason: "Describe a scene, or give a start frame." } });
  });

  test.each([
    ["a frame of one pixel", 1, 1, /1 × 1 pixels/],
    ["a sliver of a frame", 2000, 70, /more than half of it would be cut off/],
  ])("%s", async (_name, width, height, sentence) => {
    const bytes = await sharp({ create: { width, height, channels: 3, background: "#888" } })
      .png()
      .toBuffer();
    await expect(directFilm(filmRequest("", { references: [given("start-frame", bytes)] }))).rejects.toThrow(sentence);
  });

  test("a frame that is no picture, and one that is gone", async () => {
    const noise = new TextEncoder().encode("not a picture");
    const references = [given("start-frame", await pictureFile(320, 180)), given("end-frame", noise)];
    await expect(directFilm(filmRequest("", { references }))).rejects.toThrow("The end frame could not be read.");
    const engine = sketchEngine();
    const missing = { role: "end-frame", weight: 1, sha256: "0".repeat(64), mimeType: "image/png" } as const;
    const last = (await followed(engine, await submitted(engine, clipRequest("run-gone", { references: [missing] })))).at(-1);
    expect(last).toMatchObject({ state: "failed", failure: { kind: "invalid-input" } });
  });

  test.each([
    ["transparent", () => sharp({ create: { width: 200, height: 120, channels: 4, background: "#0000" } }).png()],
    [
      "of four inks",
      () =>
        sharp({ create: { width: 200, height: 120, channels: 3, background: "#383" } })
          .toColourspace("cmyk")
          .jpeg(),
    ],
    [
      "of 16 bits",
      () =>
        sharp({ create: { width: 200, height: 120, channels: 3, background: "#833" } })
          .toColourspace("rgb16")
          .png(),
    ],
    ["of one colour", () => sharp({ create: { width: 64, height: 64, channels: 3, background: "#fff" } }).webp()],
  ])("but a picture that is %s moves", async (_name, picture) => {
    const directed = await directFilm(filmRequest("push in", { references: [given("start-frame", await picture().toBuffer())] }));
    expect(directed.film.takes).toHaveLength(1);
  });
});
