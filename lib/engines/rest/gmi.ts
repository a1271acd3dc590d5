import { z } from "zod";
import type { Answer } from "../http/exchange";
import { known } from "../http/order";
import type { Seen, Wire } from "../http/wire";
import { GMI_ENGINE_ID, GMI_MODELS } from "./models";

const Started = z.object({ request_id: z.string().min(1) });
const Status = z.object({
  status: z.enum(["created", "dispatched", "queued", "processing", "success", "failed", "cancelled"]),
  outcome: z.object({ media_urls: z.array(z.object({ url: z.string() })).nullish(), error: z.string().nullish() }).nullish(),
  error: z.string().nullish(),
});

/** GMI Cloud's request queue. */
export const GMI_WIRE: Wire = {
  engineId: GMI_ENGINE_ID,
  name: "GMI Cloud",
  baseUrl: "https://console.gmicloud.ai/api/v1/ie/requestqueue/apikey",
  keyHosts: [],
  models: GMI_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: ({ model, request, width, height }) => ({
    method: "POST",
    path: "requests",
    json: {
      model: model.remote,
      payload: { prompt: request.text, size: `${width}x${height}`, quality: request.quality === "final" ? "high" : "low" },
    },
  }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Started, json).request_id } }),
  jobs: { look: (job) => ({ method: "GET", path: `requests/${job.id}` }), seen, stop: () => null },
  check: { method: "GET", path: "models" },
};

function seen({ json }: Answer): Seen {
  const { status, outcome, error } = known(Status, json);
  switch (status) {
    case "created":
    case "dispatched":
    case "queued":
      return { state: "queued", position: null };
    case "processing":
      return { state: "processing", progress: null };
    case "success":
      return {
        state: "succeeded",
        outputs: (outcome?.media_urls ?? []).map(({ url }) => ({ url, mimeType: "image/png" })),
        costMicros: null,
      };
    case "failed": {
      const reason = error ?? outcome?.error ?? "The request failed.";
      return {
        state: "failed",
        failure: { kind: /moderat|safety|polic/i.test(reason) ? "refused" : "engine-fault", reason },
        costMicros: null,
      };
    }
    case "cancelled":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at GMI Cloud." }, costMicros: null };
    default:
      return status satisfies never;
  }
}
