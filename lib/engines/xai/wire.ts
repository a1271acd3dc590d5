import { z } from "zod";
import { costOfFigure } from "../http/billed";
import type { Answer, Outgoing } from "../http/exchange";
import { dataUrl, fromBase64, known, optional, withRole } from "../http/order";
import type { Accepted, Order, Seen, Wire } from "../http/wire";
import { XAI_ENGINE_ID, XAI_MODELS } from "./models";

/** xAI counts cost in ten-billionths of a dollar. */
const TICKS_PER_MICRO = 10_000;

const Usage = z.object({ cost_in_usd_ticks: z.number().nullish() }).nullish();

/** Grok Imagine: pictures are in the answer, videos are jobs. Each answer says what it cost. */
export const XAI_WIRE: Wire = {
  engineId: XAI_ENGINE_ID,
  name: "xAI",
  baseUrl: "https://api.x.ai/v1",
  keyHosts: [],
  models: XAI_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => (order.model.accepts.category === "video.generate" ? clip(order) : picture(order)),
  accepted: (answer, order) =>
    order.model.accepts.category === "video.generate"
      ? { kind: "job", job: { id: known(z.object({ request_id: z.string().min(1) }), answer.json).request_id } }
      : picturesIn(answer),
  jobs: { look: (job) => ({ method: "GET", path: `videos/${job.id}` }), seen, stop: () => null },
  submitTimeoutMs: 180_000,
  check: { method: "GET", path: "models" },
};

function picture({ request, model, references }: Order): Outgoing {
  const pictures = [...references].sort((a, b) => Number(b.role === "image") - Number(a.role === "image"));
  const urls = pictures.map((reference) => ({ url: dataUrl(reference), type: "image_url" }));
  const [only] = urls;
  return {
    method: "POST",
    path: urls.length > 0 ? "images/edits" : "images/generations",
    json: {
      model: model.remote,
      prompt: request.text,
      n: request.seeds.length,
      response_format: "b64_json",
      aspect_ratio: request.aspectRatio,
      ...(urls.length === 1 ? optional("image", only) : urls.length > 1 ? { images: urls } : {}),
    },
  };
}

function clip(order: Order): Outgoing {
  const { request, model } = order;
  const start = withRole(order, "start-frame");
  return {
    method: "POST",
    path: "videos/generations",
    json: {
      model: model.remote,
      prompt: request.text,
      duration: request.settings.duration,
      aspect_ratio: request.aspectRatio,
      resolution: request.settings.resolution,
      ...optional("image", start && { url: dataUrl(start) }),
    },
  };
}

const Images = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), respect_moderation: z.boolean().nullish() })),
  usage: Usage,
});

function picturesIn({ json }: Answer): Accepted {
  const { data, usage } = known(Images, json);
  const allowed = data.filter(({ respect_moderation: isAllowed }) => isAllowed !== false);
  if (data.length > 0 && allowed.length === 0)
    return { kind: "failed", failure: { kind: "refused", reason: "xAI's moderation held the output back." } };
  const outputs = allowed.flatMap(({ b64_json: text }) => (text ? [{ bytes: fromBase64(text), mimeType: "image/jpeg" }] : []));
  return { kind: "done", outputs, costMicros: microsOf(usage) };
}

const Video = z.object({
  status: z.enum(["pending", "queued", "processing", "in_progress", "done", "failed", "expired"]).nullish(),
  progress: z.number().nullish(),
  video: z.object({ url: z.string().nullish(), respect_moderation: z.boolean().nullish() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  usage: Usage,
});

function seen({ json, status: httpStatus }: Answer): Seen {
  // 202 means pending, with or without a body.
  if (httpStatus === 202 && json === undefined) return { state: "processing", progress: null };
  const { status, progress, video, error, usage } = known(Video, json);
  const costMicros = microsOf(usage);
  switch (status ?? (video?.url ? "done" : "pending")) {
    case "pending":
    case "queued":
      return { state: "queued", position: null };
    case "processing":
    case "in_progress":
      return { state: "processing", progress: progress == null ? null : progress / 100 };
    case "done":
      if (video?.respect_moderation === false)
        return { state: "failed", failure: { kind: "refused", reason: "xAI's moderation held the output back." }, costMicros };
      return { state: "succeeded", outputs: video?.url ? [{ url: video.url, mimeType: "video/mp4" }] : [], costMicros };
    case "failed": {
      const reason = error?.message ?? error?.code ?? "The generation failed.";
      return { state: "failed", failure: { kind: /moderat|safety|polic/i.test(reason) ? "refused" : "engine-fault", reason }, costMicros };
    }
    case "expired":
      return { state: "failed", failure: { kind: "expired-output", reason: "xAI no longer has this request." }, costMicros };
    default:
      throw new Error("xAI answered with a status we do not know.");
  }
}

function microsOf(usage: z.infer<typeof Usage>): bigint | null {
  const ticks = usage?.cost_in_usd_ticks;
  return costOfFigure(ticks == null ? null : ticks / TICKS_PER_MICRO, 1, Math.ceil);
}
