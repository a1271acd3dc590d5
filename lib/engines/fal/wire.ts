import { z } from "zod";
import type { Failure } from "@/lib/domain/run/failure";
import { costOfUnits, unitMicrosOf } from "../http/billed";
import type { Answer } from "../http/exchange";
import { failureOf } from "../http/failure-of";
import { dataUrl, known, optional, seedOf, settingOf, withRole } from "../http/order";
import type { Job, Order, Seen, Wire, WireOutput } from "../http/wire";
import { FAL_ENGINE_ID, FAL_MODELS, type FalModel } from "./models";
import { isSignedByFal } from "./webhook";

/**
 * fal's queue. One submit, sent once: fal's own client repeats it up to four times without an idempotency key. The endpoint is
 * used as it is written – not every one begins with `fal-ai/`.
 */
export const FAL_WIRE: Wire<FalModel> = {
  engineId: FAL_ENGINE_ID,
  name: "fal",
  baseUrl: "https://queue.fal.run",
  keyHosts: [],
  models: FAL_MODELS,
  // It takes any file as a data address and names no limit; a longer clip would only be refused after minutes of sending.
  maxReferenceBytes: 32_000_000,
  authorisation: ({ apiKey }) => ({ authorization: `Key ${apiKey}` }),
  start: (order) => ({
    method: "POST",
    path: `${order.model.remote}${order.callbackUrl === null ? "" : `?fal_webhook=${encodeURIComponent(order.callbackUrl)}`}`,
    json: inputOf(order),
  }),
  accepted: ({ json }, order) => ({
    kind: "job",
    job: {
      app: appOf(order.model.remote),
      requestId: known(z.object({ request_id: z.string().min(1) }), json).request_id,
      unitMicros: unitMicrosOf(order),
    },
  }),
  jobs: {
    look: (job) => ({ method: "GET", path: `${placeOf(job)}/status` }),
    seen,
    stop: (job) => ({ method: "PUT", path: `${placeOf(job)}/cancel` }),
  },
  refusal,
  webhooks: {
    signedWith: "public-key",
    covers: ["x-fal-webhook-request-id", "x-fal-webhook-user-id", "x-fal-webhook-timestamp"],
    isAuthentic: (message) => isSignedByFal(message),
  },
  // The queue has no call that starts nothing; the price list has, and wants the key.
  check: { method: "GET", path: "models/pricing?endpoint_id=fal-ai/flux/dev", baseUrl: "https://api.fal.ai/v1" },
};

/** Status and result live under the app, not under the endpoint's whole path. */
function appOf(endpoint: string): string {
  return endpoint.split("/").slice(0, 2).join("/");
}

const placeOf = (job: Job) => `${job.app}/requests/${job.requestId}`;

function inputOf(order: Order<FalModel>): object {
  const { request, model, width, height } = order;
  const { shape, accepts } = model;
  const common = {
    ...optional("prompt", request.text),
    ...(accepts.seeds ? { seed: seedOf(order) } : {}),
    ...(accepts.negative ? optional("negative_prompt", request.negative) : {}),
  };
  const clip = {
    ...common,
    ...optional("duration", settingOf(order, "duration")),
    ...optional("resolution", settingOf(order, "resolution")),
    ...(accepts.settings.some(({ key }) => key === "sound") ? { generate_audio: request.settings.sound === true } : {}),
  };
  const start = withRole(order, "start-frame");
  const end = withRole(order, "end-frame");
  switch (shape) {
    case "image":
      return { ...common, image_size: { width, height }, num_images: 1, output_format: "png" };
    case "image-plain":
      return { ...common, image_size: { width, height }, num_images: 1 };
    case "edit": {
      const [main, ...others] = [...order.references].sort((a, b) => Number(b.role === "image") - Number(a.role === "image"));
      return { ...common, image_urls: [main, ...others].flatMap((reference) => (reference ? [dataUrl(reference)] : [])), num_images: 1 };
    }
    case "video":
      return { ...clip, aspect_ratio: request.aspectRatio };
    case "video-plain":
      return clip;
    case "video-start":
      return { ...clip, ...optional("image_url", start && dataUrl(start)) };
    case "video-kling-start":
      return { ...clip, ...optional("start_image_url", start && dataUrl(start)), ...optional("end_image_url", end && dataUrl(end)) };
    case "video-motion": {
      const [picture, motion] = [withRole(order, "image"), withRole(order, "motion")];
      return {
        ...common,
        ...optional("image_url", picture && dataUrl(picture)),
        ...optional("video_url", motion && dataUrl(motion)),
        character_orientation: settingOf(order, "orientation"),
        keep_original_sound: request.settings["clip-sound"] === true,
      };
    }
    default:
      return shape satisfies never;
  }
}

const Status = z.object({ status: z.enum(["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]), queue_position: z.number().nullish() });
const File = z.object({ url: z.string(), content_type: z.string().nullish() });
const Result = z.object({
  images: z.array(File).nullish(),
  image: File.nullish(),
  video: File.nullish(),
  videos: z.array(File).nullish(),
  seed: z.number().nullish(),
  has_nsfw_concepts: z.array(z.boolean()).nullish(),
});

function seen(answer: Answer, job: Job): Seen {
  const { json } = answer;
  const status = z.object({ status: z.string() }).safeParse(json);
  if (!status.success) return resultOf(json, billed(answer, job));
  const { status: state, queue_position: position } = known(Status, json);
  switch (state) {
    case "IN_QUEUE":
      return { state: "queued", position: position ?? null };
    case "IN_PROGRESS":
      return { state: "processing", progress: null };
    case "COMPLETED":
      return { state: "elsewhere", next: { method: "GET", path: placeOf(job) } };
    default:
      return state satisfies never;
  }
}

/** fal counts what it bills in units of the model – seconds, pictures, megapixels – and says so beside the result. */
const billed = ({ headers }: Answer, { unitMicros }: Job): bigint | null =>
  costOfUnits(headers.get("x-fal-billable-units"), typeof unitMicros === "number" ? unitMicros : null);

function resultOf(json: unknown, costMicros: bigint | null): Seen {
  const result = known(Result, json);
  const files = [
    ...(result.images ?? []),
    ...(result.image ? [result.image] : []),
    ...(result.video ? [result.video] : []),
    ...(result.videos ?? []),
  ];
  // A flagged picture is delivered blackened: that is a refusal, not a variant.
  if (result.has_nsfw_concepts?.length && result.has_nsfw_concepts.every(Boolean))
    return { state: "failed", failure: { kind: "refused", reason: "The provider's safety checker flagged the output." }, costMicros };
  const isVideo = result.video != null || result.videos != null;
  const outputs = files.map(
    (file): WireOutput => ({
      url: file.url,
      mimeType: file.content_type ?? (isVideo ? "video/mp4" : "image/png"),
      seed: result.seed ?? undefined,
    }),
  );
  return { state: "succeeded", outputs, costMicros };
}

const Detail = z.object({ detail: z.array(z.object({ msg: z.string(), type: z.string() })).min(1) });

/** fal tells of a job that ended badly by an error answer to the look at its result, with a type of its own. */
function refusal(answer: Answer): Failure | null {
  const { json, headers } = answer;
  const detail = Detail.safeParse(json);
  const type = headers.get("x-fal-error-type") ?? (detail.success ? detail.data.detail[0]?.type : undefined);
  const reason = detail.success ? detail.data.detail.map(({ msg }) => msg).join("; ") : null;
  if (type === "content_policy_violation") return { kind: "refused", reason: reason ?? "Flagged by the provider's content checker." };
  if (type === "request_cancelled") return { kind: "cancelled", reason: reason ?? "Cancelled at fal." };
  if (type === "internal_server_error") return { kind: "engine-fault", reason: reason ?? "The model failed at fal." };
  if (type === "no_media_generated") return { kind: "empty", reason: reason ?? "No media was generated." };
  if (type === "generation_timeout" || type === "startup_timeout" || type === "request_timeout")
    return { kind: "timeout", reason: reason ?? type };
  return type === undefined ? null : failureOf(answer);
}
