import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { completeSettings } from "@/lib/domain/engine/control";
import type { EngineRequest } from "@/lib/engines/engine";
import { sketchEngine } from "@/lib/engines/sketch";
import { SKETCH_EDIT_CAPABILITIES, SKETCH_EDIT_MODEL_ID } from "@/lib/engines/sketch/capabilities";
import { engineContract } from "../contract/engine-contract";
import { contextFor, followed, outputsOf, submitted } from "../contract/follow";
import { landscape } from "./edit";
import { sketchRequest } from "./sketch-request";

/** Painting competes for the cores with whatever else runs; what is slow there is not wrong. */
vi.setConfig({ testTimeout: 90_000 });

const picture = await landscape();
const sha256 = createHash("sha256").update(picture).digest("hex");
const references = new Map([[sha256, new Uint8Array(picture)]]);
const image = { role: "image", weight: 1, sha256, mimeType: "image/png" } as const;

function editRequest(runId: string, change: Partial<EngineRequest> = {}): EngineRequest {
  return sketchRequest(runId, {
    modelId: SKETCH_EDIT_MODEL_ID,
    text: "make it night",
    references: [image],
    ...change,
    settings: completeSettings(SKETCH_EDIT_CAPABILITIES.settings, change.settings ?? {}),
  });
}

engineContract({
  name: "Sketch Edit",
  create: () => sketchEngine(),
  isEmbedded: true,
  request: editRequest,
  references,
  provoke: {
    refused: "make it night --refuse",
    empty: "make it night --empty",
    "engine-fault": "make it night --fail",
    quota: "night --quota",
  },
  lastingText: "make it night --slow=60",
});

describe("what an edit needs is said with a sentence", () => {
  test("a picture", async () => {
    const answer = await sketchEngine().submit(editRequest("run-no-picture", { references: [] }), contextFor());
    expect(answer).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input" } });
  });

  test.each([
    ["words it can act on", { text: "" }, /Say what should change/],
    [
      "a sky to recolour",
      { text: "make the sun transparent, please extend nothing", settings: { operation: "extend", extendTo: "4:3" } },
      /already has the aspect ratio/,
    ],
  ])("%s", async (_, change, sentence) => {
    const engine = sketchEngine();
    const operation = await submitted(engine, editRequest(`run-${_.length}`, change));
    const last = (await followed(engine, operation, contextFor(references))).at(-1);
    expect(last).toMatchObject({
      state: "failed",
      failure: { kind: "invalid-input", reason: expect.stringMatching(sentence) },
      costMicros: 0n,
    });
  });
});

test("an output has the size it came to, not the size of a ratio", async () => {
  const engine = sketchEngine();
  const operation = await submitted(engine, editRequest("run-large", { text: "", settings: { operation: "enlarge" } }));
  const [output] = await outputsOf(engine, operation, contextFor(references));
  expect(output).toMatchObject({ width: 320, height: 240, durationMs: null });
  expect(await sharp(await output?.read()).metadata()).toMatchObject({ format: "png", width: 320, height: 240 });
});

test("a picture of Sketch's own is edited as a scene: what is removed was never there", async () => {
  const engine = sketchEngine();
  const paint = async (runId: string, text: string) => {
    const [output] = await outputsOf(engine, await submitted(engine, sketchRequest(runId, { text, seeds: [9] })));
    if (output === undefined) throw new Error("no picture");
    return { bytes: await output.read(), scene: output.report?.scene ?? null };
  };
  const withBoat = await paint("run-boat", "a red boat on a lake at noon, flat");
  const own = { ...image, sha256: "b".repeat(64), scene: withBoat.scene };
  const operation = await submitted(engine, editRequest("run-no-boat", { text: "remove the boat", references: [own], seeds: [9] }));
  const [edited] = await outputsOf(engine, operation, contextFor(new Map([[own.sha256, withBoat.bytes]])));
  const { bytes } = await paint("run-lake", "a lake at noon, flat");
  const raw = (png: Uint8Array) => sharp(png).raw().toBuffer();
  const [without, lake] = await Promise.all([raw((await edited?.read()) ?? new Uint8Array()), raw(bytes)]);
  // The words differ, so the composition may; what must agree is that no red is left.
  const reds = (pixels: Buffer) => {
    let count = 0;
    for (let i = 0; i < pixels.length; i += 3)
      if ((pixels[i] ?? 0) > 170 && (pixels[i + 1] ?? 0) < 90 && (pixels[i + 2] ?? 0) < 90) count++;
    return count;
  };
  expect(reds(await raw(withBoat.bytes))).toBeGreaterThan(200);
  expect(reds(without)).toBeLessThan(10);
  expect(reds(lake)).toBeLessThan(10);
});
