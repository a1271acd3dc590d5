import { z } from "zod";
import { costOfFigure } from "../http/billed";
import type { Answer } from "../http/exchange";
import { base64, fromBase64, known, seedOf, settingOf } from "../http/order";
import type { Job, LoadedReference, Order, Seen, Wire, WireOutput } from "../http/wire";
import { GATEWAY_ENGINE_ID, GATEWAY_MODELS } from "./models";

const Metadata = z.object({ gateway: z.object({ cost: z.union([z.string(), z.number()]).nullish() }).nullish() }).nullish();
const Started = z.object({ operation: z.json() });
const Status = z.discriminatedUnion("status", [
  z.object({ status: z.literal("pending") }),
  z.object({
    status: z.literal("completed"),
    videos: z.array(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("url"), url: z.string(), mediaType: z.string() }),
        z.object({ type: z.literal("base64"), data: z.string(), mediaType: z.string() }),
      ]),
    ),
    providerMetadata: Metadata,
  }),
  z.object({ status: z.literal("error"), error: z.string(), providerMetadata: Metadata }),
  z.object({ status: z.literal("cancelled"), providerMetadata: Metadata }),
]);

/**
 * The videos of Vercel's AI Gateway, by the two requests its own client makes. A job is known by what the start answered, whole; it is asked for
 * in the body of a second POST, which starts nothing. Its webhooks are signed with a secret of the job's own, which we would have to keep with
 * the run: so it is given no address, and asked instead. The run's id goes along as the key under which the same start is done once.
 */
export const GATEWAY_WIRE: Wire = {
  engineId: GATEWAY_ENGINE_ID,
  name: "Vercel AI Gateway",
  baseUrl: "https://ai-gateway.vercel.sh/v4/ai",
  keyHosts: [],
  models: GATEWAY_MODELS,
  authorisation: ({ apiKey }) => ({
    authorization: `Bearer ${apiKey}`,
    "ai-gateway-protocol-version": "0.0.1",
    "ai-gateway-auth-method": "api-key",
  }),
  start: (order) => ({ method: "POST", path: "video-model/start", headers: about(order.model.remote), json: bodyOf(order) }),
  accepted: ({ json }, { model }) => ({
    kind: "job",
    job: { operation: JSON.stringify(known(Started, json).operation), model: model.remote },
  }),
  jobs: {
    look: (job) => ({
      method: "POST",
      path: "video-model/status",
      headers: about(String(job.model)),
      json: { operation: operationOf(job) },
    }),
    seen,
    stop: () => null,
  },
  lookEveryMs: 5_000,
  check: { method: "GET", path: "config" },
};

const about = (model: string) => ({ "ai-video-model-specification-version": "4", "ai-model-id": model });

function operationOf({ operation }: Job): unknown {
  return JSON.parse(String(operation));
}

function bodyOf(order: Order): object {
  const { request, model, references } = order;
  const frames = references.map((reference) => ({
    frameType: reference.role === "end-frame" ? "last_frame" : "first_frame",
    image: fileOf(reference),
  }));
  return {
    prompt: request.text,
    n: 1,
    aspectRatio: request.aspectRatio,
    resolution: settingOf(order, "resolution"),
    duration: Number(settingOf(order, "duration")),
    ...(model.accepts.seeds ? { seed: seedOf(order) } : {}),
    generateAudio: request.settings.sound === true,
    providerOptions: { gateway: { idempotencyKey: request.runId } },
    ...(frames.length > 0 ? { frameImages: frames } : {}),
  };
}

const fileOf = ({ mimeType, bytes }: LoadedReference) => ({ type: "file", mediaType: mimeType, data: base64(bytes) });

function seen({ json }: Answer): Seen {
  const answer = known(Status, json);
  switch (answer.status) {
    case "pending":
      return { state: "processing", progress: null };
    case "completed":
      return {
        state: "succeeded",
        outputs: answer.videos.map(
          (video): WireOutput =>
            video.type === "url"
              ? { url: video.url, mimeType: video.mediaType }
              : { bytes: fromBase64(video.data), mimeType: video.mediaType },
        ),
        costMicros: costIn(answer.providerMetadata),
      };
    case "error": {
      const { error: reason } = answer;
      const isModerated = /moderat|safety|polic|filter|prohibited/i.test(reason);
      return {
        state: "failed",
        failure: { kind: isModerated ? "refused" : "engine-fault", reason },
        costMicros: costIn(answer.providerMetadata),
      };
    }
    // The gateway's own client makes an error of it.
    case "cancelled":
      return {
        state: "failed",
        failure: { kind: "cancelled", reason: "Cancelled at Vercel AI Gateway." },
        costMicros: costIn(answer.providerMetadata),
      };
    default:
      return answer satisfies never;
  }
}

/** Dollars, as text or a number; null where it says none. */
function costIn(metadata: z.infer<typeof Metadata>): bigint | null {
  const cost = metadata?.gateway?.cost;
  const dollars = cost === null || cost === undefined || cost === "" ? Number.NaN : Number(cost);
  return costOfFigure(dollars, 1_000_000);
}
