import { z } from "zod";
import type { Answer } from "../http/exchange";
import { known } from "../http/order";
import type { Order, Seen, Wire } from "../http/wire";
import { LUMA_ENGINE_ID, LUMA_MODELS } from "./models";

const Generation = z.object({
  id: z.string().min(1),
  state: z.enum(["queued", "dreaming", "completed", "failed"]),
  failure_reason: z.string().nullish(),
  assets: z.object({ video: z.string().nullish(), image: z.string().nullish() }).nullish(),
});

export const LUMA_WIRE: Wire = {
  engineId: LUMA_ENGINE_ID,
  name: "Luma",
  baseUrl: "https://api.lumalabs.ai/dream-machine/v1",
  keyHosts: [],
  models: LUMA_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start,
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Generation, json).id } }),
  jobs: {
    look: (job) => ({ method: "GET", path: `generations/${job.id}` }),
    seen,
    // Deleting a generation removes its record; nothing says that it stops or refunds one.
    stop: () => null,
  },
  check: { method: "GET", path: "credits" },
};

function start({ request, model }: Order) {
  const isImage = model.accepts.category === "image.generate";
  return {
    method: "POST",
    path: isImage ? "generations/image" : "generations",
    json: {
      model: model.remote,
      prompt: request.text,
      aspect_ratio: request.aspectRatio,
      ...(isImage
        ? { format: "png" }
        : { duration: request.settings.duration, resolution: request.settings.resolution, loop: request.settings.loop }),
    },
  } as const;
}

function seen({ json }: Answer): Seen {
  const { state, failure_reason: why, assets } = known(Generation, json);
  switch (state) {
    case "queued":
      return { state: "queued", position: null };
    case "dreaming":
      return { state: "processing", progress: null };
    case "completed": {
      const outputs = [
        ...(assets?.video ? [{ url: assets.video, mimeType: "video/mp4" }] : []),
        ...(assets?.image ? [{ url: assets.image, mimeType: "image/png" }] : []),
      ];
      return { state: "succeeded", outputs, costMicros: null };
    }
    case "failed": {
      const reason = why ?? "The generation failed.";
      return {
        state: "failed",
        failure: { kind: /moderat|safety|polic/i.test(reason) ? "refused" : "engine-fault", reason },
        costMicros: null,
      };
    }
    default:
      return state satisfies never;
  }
}
