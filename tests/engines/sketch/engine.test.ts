import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { getEventListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { pixelSize } from "@/lib/domain/prompt/recipe";
import type { EngineRequest, Operation, Polled } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { bundle, bundleOf } from "@/scripts/setup/bundle.mjs";
import { contextFor, followed, outputsOf, POLL_MS, submitted } from "../contract/follow";
import { sketchRequest } from "./sketch-request";

/** Painting competes for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 90_000 });

const PAINTER = "tests/engines/sketch/paint-in-process.ts";
const RATIOS = ["9:16", "21:9", "5:4"] as const;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Paints an operation in a Node process of its own and returns the hashes of its pictures. */
async function paintElsewhere(operation: Operation): Promise<readonly string[]> {
  await bundle(process.cwd(), [PAINTER]);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundleOf(PAINTER)], { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`exit ${code}`))));
    child.stdin.end(JSON.stringify(operation));
  });
}

describe("painting goes on wherever it is asked for", () => {
  test("another process that polls the operation gets the same bytes", async () => {
    const engine = sketchEngine();
    const operation = await submitted(engine, sketchRequest("run-elsewhere", { seeds: [5], text: "a lighthouse at dusk, gouache" }));
    const [here, elsewhere] = await Promise.all([outputsOf(engine, operation), paintElsewhere(operation)]);
    expect(elsewhere).toEqual(await Promise.all(here.map(async (output) => sha256(await output.read()))));
  });

  test("a run nobody heard back of is found as the very job it asked for; one that is refused was never made", async () => {
    const engine = sketchEngine({ now: () => 1_000 });
    const request = sketchRequest("run-unheard", { seeds: [5] });
    const find = (sought: EngineRequest) => engine.find?.({ request: sought, sentAtMs: 1_000, taken: [] }, contextFor());
    expect(await find(request)).toEqual({ kind: "found", operation: await submitted(engine, request) });
    expect(await find({ ...request, text: "a boat --quota" })).toEqual({ kind: "absent" });
  });

  test("a run put down by this process is taken up again by the next poll", async () => {
    const engine = sketchEngine({ threads: 1 });
    const operation = await submitted(engine, sketchRequest("run-put-down", { seeds: [1, 2] }));
    const leaving = new AbortController();
    await engine.poll(operation, contextFor(new Map(), leaving.signal));
    leaving.abort();
    expect(await outputsOf(engine, operation)).toHaveLength(2);
  });

  test("the event loop stays free while two pictures are painted at once", async () => {
    const engine = sketchEngine();
    const operation = await submitted(engine, sketchRequest("run-free", { seeds: [1, 2] }));
    const startedAt = performance.now();
    let longestMs = 0;
    let last = startedAt;
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    await outputsOf(engine, operation);
    clearInterval(timer);
    // Painted in this thread, a picture would hold the loop for half of the time; on a busy machine all of it takes longer.
    expect(longestMs).toBeLessThan(Math.max(500, 0.25 * (performance.now() - startedAt)));
  });
});

describe("what a run shows on its way", () => {
  test("a final shows small previews before its pictures", async () => {
    const engine = sketchEngine();
    const operation = await submitted(engine, sketchRequest("run-final", { quality: "final", aspectRatio: "4:5" }));
    const answers = await followed(engine, operation);
    const withPreview = answers.find((answer) => answer.state === "processing" && answer.previews.length > 0);
    const preview = withPreview?.state === "processing" ? withPreview.previews[0] : undefined;
    expect(preview).toBeDefined();
    expect(await sharp(preview?.bytes).metadata()).toMatchObject({ format: "png", height: 512 });
    const last = answers.at(-1);
    const output = last?.state === "succeeded" ? last.outputs[0] : undefined;
    expect(output).toMatchObject({ width: 816, height: 1024, mimeType: "image/png" });
    expect(await sharp(await output?.read()).metadata()).toMatchObject({ format: "png", width: 816, height: 1024 });
  });

  test("a slow run reports progress, shows its pictures one by one, and ends when its time is over", async () => {
    let now = 1_000_000;
    const engine = sketchEngine({ now: () => now });
    const operation = await submitted(engine, sketchRequest("run-slow", { text: "a fox, ink --slow=90", seeds: [1, 2] }));
    const polledUntil = async (isReached: (answer: Polled) => boolean): Promise<Polled> => {
      for (;;) {
        const answer = await engine.poll(operation, contextFor());
        if (isReached(answer)) return answer;
        await pause(POLL_MS);
      }
    };
    expect(await engine.poll(operation, contextFor())).toMatchObject({ state: "processing", progress: 0, outputs: [] });
    now += 45_000;
    const half = await polledUntil((answer) => answer.state !== "processing" || answer.outputs.length > 0);
    expect(half.state === "processing" ? half.outputs : []).toHaveLength(1);
    now += 45_000;
    expect((await followed(engine, operation)).at(-1)).toMatchObject({ state: "succeeded" });
  });

  test("simulation controls are not painted", async () => {
    const engine = sketchEngine();
    const [output] = await outputsOf(engine, await submitted(engine, sketchRequest("run-words", { text: "a fox --slow=0.01, ink" })));
    expect(output?.report?.understood).toEqual(["fox", "ink"]);
    expect(output?.report?.ignored).toEqual([]);
  });

  test("words the engine does not know are reported as ignored", async () => {
    const engine = sketchEngine();
    const [output] = await outputsOf(
      engine,
      await submitted(engine, sketchRequest("run-report", { text: "a fox contemplating epistemology, ink" })),
    );
    expect(output?.report?.ignored).toEqual(["contemplating", "epistemology"]);
  });

  test("tall, very wide and nearly square pictures come in their promised sizes", async () => {
    const engine = sketchEngine();
    const sizes = await Promise.all(
      RATIOS.map(async (aspectRatio) => {
        const [output] = await outputsOf(
          engine,
          await submitted(engine, sketchRequest(`run-${aspectRatio}`, { aspectRatio, text: "abstract, flat" })),
        );
        const { width, height } = await sharp(await output?.read()).metadata();
        return { width, height };
      }),
    );
    expect(sizes).toEqual(RATIOS.map((ratio) => pixelSize(ratio, 512)));
  });
});

describe("references are checked before and during the work", () => {
  test("a reference of weight 0 is as absent as no reference, even when its file is gone", async () => {
    const engine = sketchEngine();
    const reference = { role: "style", weight: 0, sha256: "0".repeat(64), mimeType: "image/png" } as const;
    const [plain] = await outputsOf(engine, await submitted(engine, sketchRequest("run-plain")));
    const [weightless] = await outputsOf(engine, await submitted(engine, sketchRequest("run-weightless", { references: [reference] })));
    expect(sha256((await weightless?.read()) ?? new Uint8Array())).toBe(sha256((await plain?.read()) ?? new Uint8Array()));
  });

  test("a reference whose file is gone, or is no picture, ends the run with a sentence", async () => {
    const engine = sketchEngine();
    const reference = { role: "style", weight: 0.5, sha256: "1".repeat(64), mimeType: "image/png" } as const;
    const gone = (await followed(engine, await submitted(engine, sketchRequest("run-gone", { references: [reference] })))).at(-1);
    expect(gone).toMatchObject({ state: "failed", failure: { kind: "invalid-input" } });
    const noise = contextFor(new Map([[reference.sha256, new TextEncoder().encode("not a picture")]]));
    const broken = (await followed(engine, await submitted(engine, sketchRequest("run-broken", { references: [reference] })), noise)).at(
      -1,
    );
    expect(broken).toMatchObject({ state: "failed", failure: { kind: "invalid-input" } });
  });

  test("a role it does not know is rejected", async () => {
    const reference = { role: "motion", weight: 1, sha256: "2".repeat(64), mimeType: "video/mp4" } as const;
    const answer = await sketchEngine().submit(sketchRequest("run-role", { references: [reference] }), contextFor());
    expect(answer).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input" } });
  });
});

describe("what cannot be painted is refused before it is taken", () => {
  test.each([
    ["a negative seed", { seeds: [-1] }, /seed/],
    ["half a seed", { seeds: [1.5] }, /seed/],
    ["no text", { text: " \n" }, /needs a text/],
  ])("%s", async (_, change, reason) => {
    const answer = await sketchEngine().submit(sketchRequest("run-odd", change), contextFor());
    expect(answer).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input", reason: expect.stringMatching(reason) } });
  });

  test("a ratio of nothing", async () => {
    const request: EngineRequest = JSON.parse(JSON.stringify({ ...sketchRequest("run-ratio"), aspectRatio: "0:0" }));
    const answer = await sketchEngine().submit(request, contextFor());
    expect(answer).toMatchObject({ kind: "rejected", failure: { reason: expect.stringContaining("0:0") } });
  });
});

test("many runs under one signal leave one listener", async () => {
  const stop = new AbortController();
  const context = { ...contextFor(), signal: stop.signal };
  const engine = sketchEngine({ threads: 1 });
  for (let k = 0; k < 12; k++) await engine.poll(await submitted(engine, sketchRequest(`run-many-${k}`)), context);
  expect(getEventListeners(stop.signal, "abort")).toHaveLength(1);
});

test("an operation of another engine fails instead of being guessed at", async () => {
  expect(await sketchEngine().poll({ id: "gen_123" }, contextFor())).toMatchObject({ state: "failed", failure: { kind: "engine-fault" } });
});

test("a picture that hangs ends as a timeout and frees its thread", async () => {
  const engine = sketchEngine({ threads: 1, pictureTimeoutMs: 1 });
  const last = (await followed(engine, await submitted(engine, sketchRequest("run-hang")))).at(-1);
  expect(last).toMatchObject({ state: "failed", failure: { kind: "timeout" } });
});
