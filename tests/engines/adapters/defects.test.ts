import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { completeSettings } from "@/lib/domain/engine/control";
import type { Connection, Engine, EngineContext, EngineReference, EngineRequest } from "@/lib/engines/engine";
import { FAL_WIRE } from "@/lib/engines/fal/wire";
import { GATEWAY_WIRE } from "@/lib/engines/gateway/wire";
import { GOOGLE_WIRE } from "@/lib/engines/google/wire";
import { HEYGEN_WIRE } from "@/lib/engines/heygen/wire";
import { jobEngine } from "@/lib/engines/http/job-engine";
import type { Wire, WireModel } from "@/lib/engines/http/wire";
import { withTransparentMask } from "@/lib/engines/openai/mask";
import { OPENAI_WIRE } from "@/lib/engines/openai/wire";
import { OPENROUTER_WIRE } from "@/lib/engines/openrouter/wire";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { COMFYUI_WIRE } from "@/lib/engines/rest/comfyui";
import { KLING_WIRE } from "@/lib/engines/rest/kling";
import { STABILITY_WIRE } from "@/lib/engines/rest/stability";
import { RUNWAY_WIRE } from "@/lib/engines/runway/wire";
import { png } from "../../support/pictures";
import { contextFor, followed, outputsOf, submitted } from "../contract/follow";
import { FAKE_KEY, type FakeProtocol, FakeProvider, type Received } from "../fakes/fake-provider";
import * as protocols from "../fakes/protocols";
import { requestOf, SUBJECTS } from "./subjects";

/** Faults found in the client libraries of these providers, or in their use; ours has none of them. */

let fake: FakeProvider;
afterEach(async () => {
  await fake.stop();
  expect(fake.unexpected).toEqual([]);
});

const PICTURE = png(32, 32).then((bytes) => new Uint8Array(bytes));

async function reference(role: EngineReference["role"]): Promise<EngineReference> {
  return {
    role,
    weight: 1,
    sha256: createHash("sha256")
      .update(await PICTURE)
      .digest("hex"),
    mimeType: "image/png",
  };
}

async function set<Model extends WireModel>(
  wire: Wire<Model>,
  protocol: FakeProtocol,
): Promise<{ engine: Engine; context: EngineContext }> {
  fake = await new FakeProvider(protocol).start();
  const connection: Connection = { apiKey: FAKE_KEY, baseUrl: fake.url, webhookSecret: null, options: {} };
  const bytes = await PICTURE;
  const files = new Map([[createHash("sha256").update(bytes).digest("hex"), bytes]]);
  return { engine: jobEngine(wire), context: contextFor(files, new AbortController().signal, connection) };
}

function request(wire: { readonly models: readonly WireModel[] }, modelId: string, change: Partial<EngineRequest> = {}): EngineRequest {
  const model = wire.models.find(({ accepts }) => accepts.modelId === modelId);
  if (!model) throw new Error(`no model ${modelId}`);
  return {
    runId: "run-1",
    modelId,
    revision: model.accepts.revision,
    text: "a fox",
    negative: "",
    aspectRatio: "16:9",
    quality: "final",
    seeds: [7],
    references: [],
    ...change,
    settings: completeSettings(model.accepts.settings, change.settings ?? {}),
  };
}

describe("fal", () => {
  test("an endpoint outside fal-ai/ is called where it is, with every parameter", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    const model = "bytedance/seedance-2.0/text-to-video";
    const order = request(FAL_WIRE, model, { seeds: [0], settings: { duration: "10", resolution: "1080p" } });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(1);
    expect([...fake.jobs.values()][0]?.path).toBe(`/${model}`);
    expect(fake.submits).toEqual([{ prompt: "a fox", seed: 0, aspect_ratio: "16:9", duration: "10", resolution: "1080p" }]);
  });

  test("start and end frame, sound and negative words are not dropped", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    const references = [await reference("start-frame"), await reference("end-frame")];
    const order = request(FAL_WIRE, "fal-ai/kling-video/v3/standard/image-to-video", {
      references,
      negative: "blur",
      settings: { sound: false },
    });
    await submitted(engine, order, context);
    const [sent] = fake.submits;
    expect(sent).toMatchObject({ generate_audio: false, negative_prompt: "blur", duration: "5" });
  });

  test("the base URL is honoured and the addresses of the answer are not followed with the key", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    // The fake answers with queue.fal.run, as fal does; only its own address was ever asked.
    const operation = await submitted(engine, request(FAL_WIRE, "fal-ai/stable-diffusion-v35-large"), context);
    expect(JSON.stringify(operation)).not.toContain("queue.fal.run");
    expect(await outputsOf(engine, operation, context)).toHaveLength(1);
  });

  test("the place in the queue is shown", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    const operation = await submitted(engine, request(FAL_WIRE, "fal-ai/stable-diffusion-v35-large"), context);
    expect(await engine.poll(operation, context)).toEqual({ state: "queued", position: 2 });
  });

  test("a refusal keeps the checker's words", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    const operation = await submitted(engine, request(FAL_WIRE, "fal-ai/stable-diffusion-v35-large", { text: "a fox --refuse" }), context);
    expect((await followed(engine, operation, context)).at(-1)).toMatchObject({
      failure: { kind: "refused", reason: "Flagged by a content checker: celebrity." },
    });
  });
});

describe("Replicate", () => {
  test.each(["--single", "--list"])("an output as one address or as a list is an output (%s)", async (word) => {
    const { engine, context } = await set(REPLICATE_WIRE, protocols.REPLICATE);
    const order = request(REPLICATE_WIRE, "stability-ai/stable-diffusion-3.5-large", { text: `a fox ${word}` });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(1);
  });

  test("an aborted prediction ends its run instead of failing every look", () => {
    const body = { id: "p", status: "aborted", error: "The deadline was exceeded." };
    const seen = REPLICATE_WIRE.jobs?.seen({ status: 200, headers: new Headers(), bytes: new Uint8Array(), json: body }, { id: "p" });
    expect(seen).toMatchObject({ state: "failed", failure: { kind: "timeout" } });
  });
});

describe("Google", () => {
  test("the reasons of the safety filter reach the person", async () => {
    const { engine, context } = await set(GOOGLE_WIRE, protocols.VEO);
    const operation = await submitted(engine, request(GOOGLE_WIRE, "veo-3.1-fast-generate-preview", { text: "a fox --refuse" }), context);
    expect((await followed(engine, operation, context)).at(-1)).toMatchObject({
      failure: { kind: "refused", reason: "Blocked: celebrity" },
    });
  });

  test("the key is in a header of Google's own origin, never in an output's address or what we store", async () => {
    const { engine, context } = await set(GOOGLE_WIRE, protocols.VEO);
    const operation = await submitted(engine, request(GOOGLE_WIRE, "veo-3.1-fast-generate-preview"), context);
    const [output] = await outputsOf(engine, operation, context);
    await output?.read();
    expect(fake.files.map(({ query, headers }) => [query.size, headers["x-goog-api-key"]])).toEqual([[0, FAKE_KEY]]);
  });

  test("start and end frame are sent as bytes, not silently left out", async () => {
    const { engine, context } = await set(GOOGLE_WIRE, protocols.VEO);
    const references = [await reference("start-frame"), await reference("end-frame")];
    await submitted(engine, request(GOOGLE_WIRE, "veo-3.1-fast-generate-preview", { references }), context);
    expect(fake.submits[0]).toMatchObject({ instances: [{ image: { mimeType: "image/png" }, lastFrame: { mimeType: "image/png" } }] });
  });
});

describe("OpenAI", () => {
  test("an edit sends the picture first and the mask as one, once", async () => {
    const { engine, context } = await set(OPENAI_WIRE, protocols.OPENAI);
    const references = [await reference("style"), await reference("image"), await reference("mask")];
    const order = request(OPENAI_WIRE, "gpt-image-2-edit", { aspectRatio: "1:1", references });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(1);
    expect(fake.submits).toHaveLength(1);
  });

  test("what may change is transparent in the mask it is sent, and nothing else is touched", async () => {
    const half = await sharp({ create: { width: 8, height: 4, channels: 3, background: "#000" } })
      .composite([{ input: { create: { width: 4, height: 4, channels: 3, background: "#fff" } }, left: 4, top: 0 }])
      .png()
      .toBuffer();
    const mask = { ...(await reference("mask")), bytes: new Uint8Array(half) };
    const { bytes, mimeType } = await withTransparentMask(mask);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels, mimeType]).toEqual([8, 4, 4, "image/png"]);
    expect([data[3], data[4 * 7 + 3]]).toEqual([255, 0]);
    const picture = { ...mask, role: "image" as const };
    expect(await withTransparentMask(picture)).toBe(picture);
  });

  test("two pictures of one call are two outputs", async () => {
    const { engine, context } = await set(OPENAI_WIRE, protocols.OPENAI);
    const order = request(OPENAI_WIRE, "gpt-image-2", { aspectRatio: "1:1", seeds: [1, 2] });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(2);
    expect(fake.submits).toMatchObject([{ n: 2 }]);
  });
});

describe("a reference that counts for nothing", () => {
  test("is left out, and one a model does not know is refused before anything is sent", async () => {
    const { engine, context } = await set(KLING_WIRE, protocols.KLING);
    const unused = { ...(await reference("start-frame")), weight: 0 };
    await submitted(engine, request(KLING_WIRE, "kling-v3", { references: [unused] }), context);
    expect([...fake.jobs.values()][0]?.path).toBe("/v1/videos/text2video");
    const unknown = request(KLING_WIRE, "kling-v3", { references: [await reference("style")] });
    expect(await engine.submit(unknown, context)).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input" } });
    expect(fake.submits).toHaveLength(1);
  });
});

describe("frames", () => {
  test("Runway and OpenRouter get theirs in their own words", async () => {
    const runway = await set(RUNWAY_WIRE, protocols.RUNWAY);
    await submitted(runway.engine, request(RUNWAY_WIRE, "gen4.5", { references: [await reference("start-frame")] }), runway.context);
    expect([...fake.jobs.values()][0]?.path).toBe("/image_to_video");
    await fake.stop();
    const openrouter = await set(OPENROUTER_WIRE, protocols.OPENROUTER);
    const references = [await reference("start-frame"), await reference("end-frame")];
    await submitted(openrouter.engine, request(OPENROUTER_WIRE, "google/veo-3.1", { references }), openrouter.context);
    expect(fake.submits[0]).toMatchObject({ frame_images: [{ frame_type: "first_frame" }, { frame_type: "last_frame" }] });
  });
});

describe("the motion of a clip", () => {
  const clip = async (): Promise<EngineReference> => ({ ...(await reference("motion")), mimeType: "video/mp4" });

  test("Kling at fal gets picture and clip, and how the figure stands", async () => {
    const { engine, context } = await set(FAL_WIRE, protocols.FAL);
    const order = request(FAL_WIRE, "fal-ai/kling-video/v3/standard/motion-control", {
      text: "",
      references: [await clip(), await reference("image")],
      settings: { orientation: "image", "clip-sound": false },
    });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(1);
    expect(fake.submits).toMatchObject([{ character_orientation: "image", keep_original_sound: false }]);
  });

  test("Runway's Act-Two gets a character and who it acts like; a clip too large for a request is refused before it is sent", async () => {
    const { engine, context } = await set(RUNWAY_WIRE, protocols.RUNWAY);
    const order = request(RUNWAY_WIRE, "act_two", {
      references: [await clip(), await reference("character")],
      settings: { expression: 5 },
    });
    expect(await outputsOf(engine, await submitted(engine, order, context), context)).toHaveLength(1);
    expect(fake.submits).toMatchObject([{ ratio: "1280:720", bodyControl: true, expressionIntensity: 5, seed: 7 }]);
    const large = { ...context, readReference: async () => new Uint8Array(4_000_000) };
    expect(await engine.submit(order, large)).toMatchObject({
      kind: "rejected",
      failure: { kind: "invalid-input", reason: expect.stringMatching(/reference has 4\.0 MB; Runway takes at most 3\.7 MB/) },
    });
    expect(fake.submits).toHaveLength(1);
  });
});

describe("the weights of words", () => {
  const graph = (body: unknown) => body as { prompt: { positive: { inputs: { text: string } }; negative: { inputs: { text: string } } } };

  test("ComfyUI gets them as they are, and brackets that are none of them behind a backslash", async () => {
    const { engine, context } = await set(COMFYUI_WIRE, protocols.COMFYUI);
    const at = context.connection && { ...context.connection, options: { checkpoint: "sd_xl.safetensors" } };
    const order = request(COMFYUI_WIRE, "checkpoint", {
      text: "a (red) fox in ( deep snow : 1.30) (again",
      negative: "(blur:0.5) \\(soft\\)",
    });
    await submitted(engine, order, { ...context, connection: at });
    const { positive, negative } = graph(fake.submits[0]).prompt;
    expect(positive.inputs.text).toBe("a \\(red\\) fox in (deep snow:1.3) \\(again");
    expect(negative.inputs.text).toBe("(blur:0.5) \\(soft\\)");
  });

  test("Stable Image inpaint gets them as it documents them", async () => {
    const { engine, context } = await set(STABILITY_WIRE, protocols.STABILITY);
    const references = [await reference("image"), await reference("mask")];
    await submitted(engine, request(STABILITY_WIRE, "inpaint", { text: "a (blue:0.3) and (green:0.8) sky", references }), context);
    expect(fake.submits).toMatchObject([{ prompt: ["a (blue:0.3) and (green:0.8) sky"] }]);
  });
});

describe("Vercel AI Gateway", () => {
  const seen = (json: unknown) =>
    GATEWAY_WIRE.jobs?.seen({ status: 200, headers: new Headers(), bytes: new Uint8Array(), json }, { operation: "{}", model: "m" });

  test("a start says the run it is for, carries both frames, and is given no address to call", async () => {
    const { engine, context } = await set(GATEWAY_WIRE, protocols.GATEWAY);
    const references = [await reference("start-frame"), await reference("end-frame")];
    const order = request(GATEWAY_WIRE, "bytedance/seedance-2.0", { references });
    await submitted(engine, order, { ...context, callbackUrl: "https://studio.example/api/webhooks/gateway/run-1" });
    expect(fake.submits).toMatchObject([
      {
        providerOptions: { gateway: { idempotencyKey: "run-1" } },
        frameImages: [{ frameType: "first_frame" }, { frameType: "last_frame" }],
      },
    ]);
    expect(JSON.stringify(fake.submits)).not.toContain("studio.example");
  });

  test("a cancelled job is cancelled, not failed; an output that lies nowhere is asked for again, not taken for none", () => {
    expect(seen({ status: "cancelled" })).toMatchObject({ failure: { kind: "cancelled" }, costMicros: null });
    expect(() => seen({ status: "completed", videos: [{ type: "uploaded", mediaType: "video/mp4" }] })).toThrow(/shape/);
  });

  test.each([
    ["0.25", 250_000n],
    [0, 0n],
    ["", null],
    ["dear", null],
    [-1, null],
    [undefined, null],
  ])("a cost of %j is %s", (cost, micros) => {
    expect(seen({ status: "completed", videos: [], providerMetadata: { gateway: { cost } } })).toMatchObject({ costMicros: micros });
  });
});

describe("HeyGen", () => {
  test("the prompt is the script, the avatar and voice are the connection's, the size is the quality's", async () => {
    const { engine, context } = await set(HEYGEN_WIRE, protocols.HEYGEN);
    const connection = context.connection && { ...context.connection, options: { avatar: "anna", voice: "v-7" } };
    const order = request(HEYGEN_WIRE, "avatar-video", { text: "Good morning.", quality: "draft" });
    await submitted(engine, order, { ...context, connection });
    expect(fake.submits).toMatchObject([{ avatar_id: "anna", voice_id: "v-7", script: "Good morning.", resolution: "720p" }]);
  });
});

test("an output at a private address is not fetched, and says so: neither damaged nor expired", async () => {
  const hidden = { images: [{ url: "http://10.0.0.1/a.png", content_type: "image/png" }] };
  const answer = (received: Received, provider: FakeProvider) =>
    received.method === "GET" && !received.path.endsWith("/status")
      ? { status: 200, json: hidden }
      : protocols.FAL.answer(received, provider);
  fake = await new FakeProvider({ ...protocols.FAL, answer }).start();
  const [subject] = SUBJECTS;
  if (!subject) throw new Error("no subject");
  const connection = { apiKey: FAKE_KEY, baseUrl: fake.url, webhookSecret: null, options: {} };
  const context = contextFor(new Map(), new AbortController().signal, connection);
  const engine = jobEngine(subject.wire);
  const [output] = await outputsOf(engine, await submitted(engine, requestOf(subject), context), context);
  await expect(output?.read()).rejects.toMatchObject({
    kind: "withheld-output",
    message: expect.stringContaining("private address; it was not fetched"),
  });
});
