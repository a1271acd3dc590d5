import { z } from "zod";
import type { Answer } from "../http/exchange";
import { known, seedOf } from "../http/order";
import type { Seen, Wire } from "../http/wire";
import { KREA_ENGINE_ID, KREA_MODELS } from "./models";

const Status = z.object({
  job_id: z.string().min(1),
  status: z.enum([
    "backlogged",
    "queued",
    "scheduled",
    "processing",
    "sampling",
    "intermediate-complete",
    "completed",
    "failed",
    "cancelled",
  ]),
  result: z.object({ urls: z.array(z.string()).nullish(), error: z.string().nullish() }).nullish(),
});

/** Krea's jobs. */
export const KREA_WIRE: Wire = {
  engineId: KREA_ENGINE_ID,
  name: "Krea",
  baseUrl: "https://api.krea.ai",
  keyHosts: [],
  models: KREA_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({
    method: "POST",
    path: `generate/${order.model.remote}`,
    json: { prompt: order.request.text, width: order.width, height: order.height, seed: seedOf(order) },
  }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(z.object({ job_id: z.string().min(1) }), json).job_id } }),
  jobs: { look: (job) => ({ method: "GET", path: `jobs/${job.id}` }), seen, stop: () => null },
  // Krea documents no list of anything an account has: a job nobody began is looked for, which needs the key and makes nothing.
  check: { method: "GET", path: "jobs/00000000-0000-4000-8000-000000000000", tellsRefusalOnly: true },
};

function seen({ json }: Answer): Seen {
  const { status, result } = known(Status, json);
  switch (status) {
    case "backlogged":
    case "queued":
    case "scheduled":
      return { state: "queued", position: null };
    case "processing":
    case "sampling":
    case "intermediate-complete":
      return { state: "processing", progress: null };
    case "completed":
      return { state: "succeeded", outputs: (result?.urls ?? []).map((url) => ({ url, mimeType: "image/png" })), costMicros: null };
    case "failed": {
      const reason = result?.error ?? "The job failed.";
      return {
        state: "failed",
        failure: { kind: /moderat|safety|polic|nsfw/i.test(reason) ? "refused" : "engine-fault", reason },
        costMicros: null,
      };
    }
    case "cancelled":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at Krea." }, costMicros: null };
    default:
      return status satisfies never;
  }
}
