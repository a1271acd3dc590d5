import { z } from "zod";
import type { Failure } from "@/lib/domain/run/failure";
import type { Answer } from "../http/exchange";
import { known } from "../http/order";
import type { Order, Seen, Wire } from "../http/wire";
import { HEYGEN_ENGINE_ID, HEYGEN_MODELS } from "./models";

const Started = z.object({ data: z.object({ video_id: z.string().min(1) }) });
const Problem = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  message: z.string().nullish(),
  detail: z.string().nullish(),
});
const Status = z.object({
  data: z.object({
    status: z.enum(["waiting", "pending", "processing", "completed", "failed"]),
    video_url: z.string().nullish(),
    failure_code: z.string().nullish(),
    failure_message: z.string().nullish(),
    error: Problem.nullish(),
  }),
});

/**
 * HeyGen's avatars speak the prompt: it is the script. Which avatar and which voice is said with the connection. The third version of its API:
 * the second still answers and is on its way out. Its webhooks leave their time unsigned, so a message could be sent again as fresh; a video is asked
 * for instead. It takes no seed, names no price and cannot be stopped.
 */
export const HEYGEN_WIRE: Wire = {
  engineId: HEYGEN_ENGINE_ID,
  name: "HeyGen",
  baseUrl: "https://api.heygen.com",
  keyHosts: [],
  models: HEYGEN_MODELS,
  authorisation: ({ apiKey }) => ({ "x-api-key": apiKey }),
  start: (order) => ({ method: "POST", path: "v3/videos", json: bodyOf(order) }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Started, json).data.video_id } }),
  jobs: { look: (job) => ({ method: "GET", path: `v3/videos/${job.id}` }), seen, stop: () => null },
  lookEveryMs: 5_000,
  refusal,
  check: { method: "GET", path: "v2/user/remaining_quota" },
};

function bodyOf({ request, connection }: Order): object {
  const { avatar = "", voice = "" } = connection.options;
  return {
    type: "avatar",
    avatar_id: avatar,
    voice_id: voice,
    script: request.text,
    aspect_ratio: request.aspectRatio,
    resolution: request.quality === "final" ? "1080p" : "720p",
    output_format: "mp4",
    // What we call it, so that a person finds it there again.
    title: request.runId,
  };
}

function seen({ json }: Answer): Seen {
  const { status, video_url: url, failure_code: code, failure_message: message, error } = known(Status, json).data;
  switch (status) {
    case "waiting":
    case "pending":
      return { state: "queued", position: null };
    case "processing":
      return { state: "processing", progress: null };
    case "completed":
      return { state: "succeeded", outputs: url ? [{ url, mimeType: "video/mp4" }] : [], costMicros: null };
    case "failed": {
      const reason = [message, error?.message, error?.detail, code, error?.code].find(Boolean) ?? "The video failed.";
      return { state: "failed", failure: failureFor(`${code ?? error?.code ?? ""}`, `${reason}`), costMicros: null };
    }
    default:
      return status satisfies never;
  }
}

const Refused = z.object({ error: Problem });

function refusal({ json }: Answer): Failure | null {
  const { code, message } = Refused.safeParse(json).data?.error ?? {};
  if (typeof code !== "string") return null;
  const failure = failureFor(code, message ?? code);
  return failure.kind === "engine-fault" ? null : failure;
}

function failureFor(code: string, reason: string): Failure {
  if (/moderat|nsfw|polic|sensitive|prohibited/i.test(`${code} ${reason}`)) return { kind: "refused", reason };
  if (/credit|quota|balance/i.test(code)) return { kind: "quota", reason };
  return { kind: "engine-fault", reason };
}
