import { z } from "zod";
import type { Answer } from "../http/exchange";
import { known, seedOf } from "../http/order";
import { isStandardWebhook } from "../http/webhook-signature";
import type { Job, Seen, Wire } from "../http/wire";
import { REPLICATE_ENGINE_ID, REPLICATE_MODELS } from "./models";

const Prediction = z.object({
  id: z.string().min(1),
  status: z.enum(["starting", "processing", "succeeded", "failed", "canceled", "aborted"]),
  // A model answers with one address, a list of them, or nothing at all once the provider removed its files.
  output: z.union([z.string(), z.array(z.string())]).nullish(),
  error: z.string().nullish(),
  data_removed: z.boolean().nullish(),
});

/** Codes and words of its models for input or output that was moderated. */
const MODERATED = /nsfw|sensitive|E005|safety|moderat|flagged/i;

/** Replicate forgets what a prediction was made of after an hour. */
const Listed = z.object({
  next: z.string().nullish(),
  results: z.array(
    z.object({
      id: z.string().min(1),
      created_at: z.string(),
      model: z.string().nullish(),
      input: z.object({ prompt: z.unknown(), seed: z.unknown() }).partial().nullish(),
    }),
  ),
});

export const REPLICATE_WIRE: Wire = {
  engineId: REPLICATE_ENGINE_ID,
  name: "Replicate",
  baseUrl: "https://api.replicate.com/v1",
  keyHosts: [],
  models: REPLICATE_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({
    method: "POST",
    path: `models/${order.model.remote}/predictions`,
    json: {
      input: { prompt: order.request.text, aspect_ratio: order.request.aspectRatio, seed: seedOf(order), output_format: "png" },
      ...(order.callbackUrl === null ? {} : { webhook: order.callbackUrl, webhook_events_filter: ["completed"] }),
    },
  }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Prediction, json).id } }),
  jobs: {
    look: (job) => ({ method: "GET", path: `predictions/${job.id}` }),
    seen,
    stop: (job: Job) => ({ method: "POST", path: `predictions/${job.id}/cancel` }),
  },
  list: {
    first: () => ({ method: "GET", path: "predictions" }),
    read: ({ json }, { request, model }) => {
      const { results, next } = known(Listed, json);
      const jobs = results.map(({ id, created_at: createdAt, model: made, input }) => ({
        job: { id },
        createdAtMs: Date.parse(createdAt),
        isSought: made === model.remote && input?.prompt === request.text && input.seed === request.seeds[0],
      }));
      return { jobs, next: next ? { method: "GET", path: next } : null };
    },
  },
  webhooks: {
    signedWith: "secret",
    covers: ["webhook-id", "webhook-timestamp"],
    isAuthentic: async (message, { webhookSecret }) => isStandardWebhook(message, webhookSecret ?? ""),
  },
  check: { method: "GET", path: "account" },
};

function seen({ json }: Answer): Seen {
  const { status, output, error, data_removed: removed } = known(Prediction, json);
  switch (status) {
    case "starting":
      return { state: "queued", position: null };
    case "processing":
      return { state: "processing", progress: null };
    case "succeeded": {
      if (removed)
        return { state: "failed", failure: { kind: "expired-output", reason: "Replicate has removed the output." }, costMicros: null };
      const urls = output == null ? [] : [output].flat();
      return { state: "succeeded", outputs: urls.map((url) => ({ url, mimeType: "image/png" })), costMicros: null };
    }
    case "failed": {
      const reason = error ?? "The prediction failed.";
      return { state: "failed", failure: { kind: MODERATED.test(reason) ? "refused" : "engine-fault", reason }, costMicros: null };
    }
    case "canceled":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at Replicate." }, costMicros: null };
    case "aborted":
      return {
        state: "failed",
        failure: { kind: "timeout", reason: error ?? "Replicate gave up before the model started." },
        costMicros: null,
      };
    default:
      return status satisfies never;
  }
}
