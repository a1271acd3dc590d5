import { z } from "zod";
import type { Failure } from "@/lib/domain/run/failure";
import type { EngineRequest } from "../engine";
import type { Answer, Outgoing } from "../http/exchange";
import { base64, known, optional, settingOf, withRole } from "../http/order";
import type { Accepted, Job, Order, Seen, Wire } from "../http/wire";
import { KLING_ENGINE_ID, KLING_MODELS } from "./models";

const Envelope = z.object({
  code: z.number(),
  message: z.string().nullish(),
  data: z
    .object({
      task_id: z.string(),
      task_status: z.enum(["submitted", "processing", "succeed", "failed"]).nullish(),
      task_status_msg: z.string().nullish(),
      task_result: z.object({ videos: z.array(z.object({ url: z.string() })).nullish() }).nullish(),
    })
    .nullish(),
});

const Listed = z.object({
  code: z.literal(0),
  data: z.array(
    z.object({
      task_id: z.string(),
      created_at: z.number(),
      task_info: z.object({ external_task_id: z.string().nullish() }).nullish(),
    }),
  ),
});
const PAGE_SIZE = 500;

/** Kling's own API. It wraps its errors into answers of any status, with a code of its own. */
export const KLING_WIRE: Wire = {
  engineId: KLING_ENGINE_ID,
  name: "Kling",
  baseUrl: "https://api-singapore.klingai.com",
  keyHosts: [],
  models: KLING_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({ method: "POST", path: pathFor(order.request), json: bodyOf(order) }),
  accepted,
  jobs: { look: (job) => ({ method: "GET", path: `${job.path}/${job.id}` }), seen, stop: (_job: Job) => null },
  list: {
    first: ({ request }) => pageOf(request, 0),
    read: ({ json }, { request }, page) => {
      const jobs = known(Listed, json).data.map(({ task_id: id, created_at: createdAtMs, task_info: info }) => ({
        job: { id, path: pathFor(request) },
        createdAtMs,
        isSought: info?.external_task_id === request.runId,
      }));
      return { jobs, next: jobs.length < PAGE_SIZE ? null : pageOf(request, page + 1) };
    },
  },
  refusal: ({ json }) => {
    const envelope = Envelope.safeParse(json);
    return envelope.success ? failureFrom(envelope.data.code, envelope.data.message ?? "") : null;
  },
  check: { method: "GET", path: "v1/videos/text2video?pageNum=1&pageSize=1" },
};

function pageOf(request: EngineRequest, page: number): Outgoing {
  return { method: "GET", path: `${pathFor(request)}?pageNum=${page + 1}&pageSize=${PAGE_SIZE}` };
}

function pathFor({ references }: EngineRequest): string {
  return references.some(({ role, weight }) => role === "start-frame" && weight > 0) ? "v1/videos/image2video" : "v1/videos/text2video";
}

function bodyOf(order: Order): object {
  const { request, model } = order;
  const [first, last] = [withRole(order, "start-frame"), withRole(order, "end-frame")];
  return {
    model_name: model.remote,
    prompt: request.text,
    ...optional("negative_prompt", request.negative),
    ...(first ? { image: base64(first.bytes) } : { aspect_ratio: request.aspectRatio }),
    ...optional("image_tail", last && base64(last.bytes)),
    duration: settingOf(order, "duration"),
    mode: settingOf(order, "mode"),
    // Our own name of the task: how it is found when the answer to this request is lost.
    external_task_id: request.runId,
  };
}

function accepted({ json }: Answer, order: Order): Accepted {
  const { code, message, data } = known(Envelope, json);
  if (code !== 0) return { kind: "failed", failure: failureFrom(code, message ?? "") };
  return { kind: "job", job: { id: known(z.object({ task_id: z.string() }), data).task_id, path: pathFor(order.request) } };
}

function seen({ json }: Answer): Seen {
  const { code, message, data } = known(Envelope, json);
  if (code !== 0) throw new Error(`Kling answered with code ${code}: ${message ?? ""}`);
  const status = data?.task_status ?? null;
  switch (status) {
    case "submitted":
      return { state: "queued", position: null };
    case "processing":
      return { state: "processing", progress: null };
    case "succeed":
      return {
        state: "succeeded",
        outputs: (data?.task_result?.videos ?? []).map(({ url }) => ({ url, mimeType: "video/mp4" })),
        costMicros: null,
      };
    case "failed": {
      const reason = data?.task_status_msg ?? "The task failed.";
      return {
        state: "failed",
        failure: { kind: /risk control|moderat|sensitive|polic/i.test(reason) ? "refused" : "engine-fault", reason },
        costMicros: null,
      };
    }
    case null:
      throw new Error("Kling answered without a status.");
    default:
      return status satisfies never;
  }
}

/** Kling's codes: 11xx account, 12xx request, 13xx strategy (risk control, rate), 5xxx fault. */
function failureFrom(code: number, words: string): Failure {
  const reason = `${code}: ${words}`;
  if (code === 1301) return { kind: "refused", reason };
  if (code === 1101 || code === 1102) return { kind: "quota", reason };
  if (code === 1302 || code === 1303) return { kind: "rate-limited", reason };
  return { kind: code >= 1200 && code < 1300 ? "invalid-input" : "engine-fault", reason };
}
