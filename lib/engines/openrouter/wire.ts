import { z } from "zod";
import { costOfFigure } from "../http/billed";
import type { Answer } from "../http/exchange";
import { dataUrl, known, seedOf, settingOf } from "../http/order";
import { isTimestampedHmac } from "../http/webhook-signature";
import type { Order, Seen, Wire } from "../http/wire";
import { OPENROUTER_ENGINE_ID, OPENROUTER_MODELS } from "./models";

const Generation = z.object({
  id: z.string().min(1),
  status: z.enum(["pending", "in_progress", "completed", "failed", "cancelled", "expired"]),
  unsigned_urls: z.array(z.string()).nullish(),
  usage: z.object({ cost: z.number().nullish() }).nullish(),
  error: z.string().nullish(),
});

/**
 * OpenRouter's videos, by plain requests: its AI SDK provider waits inside one call and treats its own timeout as a reason to
 * submit again, and its own client adds eleven megabytes for two requests.
 */
export const OPENROUTER_WIRE: Wire = {
  engineId: OPENROUTER_ENGINE_ID,
  name: "OpenRouter",
  baseUrl: "https://openrouter.ai/api/v1",
  keyHosts: [],
  models: OPENROUTER_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({ method: "POST", path: "videos", json: bodyOf(order) }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Generation, json).id } }),
  jobs: { look: (job) => ({ method: "GET", path: `videos/${job.id}` }), seen, stop: () => null },
  outputsNeedKey: true,
  webhooks: {
    signedWith: "secret",
    // The time it signs stands in the signature itself, which nobody else can write: the body names the job and how it stands.
    covers: [],
    isAuthentic: async (message, { webhookSecret }) => isTimestampedHmac(message, "x-openrouter-signature", webhookSecret ?? ""),
  },
  check: { method: "GET", path: "key" },
};

function bodyOf(order: Order): object {
  const { request, model } = order;
  const frames = order.references.map((reference) => ({
    type: "image_url",
    image_url: { url: dataUrl(reference) },
    frame_type: reference.role === "end-frame" ? "last_frame" : "first_frame",
  }));
  return {
    model: model.remote,
    prompt: request.text,
    aspect_ratio: request.aspectRatio,
    duration: Number(settingOf(order, "duration")),
    resolution: settingOf(order, "resolution"),
    generate_audio: request.settings.sound === true,
    seed: seedOf(order),
    ...(frames.length > 0 ? { frame_images: frames } : {}),
    ...(order.callbackUrl === null ? {} : { callback_url: order.callbackUrl }),
  };
}

function seen({ json }: Answer): Seen {
  const { status, unsigned_urls: urls, usage, error } = known(Generation, json);
  const costMicros = costOfFigure(usage?.cost, 1_000_000);
  switch (status) {
    case "pending":
      return { state: "queued", position: null };
    case "in_progress":
      return { state: "processing", progress: null };
    case "completed":
      return { state: "succeeded", outputs: (urls ?? []).map((url) => ({ url, mimeType: "video/mp4" })), costMicros };
    case "failed": {
      const reason = error ?? "The generation failed.";
      return {
        state: "failed",
        failure: { kind: /moderat|safety|polic|filter/i.test(reason) ? "refused" : "engine-fault", reason },
        costMicros,
      };
    }
    case "cancelled":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at OpenRouter." }, costMicros };
    case "expired":
      return { state: "failed", failure: { kind: "expired-output", reason: "OpenRouter no longer has the output." }, costMicros };
    default:
      return status satisfies never;
  }
}
