import { z } from "zod";
import { FAKE_KEY, type FakeProtocol, FakeProvider, type Received, type Reply } from "./fake-provider";

const bearer: FakeProtocol["isAuthorised"] = ({ authorization }) => authorization === `Bearer ${FAKE_KEY}`;
const seed = z.int().min(0).max(4_294_967_295);
const dataUri = z.string().regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/);
const clipUri = z.string().regex(/^data:video\/mp4;base64,[A-Za-z0-9+/]+=*$/);
const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);
const match = ({ method, path }: Received, wanted: string, pattern: RegExp) =>
  method === wanted ? (pattern.exec(path)?.[1] ?? null) : null;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({ status, json: body, headers });
const promptOf = (body: { prompt: string }) => body.prompt;

export const FAL: FakeProtocol = {
  isAuthorised: ({ authorization }) => authorization === `Key ${FAKE_KEY}`,
  submit: ({ method, path }) => {
    if (method !== "POST" || path.includes("/requests/")) return null;
    if (path === "/fal-ai/stable-diffusion-v35-large" || path === "/fal-ai/flux/schnell") {
      return {
        body: z.strictObject({
          prompt: z.string(),
          seed,
          negative_prompt: z.string().optional(),
          image_size: z.strictObject({ width: z.int(), height: z.int() }),
          num_images: z.literal(1),
          output_format: z.literal("png"),
        }),
        prompt: promptOf,
      };
    }
    if (path === "/bytedance/seedance-2.0/text-to-video") {
      return {
        body: z.strictObject({
          prompt: z.string(),
          seed,
          aspect_ratio: z.enum(["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"]),
          duration: z.enum(["5", "10"]),
          resolution: z.enum(["720p", "1080p"]),
        }),
        prompt: promptOf,
      };
    }
    if (path === "/fal-ai/kling-video/v3/standard/image-to-video") {
      return {
        body: z.strictObject({
          prompt: z.string(),
          negative_prompt: z.string(),
          start_image_url: dataUri,
          end_image_url: dataUri,
          duration: z.enum(["3", "5", "10", "15"]),
          generate_audio: z.boolean(),
        }),
        prompt: promptOf,
      };
    }
    if (path === "/fal-ai/kling-video/v3/standard/motion-control") {
      return {
        body: z.strictObject({
          prompt: z.string().optional(),
          image_url: dataUri,
          video_url: clipUri,
          character_orientation: z.enum(["image", "video"]),
          keep_original_sound: z.boolean(),
        }),
        prompt: (body: { prompt?: string }) => body.prompt ?? "",
      };
    }
    return null;
  },
  started: (job) => {
    const app = job.path.split("/").slice(1, 3).join("/");
    const at = `https://queue.fal.run/${app}/requests/${job.id}`;
    return json({
      status: "IN_QUEUE",
      request_id: job.id,
      status_url: `${at}/status`,
      response_url: at,
      cancel_url: `${at}/cancel`,
      queue_position: 2,
    });
  },
  answer: (received, fake) => {
    if (match(received, "GET", /^(\/models\/pricing)$/)) {
      const endpoint = received.query.get("endpoint_id");
      return json({ prices: [{ endpoint_id: endpoint, unit_price: 0.025, unit: "megapixels", currency: "USD" }] }, endpoint ? 200 : 422);
    }
    const stopped = match(received, "PUT", /^\/[\w-]+\/[\w.-]+\/requests\/([\w-]+)\/cancel$/);
    if (stopped) {
      fake.job(stopped).cancelled = true;
      return json({ status: "CANCELLATION_REQUESTED" }, 202);
    }
    const looked = match(received, "GET", /^\/[\w-]+\/[\w.-]+\/requests\/([\w-]+)\/status$/);
    if (looked) {
      const job = fake.job(looked);
      if (job.prompt.includes("--odd")) return json({ status: "PONDERING" });
      const phase = fake.look(job);
      if (phase === null) return FakeProvider.FAULT;
      if (phase === "queued") return json({ status: "IN_QUEUE", queue_position: 2 });
      return json({ status: phase === "processing" ? "IN_PROGRESS" : "COMPLETED" });
    }
    const result = match(received, "GET", /^\/[\w-]+\/[\w.-]+\/requests\/([\w-]+)$/);
    if (!result) return null;
    const job = fake.job(result);
    const problem = (type: string, msg: string) => json({ detail: [{ loc: ["body"], msg, type }] }, 422, { "x-fal-error-type": type });
    if (job.cancelled) return problem("request_cancelled", "Cancelled.");
    if (job.prompt.includes("--refuse")) return problem("content_policy_violation", "Flagged by a content checker: celebrity.");
    if (job.prompt.includes("--fail")) return json({ detail: "The model crashed." }, 422, { "x-fal-error-type": "internal_server_error" });
    const file = { url: fake.fileOf(job), content_type: "image/png" };
    const images = job.prompt.includes("--empty") ? [] : [file];
    return json({ images, seed: undefined, has_nsfw_concepts: [false] }, 200, { "x-fal-billable-units": String(images.length) });
  },
};

/** Two a page, the newest first, with an address of the next one. */
function predictions({ query }: Received, fake: FakeProvider): Reply {
  const from = Number(query.get("cursor") ?? 0);
  const all = [...fake.jobs.values()].reverse();
  const results = all.slice(from, from + 2).map(({ id, path, body, createdAtMs }) => ({
    id,
    model: /^\/models\/(.+)\/predictions$/.exec(path)?.[1],
    created_at: new Date(createdAtMs).toISOString(),
    status: "starting",
    ...(body as object),
  }));
  return json({ previous: null, next: from + 2 < all.length ? `${fake.url}/predictions?cursor=${from + 2}` : null, results });
}

export const REPLICATE: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/models\/[\w-]+\/[\w.-]+\/predictions)$/) && {
      body: z.strictObject({
        input: z.strictObject({ prompt: z.string(), aspect_ratio: z.string(), seed, output_format: z.literal("png") }),
        webhook: z.url({ protocol: /^https$/ }).optional(),
        webhook_events_filter: z.tuple([z.literal("completed")]).optional(),
      }),
      prompt: (body: { input: { prompt: string } }) => body.input.prompt,
    },
  started: (job) => json({ id: job.id, status: "starting" }, 201),
  answer: (received, fake) => {
    const stopped = match(received, "POST", /^\/predictions\/([\w-]+)\/cancel$/);
    if (stopped) fake.job(stopped).cancelled = true;
    if (received.method === "GET" && received.path === "/predictions") return predictions(received, fake);
    const id = stopped ?? match(received, "GET", /^\/predictions\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ id, status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ id, status: "starting" });
      case "processing":
        return json({ id, status: "processing" });
      case "cancelled":
        return json({ id, status: "canceled" });
      case "refused":
        return json({ id, status: "failed", error: "NSFW content detected. (E005)" });
      case "failed":
        return json({ id, status: "failed", error: "CUDA out of memory" });
      case "empty":
        return json({ id, status: "succeeded", output: null });
      case "succeeded":
        // Some models answer with a list, some with one address.
        return json({ id, status: "succeeded", output: job.prompt.includes("--single") ? fake.fileOf(job) : [fake.fileOf(job)] });
      default:
        return phase satisfies never;
    }
  },
};

export const RUNWAY: FakeProtocol = {
  isAuthorised: (headers) => bearer(headers) && headers["x-runway-version"] === "2024-11-06",
  submit: (received) => {
    if (match(received, "POST", /^\/(character_performance)$/))
      return {
        body: z.strictObject({
          model: z.literal("act_two"),
          character: z.strictObject({ type: z.literal("image"), uri: dataUri }),
          reference: z.strictObject({ type: z.literal("video"), uri: clipUri }),
          ratio: z.enum(["1280:720", "720:1280", "960:960", "1104:832", "832:1104", "1584:672"]),
          bodyControl: z.boolean(),
          expressionIntensity: z.int().min(1).max(5),
          seed,
        }),
        prompt: () => "",
      };
    const path = match(received, "POST", /^\/(text_to_video|image_to_video)$/);
    return (
      path && {
        body: z.strictObject({
          model: z.literal("gen4.5"),
          promptText: z.string().min(1).max(1000),
          ratio: z.enum(["1280:720", "720:1280"]),
          duration: z.int().min(2).max(10),
          seed,
          ...(path === "image_to_video" ? { promptImage: z.array(z.strictObject({ uri: dataUri, position: z.literal("first") })) } : {}),
        }),
        prompt: (body: { promptText: string }) => body.promptText,
      }
    );
  },
  started: (job) => json({ id: job.id, estimatedCost: { credits: 60 } }),
  answer: (received, fake) => {
    const stopped = match(received, "DELETE", /^\/tasks\/([\w-]+)$/);
    if (stopped) {
      fake.job(stopped).cancelled = true;
      return { status: 204 };
    }
    const id = match(received, "GET", /^\/tasks\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ id, status: "PONDERING" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ id, status: "THROTTLED", estimatedCost: { credits: 60 } });
      case "processing":
        return json({ id, status: "RUNNING", progress: 0.4, estimatedCost: { credits: 60 } });
      case "cancelled":
        return json({ error: "Task not found." }, 404);
      case "refused":
        return json({ id, status: "FAILED", failureCode: "SAFETY.INPUT.TEXT", failure: "Blocked by moderation.", cost: { credits: 0 } });
      case "failed":
        return json({ id, status: "FAILED", failureCode: "INTERNAL.BAD_OUTPUT.CODE01", failure: "Bad output.", cost: { credits: 0 } });
      case "empty":
        return json({ id, status: "SUCCEEDED", output: [], cost: { credits: 0 } });
      case "succeeded":
        return json({ id, status: "SUCCEEDED", output: [fake.fileOf(job)], cost: { credits: 60 } });
      default:
        return phase satisfies never;
    }
  },
};

export const LUMA: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/generations)$/) && {
      body: z.strictObject({
        model: z.enum(["ray-2", "ray-flash-2"]),
        prompt: z.string(),
        aspect_ratio: z.enum(["1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21"]),
        duration: z.enum(["5s", "9s"]),
        resolution: z.enum(["540p", "720p", "1080p", "4k"]),
        loop: z.boolean(),
      }),
      prompt: promptOf,
    },
  started: (job) => json({ id: job.id, state: "queued" }, 201),
  answer: (received, fake) => {
    const id = match(received, "GET", /^\/generations\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ id, state: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ id, state: "queued" });
      case "processing":
        return json({ id, state: "dreaming" });
      case "refused":
        return json({ id, state: "failed", failure_reason: "The prompt failed content moderation." });
      case "failed":
      case "cancelled":
        return json({ id, state: "failed", failure_reason: "The job timed out inside." });
      case "empty":
        return json({ id, state: "completed", assets: {} });
      case "succeeded":
        return json({ id, state: "completed", assets: { video: fake.fileOf(job) } });
      default:
        return phase satisfies never;
    }
  },
};

export const OPENROUTER: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/videos)$/) && {
      body: z.strictObject({
        model: z.literal("google/veo-3.1"),
        prompt: z.string(),
        aspect_ratio: z.enum(["16:9", "9:16", "1:1"]),
        duration: z.int(),
        resolution: z.enum(["720p", "1080p"]),
        generate_audio: z.boolean(),
        seed,
        frame_images: z
          .array(
            z.strictObject({
              type: z.literal("image_url"),
              image_url: z.strictObject({ url: dataUri }),
              frame_type: z.enum(["first_frame", "last_frame"]),
            }),
          )
          .optional(),
      }),
      prompt: promptOf,
    },
  started: (job) => json({ id: job.id, polling_url: `/api/v1/videos/${job.id}`, status: "pending" }, 202),
  answer: (received, fake) => {
    const id = match(received, "GET", /^\/videos\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ id, status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ id, status: "pending" });
      case "processing":
        return json({ id, status: "in_progress" });
      case "cancelled":
        return json({ id, status: "cancelled" });
      case "refused":
        return json({ id, status: "failed", error: "Blocked by the provider's safety filter." });
      case "failed":
        return json({ id, status: "failed", error: "Upstream error." });
      case "empty":
        return json({ id, status: "completed", unsigned_urls: [], usage: { cost: 0 } });
      case "succeeded":
        return json({ id, status: "completed", unsigned_urls: [fake.fileOf(job)], usage: { cost: 0.8 } });
      default:
        return phase satisfies never;
    }
  },
};

export const BFL: FakeProtocol = {
  isAuthorised: (headers) => headers["x-key"] === FAKE_KEY,
  submit: (received) =>
    match(received, "POST", /^(\/v1\/flux-pro-1\.1)$/) && {
      body: z.strictObject({ prompt: z.string(), width: z.int(), height: z.int(), seed, output_format: z.literal("png") }),
      prompt: promptOf,
    },
  started: (job, fake) => json({ id: job.id, polling_url: `${fake.url}/v1/get_result?id=${job.id}`, cost: 4, input_mp: 0, output_mp: 1 }),
  answer: (received, fake) => {
    if (received.method !== "GET" || received.path !== "/v1/get_result") return null;
    const job = fake.job(received.query.get("id") ?? "");
    if (job.prompt.includes("--odd")) return json({ id: job.id, status: "Pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
      case "processing":
        return json({ id: job.id, status: "Pending", progress: 0.3 });
      case "refused":
        return json({ id: job.id, status: "Content Moderated", details: { "Moderation Reasons": ["Derivative Works Filter"] } });
      case "failed":
      case "cancelled":
        return json({ id: job.id, status: "Error", details: { error: "Worker died" } });
      case "empty":
        return json({ id: job.id, status: "Ready", result: {} });
      case "succeeded":
        return json({ id: job.id, status: "Ready", result: { sample: fake.fileOf(job) } });
      default:
        return phase satisfies never;
    }
  },
};

export const GMI: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/requests)$/) && {
      body: z.strictObject({
        model: z.literal("gpt-image-2-generate"),
        payload: z.strictObject({ prompt: z.string(), size: z.string().regex(/^\d+x\d+$/), quality: z.enum(["low", "high"]) }),
      }),
      prompt: (body: { payload: { prompt: string } }) => body.payload.prompt,
    },
  started: (job) => json({ request_id: job.id }),
  answer: (received, fake) => {
    if (match(received, "GET", /^(\/models)$/)) return json({ model_ids: [] });
    const id = match(received, "GET", /^\/requests\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ status: "dispatched" });
      case "processing":
        return json({ status: "processing" });
      case "cancelled":
        return json({ status: "cancelled" });
      case "refused":
        return json({ status: "failed", error: "Rejected by the safety system." });
      case "failed":
        return json({ status: "failed", error: "Backend error." });
      case "empty":
        return json({ status: "success", outcome: { media_urls: [] } });
      case "succeeded":
        return json({ status: "success", outcome: { media_urls: [{ id: "0", url: fake.fileOf(job) }] } });
      default:
        return phase satisfies never;
    }
  },
};

export const KREA: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/generate\/image\/bfl\/flux-1-dev)$/) && {
      body: z.strictObject({ prompt: z.string(), width: z.int(), height: z.int(), seed }),
      prompt: promptOf,
    },
  started: (job) => json({ job_id: job.id, status: "queued" }),
  answer: (received, fake) => {
    const id = match(received, "GET", /^\/jobs\/([\w-]+)$/);
    if (!id) return null;
    if (!fake.jobs.has(id)) return json({ error: "Job not found" }, 404);
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ job_id: id, status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return json({ job_id: id, status: "queued" });
      case "processing":
        return json({ job_id: id, status: "sampling" });
      case "cancelled":
        return json({ job_id: id, status: "cancelled" });
      case "refused":
        return json({ job_id: id, status: "failed", result: { error: "NSFW content." } });
      case "failed":
        return json({ job_id: id, status: "failed", result: { error: "Worker lost." } });
      case "empty":
        return json({ job_id: id, status: "completed", result: { urls: [] } });
      case "succeeded":
        return json({ job_id: id, status: "completed", result: { urls: [fake.fileOf(job)] } });
      default:
        return phase satisfies never;
    }
  },
};

export const KLING: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) => {
    const kind = match(received, "POST", /^\/v1\/videos\/(text2video|image2video)$/);
    return (
      kind && {
        body: z.strictObject({
          model_name: z.literal("kling-v3"),
          prompt: z.string(),
          negative_prompt: z.string().optional(),
          duration: z.enum(["5", "10"]),
          mode: z.enum(["std", "pro"]),
          external_task_id: z.string().min(1).max(64),
          ...(kind === "text2video" ? { aspect_ratio: z.enum(["16:9", "9:16", "1:1"]) } : { image: base64, image_tail: base64.optional() }),
        }),
        prompt: promptOf,
      }
    );
  },
  started: (job) => json({ code: 0, message: "SUCCEED", data: { task_id: job.id, task_status: "submitted" } }),
  // Kling says these with a code of its own, the last one even with status 200.
  problems: {
    "--quota": json({ code: 1102, message: "Account balance not enough" }, 429),
    "--busy": json({ code: 1303, message: "parallel task over resource pack limit" }, 429, { "retry-after": "7" }),
    "--invalid": json({ code: 1201, message: "Invalid parameter" }),
  },
  answer: (received, fake) => {
    const listed = match(received, "GET", /^(\/v1\/videos\/(?:text2video|image2video))$/);
    if (listed) {
      const tasks = [...fake.jobs.values()].reverse().filter(({ path }) => path === listed);
      const data = tasks.map(({ id, body, createdAtMs }) => {
        return { task_id: id, task_status: "submitted", created_at: createdAtMs, task_info: body };
      });
      return json({ code: 0, message: "SUCCEED", data });
    }
    const id = match(received, "GET", /^\/v1\/videos\/(?:text2video|image2video)\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    const task = (more: object) => json({ code: 0, message: "SUCCEED", data: { task_id: id, ...more } });
    if (job.prompt.includes("--odd")) return task({ task_status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return task({ task_status: "submitted" });
      case "processing":
        return task({ task_status: "processing" });
      case "refused":
        return task({ task_status: "failed", task_status_msg: "Failure to pass the risk control system" });
      case "failed":
      case "cancelled":
        return task({ task_status: "failed", task_status_msg: "Internal error" });
      case "empty":
        return task({ task_status: "succeed", task_result: { videos: [] } });
      case "succeeded":
        return task({ task_status: "succeed", task_result: { videos: [{ id: "v", url: fake.fileOf(job), duration: "5" }] } });
      default:
        return phase satisfies never;
    }
  },
};

export const ALIBABA: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/api\/v1\/services\/aigc\/video-generation\/video-synthesis)$/) &&
    received.headers["x-dashscope-async"] === "enable"
      ? {
          body: z.strictObject({
            model: z.literal("wan2.7-t2v"),
            input: z.strictObject({ prompt: z.string(), negative_prompt: z.string().optional() }),
            parameters: z.strictObject({
              resolution: z.enum(["720P", "1080P"]),
              ratio: z.enum(["16:9", "9:16", "1:1", "4:3", "3:4"]),
              duration: z.int(),
              seed: z.int().min(0).max(2_147_483_647),
              watermark: z.literal(false),
            }),
          }),
          prompt: (body: { input: { prompt: string } }) => body.input.prompt,
        }
      : null,
  started: (job) => json({ output: { task_id: job.id, task_status: "PENDING" }, request_id: "r" }),
  answer: (received, fake) => {
    if (match(received, "GET", /^(\/api\/v1\/tasks\/)$/)) return json({ total: 0, data: [] });
    const id = match(received, "GET", /^\/api\/v1\/tasks\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    const task = (more: object) => json({ request_id: "r", output: { task_id: id, ...more } });
    if (job.prompt.includes("--odd")) return task({ task_status: "PONDERING" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return task({ task_status: "PENDING" });
      case "processing":
        return task({ task_status: "RUNNING" });
      case "cancelled":
        return task({ task_status: "CANCELED" });
      case "refused":
        return task({ task_status: "FAILED", code: "DataInspectionFailed", message: "Output data may contain inappropriate content." });
      case "failed":
        return task({ task_status: "FAILED", code: "InternalError", message: "Internal error." });
      case "empty":
        return task({ task_status: "SUCCEEDED" });
      case "succeeded":
        return task({ task_status: "SUCCEEDED", video_url: fake.fileOf(job) });
      default:
        return phase satisfies never;
    }
  },
};

export const COMFYUI: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/prompt)$/) && {
      body: z.strictObject({
        client_id: z.string(),
        prompt: z.record(z.string(), z.strictObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) })),
      }),
      prompt: (body: { prompt: { positive: { inputs: { text: string } } } }) => body.prompt.positive.inputs.text,
    },
  started: (job) => json({ prompt_id: job.id, number: 1, node_errors: {} }),
  problems: {
    "--invalid": json(
      {
        error: { type: "prompt_outputs_failed_validation", message: "Prompt outputs failed validation" },
        node_errors: { model: "no such checkpoint" },
      },
      400,
    ),
  },
  answer: async (received, fake) => {
    if (received.method === "POST" && received.path === "/interrupt") {
      const { prompt_id: id } = z.strictObject({ prompt_id: z.string() }).parse(received.body);
      fake.job(id).cancelled = true;
      return { status: 200 };
    }
    if (received.method === "GET" && received.path === "/view") {
      const { filename } = z
        .strictObject({ filename: z.string(), subfolder: z.literal(""), type: z.literal("output") })
        .parse(Object.fromEntries(received.query));
      if (fake.job(filename.replace(/\.png$/, "")).prompt.includes("--gone")) return { status: 404 };
      return { status: 200, bytes: await fake.picture, headers: { "content-type": "image/png" } };
    }
    const id = match(received, "GET", /^\/history\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    const over = (status_str: string, messages: unknown[], images: unknown[]) =>
      json({ [id]: { status: { status_str, completed: true, messages }, outputs: { save: { images } } } });
    if (job.prompt.includes("--odd")) return over("pondering", [], []);
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
      case "processing":
        return json({});
      case "cancelled":
        return over("error", [["execution_interrupted", { node_id: "sampler" }]], []);
      case "refused":
      case "failed":
        return over("error", [["execution_error", { exception_message: "CUDA out of memory" }]], []);
      case "empty":
        return over("success", [], []);
      case "succeeded":
        return over("success", [], [{ filename: `${id}.png`, subfolder: "", type: "output" }]);
      default:
        return phase satisfies never;
    }
  },
};

export const STABILITY: FakeProtocol = {
  // What is sent to be painted asks for a picture; a look at the balance has no body, and asks for none.
  isAuthorised: (headers) => bearer(headers) && (headers.accept === "image/*" || headers["content-type"] === undefined),
  submit: (received) => {
    if (match(received, "POST", /^(\/v2beta\/stable-image\/edit\/inpaint)$/))
      return {
        body: z.strictObject({
          prompt: z.tuple([z.string()]),
          seed: z.tuple([z.coerce.number().int().min(0).max(4_294_967_294)]),
          output_format: z.tuple([z.literal("png")]),
          image: z.tuple([z.string().regex(/^<image\/png \d+>$/)]),
          mask: z.tuple([z.string().regex(/^<image\/png \d+>$/)]),
        }),
        prompt: (body: { prompt: [string] }) => body.prompt[0],
      };
    return (
      match(received, "POST", /^(\/v2beta\/stable-image\/generate\/sd3)$/) && {
        body: z.strictObject({
          prompt: z.tuple([z.string()]),
          negative_prompt: z.tuple([z.string()]).optional(),
          seed: z.tuple([z.coerce.number().int().min(0).max(4_294_967_294)]),
          output_format: z.tuple([z.literal("png")]),
          model: z.tuple([z.literal("sd3.5-large")]),
          mode: z.tuple([z.literal("text-to-image")]),
          aspect_ratio: z.tuple([z.enum(["1:1", "2:3", "3:2", "4:5", "5:4", "9:16", "16:9", "21:9"])]),
        }),
        prompt: (body: { prompt: [string] }) => body.prompt[0],
      }
    );
  },
  started: async (_job, fake) => ({
    status: 200,
    bytes: await fake.picture,
    headers: { "content-type": "image/png", "finish-reason": "SUCCESS", seed: "1" },
  }),
  problems: {
    "--refuse": json({ id: "x", name: "content_moderation", errors: ["Your request was flagged by our content moderation system."] }, 403),
    "--empty": { status: 200, bytes: new Uint8Array(0), headers: { "content-type": "image/png", "finish-reason": "SUCCESS" } },
    "--fail": json({ id: "x", name: "internal_error", errors: ["An unexpected error occurred."] }, 500),
  },
  answer: () => null,
};

const SPLIT = { input_tokens_details: { text_tokens: 40, image_tokens: 10 } };

export const OPENAI: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) => {
    if (match(received, "POST", /^(\/images\/generations)$/)) {
      return {
        body: z.strictObject({
          model: z.literal("gpt-image-2"),
          prompt: z.string(),
          n: z.int().min(1).max(10),
          size: z.literal("1024x1024"),
          quality: z.enum(["low", "medium", "high"]),
        }),
        prompt: promptOf,
      };
    }
    return match(received, "POST", /^(\/images\/edits)$/)
      ? {
          body: z.strictObject({
            model: z.tuple([z.literal("gpt-image-2")]),
            prompt: z.tuple([z.string()]),
            n: z.tuple([z.string()]),
            size: z.tuple([z.literal("1024x1024")]),
            quality: z.tuple([z.enum(["low", "high"])]),
            "image[]": z.array(z.string().regex(/^<image\/png \d+>$/)).min(1),
            mask: z.tuple([z.string().regex(/^<image\/png \d+>$/)]).optional(),
          }),
          prompt: (body: { prompt: [string] }) => body.prompt[0],
        }
      : null;
  },
  started: async (job, fake) => {
    const picture = { b64_json: Buffer.from(await fake.picture).toString("base64") };
    const made = z.object({ quality: z.coerce.string() }).parse(job.body).quality === "high" ? 7024 : 196;
    return json({
      created: 1,
      data: [picture, picture],
      usage: { ...SPLIT, input_tokens: 50, output_tokens: made, total_tokens: 50 + made },
    });
  },
  problems: {
    "--refuse": json(
      { error: { message: "Rejected by the safety system.", type: "image_generation_user_error", code: "moderation_blocked" } },
      400,
    ),
    "--quota": json(
      { error: { message: "You exceeded your current quota.", type: "insufficient_quota", code: "insufficient_quota" } },
      429,
    ),
    "--empty": json({ created: 1, data: [] }),
    "--fail": json({ error: { message: "The server had an error.", type: "server_error" } }, 500),
    "--garbled": json({ data: "surprise" }),
  },
  answer: () => null,
};

const googleKey: FakeProtocol["isAuthorised"] = (headers) => headers["x-goog-api-key"] === FAKE_KEY;

export const GEMINI: FakeProtocol = {
  isAuthorised: googleKey,
  submit: (received) =>
    match(received, "POST", /^(\/models\/gemini-2\.5-flash-image:generateContent)$/) && {
      body: z.strictObject({
        contents: z.tuple([
          z.strictObject({
            role: z.literal("user"),
            parts: z.array(
              z.union([
                z.strictObject({ text: z.string() }),
                z.strictObject({ inlineData: z.strictObject({ mimeType: z.string(), data: base64 }) }),
              ]),
            ),
          }),
        ]),
        generationConfig: z.strictObject({
          responseModalities: z.tuple([z.literal("IMAGE")]),
          imageConfig: z.strictObject({ aspectRatio: z.string() }),
        }),
      }),
      prompt: (body: { contents: [{ parts: [{ text: string }] }] }) => body.contents[0].parts[0].text,
    },
  started: async (_job, fake) =>
    json({
      candidates: [
        {
          finishReason: "STOP",
          content: {
            parts: [
              { text: "Here it is." },
              { inlineData: { mimeType: "image/png", data: Buffer.from(await fake.picture).toString("base64") } },
            ],
          },
        },
      ],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 1290, totalTokenCount: 1300 },
    }),
  problems: {
    "--refuse": json({
      candidates: [{ finishReason: "IMAGE_SAFETY", finishMessage: "Unable to show the generated image.", content: { parts: [] } }],
    }),
    "--empty": json({ candidates: [{ finishReason: "STOP", content: { parts: [] } }] }),
    "--quota": json({ error: { code: 429, message: "You exceeded your current quota.", status: "RESOURCE_EXHAUSTED" } }, 429),
    "--fail": json({ error: { code: 503, message: "The model is overloaded." } }, 503),
    "--garbled": json({ candidates: "surprise" }),
  },
  answer: () => null,
};

export const VEO: FakeProtocol = {
  isAuthorised: googleKey,
  submit: (received) =>
    match(received, "POST", /^(\/models\/veo-3\.1-fast-generate-preview:predictLongRunning)$/) && {
      body: z.strictObject({
        instances: z.tuple([
          z.strictObject({
            prompt: z.string(),
            image: z.strictObject({ bytesBase64Encoded: base64, mimeType: z.string() }).optional(),
            lastFrame: z.strictObject({ bytesBase64Encoded: base64, mimeType: z.string() }).optional(),
          }),
        ]),
        parameters: z.strictObject({
          aspectRatio: z.enum(["16:9", "9:16"]),
          durationSeconds: z.int(),
          sampleCount: z.literal(1),
          negativePrompt: z.string().optional(),
        }),
      }),
      prompt: (body: { instances: [{ prompt: string }] }) => body.instances[0].prompt,
    },
  started: (job) => json({ name: `models/veo-3.1-fast-generate-preview/operations/${job.id}` }),
  answer: (received, fake) => {
    const id = match(received, "GET", /^\/models\/veo-3\.1-fast-generate-preview\/operations\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ done: "perhaps" });
    const phase = fake.look(job);
    const done = (generateVideoResponse: object) => json({ name: "x", done: true, response: { generateVideoResponse } });
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
      case "processing":
        return json({ name: "x" });
      case "refused":
        return done({ raiMediaFilteredCount: 1, raiMediaFilteredReasons: ["Blocked: celebrity"] });
      case "failed":
      case "cancelled":
        return json({ name: "x", done: true, error: { code: 13, message: "Internal error." } });
      case "empty":
        return done({});
      case "succeeded":
        return done({ generatedSamples: [{ video: { uri: fake.fileOf(job) } }] });
      default:
        return phase satisfies never;
    }
  },
};

export const XAI: FakeProtocol = {
  isAuthorised: bearer,
  submit: (received) =>
    match(received, "POST", /^(\/videos\/generations)$/) && {
      body: z.strictObject({
        model: z.literal("grok-imagine-video"),
        prompt: z.string(),
        duration: z.int().min(1).max(15),
        aspect_ratio: z.string(),
        resolution: z.enum(["480p", "720p"]),
        image: z.strictObject({ url: dataUri }).optional(),
      }),
      prompt: promptOf,
    },
  started: (job) => json({ request_id: job.id }),
  answer: (received, fake) => {
    const id = match(received, "GET", /^\/videos\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    if (job.prompt.includes("--odd")) return json({ status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return { status: 202 };
      case "processing":
        return json({ status: "processing", progress: 40 }, 202);
      case "refused":
        return json({ status: "done", video: { url: null, respect_moderation: false }, usage: { cost_in_usd_ticks: 0 } });
      case "failed":
      case "cancelled":
        return json({ status: "failed", error: { code: "internal", message: "Internal error." } });
      case "empty":
        return json({ status: "done", video: { url: null, respect_moderation: true }, usage: { cost_in_usd_ticks: 0 } });
      case "succeeded":
        return json({
          status: "done",
          video: { url: fake.fileOf(job), duration: 6, respect_moderation: true },
          usage: { cost_in_usd_ticks: 3_000_000_000 },
        });
      default:
        return phase satisfies never;
    }
  },
};

const frame = z.strictObject({
  frameType: z.enum(["first_frame", "last_frame"]),
  image: z.strictObject({ type: z.literal("file"), mediaType: z.literal("image/png"), data: base64 }),
});

export const GATEWAY: FakeProtocol = {
  isAuthorised: (headers) =>
    bearer(headers) && headers["ai-gateway-protocol-version"] === "0.0.1" && headers["ai-gateway-auth-method"] === "api-key",
  submit: (received) => {
    if (match(received, "POST", /^(\/video-model\/start)$/) === null) return null;
    if (received.headers["ai-video-model-specification-version"] !== "4" || received.headers["ai-model-id"] !== "bytedance/seedance-2.0")
      throw new Error("a start without its model");
    return {
      body: z.strictObject({
        prompt: z.string(),
        n: z.literal(1),
        aspectRatio: z.enum(["16:9", "9:16", "1:1"]),
        resolution: z.enum(["720p", "1080p"]),
        duration: z.int(),
        seed,
        generateAudio: z.boolean(),
        providerOptions: z.strictObject({ gateway: z.strictObject({ idempotencyKey: z.string().min(1) }) }),
        frameImages: z.array(frame).optional(),
      }),
      prompt: promptOf,
    };
  },
  // What a start answers is opaque and comes back whole; its secret is for webhooks we do not ask for.
  started: (job) => json({ operation: { version: 1, jobs: [{ id: job.id }] }, warnings: null }),
  answer: (received, fake) => {
    if (match(received, "GET", /^(\/config)$/)) return json({ models: [] });
    if (match(received, "POST", /^(\/video-model\/status)$/) === null) return null;
    const asked = z
      .strictObject({ operation: z.strictObject({ version: z.literal(1), jobs: z.tuple([z.strictObject({ id: z.string() })]) }) })
      .parse(received.body);
    const job = fake.job(asked.operation.jobs[0].id);
    if (job.prompt.includes("--odd")) return json({ status: "pondering" });
    const phase = fake.look(job);
    const providerMetadata = (cost: unknown) => ({ gateway: { cost, generationId: "gen-1" } });
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
      case "processing":
        return json({ status: "pending", warnings: null });
      case "cancelled":
        return json({ status: "cancelled" });
      case "refused":
        return json({ status: "error", error: "Blocked by the provider's content policy.", providerMetadata: providerMetadata(0) });
      case "failed":
        return json({ status: "error", error: "Upstream error." });
      case "empty":
        return json({ status: "completed", videos: [], providerMetadata: providerMetadata("0") });
      case "succeeded":
        return json({
          status: "completed",
          videos: [{ type: "url", url: fake.fileOf(job), mediaType: "video/mp4" }],
          providerMetadata: providerMetadata("0.5025"),
        });
      default:
        return phase satisfies never;
    }
  },
};

export const HEYGEN: FakeProtocol = {
  isAuthorised: (headers) => headers["x-api-key"] === FAKE_KEY && headers.authorization === undefined,
  submit: (received) =>
    match(received, "POST", /^(\/v3\/videos)$/) && {
      body: z.strictObject({
        type: z.literal("avatar"),
        avatar_id: z.string(),
        voice_id: z.string(),
        script: z.string().min(1),
        aspect_ratio: z.enum(["16:9", "9:16"]),
        resolution: z.enum(["720p", "1080p"]),
        output_format: z.literal("mp4"),
        title: z.string(),
      }),
      prompt: (body: { script: string }) => body.script,
    },
  started: (job) => json({ data: { video_id: job.id, status: "waiting" } }),
  answer: (received, fake) => {
    if (match(received, "GET", /^(\/v2\/user\/remaining_quota)$/)) return json({ error: null, data: { remaining_quota: 600 } });
    const id = match(received, "GET", /^\/v3\/videos\/([\w-]+)$/);
    if (!id) return null;
    const job = fake.job(id);
    const at = (more: object) => json({ data: { id, ...more } });
    if (job.prompt.includes("--odd")) return at({ status: "pondering" });
    const phase = fake.look(job);
    switch (phase) {
      case null:
        return FakeProvider.FAULT;
      case "queued":
        return at({ status: "waiting" });
      case "processing":
        return at({ status: "processing" });
      case "refused":
        return at({ status: "failed", failure_code: "MODERATION_REJECTED", failure_message: "The script was moderated." });
      case "failed":
      case "cancelled":
        return at({ status: "failed", failure_code: "RENDER_FAILED", failure_message: "The render failed." });
      case "empty":
        return at({ status: "completed", video_url: null });
      case "succeeded":
        return at({ status: "completed", video_url: fake.fileOf(job), duration: 6.2 });
      default:
        return phase satisfies never;
    }
  },
  problems: {
    "--quota": { status: 400, json: { error: { code: "insufficient_credit", message: "Not enough credit." } } },
  },
};
