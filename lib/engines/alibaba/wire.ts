import { z } from "zod";
import type { Answer } from "../http/exchange";
import { known, optional, seedOf, settingOf } from "../http/order";
import type { Seen, Wire } from "../http/wire";
import { ALIBABA_ENGINE_ID, ALIBABA_MODELS } from "./models";

/** Alibaba takes signed 32-bit seeds. */
const MAX_SEED = 2_147_483_647;

const Task = z.object({
  output: z.object({
    task_id: z.string().min(1),
    task_status: z.enum(["PENDING", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED", "UNKNOWN"]),
    video_url: z.string().nullish(),
    code: z.string().nullish(),
    message: z.string().nullish(),
  }),
});

/** Wan at Alibaba Cloud, as asynchronous tasks. */
export const ALIBABA_WIRE: Wire = {
  engineId: ALIBABA_ENGINE_ID,
  name: "Alibaba Cloud",
  baseUrl: "https://dashscope-intl.aliyuncs.com",
  keyHosts: [],
  models: ALIBABA_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({
    method: "POST",
    path: "api/v1/services/aigc/video-generation/video-synthesis",
    headers: { "x-dashscope-async": "enable" },
    json: {
      model: order.model.remote,
      input: { prompt: order.request.text, ...optional("negative_prompt", order.request.negative) },
      parameters: {
        resolution: settingOf(order, "resolution"),
        ratio: order.request.aspectRatio,
        duration: Number(settingOf(order, "duration")),
        seed: seedOf(order) % (MAX_SEED + 1),
        watermark: false,
      },
    },
  }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Task, json).output.task_id } }),
  jobs: { look: (job) => ({ method: "GET", path: `api/v1/tasks/${job.id}` }), seen, stop: () => null },
  refusal: ({ json }) => {
    const problem = z.object({ code: z.string(), message: z.string() }).safeParse(json);
    return problem.success && isModerated(problem.data.code) ? { kind: "refused", reason: problem.data.message } : null;
  },
  check: { method: "GET", path: "api/v1/tasks/?page_no=1&page_size=1" },
};

const isModerated = (code: string) => code.startsWith("DataInspectionFailed");

function seen({ json }: Answer): Seen {
  const { task_status: status, video_url: url, code, message } = known(Task, json).output;
  switch (status) {
    case "PENDING":
      return { state: "queued", position: null };
    case "RUNNING":
      return { state: "processing", progress: null };
    case "SUCCEEDED":
      return { state: "succeeded", outputs: url ? [{ url, mimeType: "video/mp4" }] : [], costMicros: null };
    case "FAILED": {
      const reason = message ?? code ?? "The task failed.";
      return { state: "failed", failure: { kind: isModerated(code ?? "") ? "refused" : "engine-fault", reason }, costMicros: null };
    }
    case "CANCELED":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at Alibaba Cloud." }, costMicros: null };
    case "UNKNOWN":
      return {
        state: "failed",
        failure: { kind: "expired-output", reason: "Alibaba Cloud keeps a task for a day; this one is gone." },
        costMicros: null,
      };
    default:
      return status satisfies never;
  }
}
