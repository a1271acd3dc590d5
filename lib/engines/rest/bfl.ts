import { z } from "zod";
import { costOfFigure } from "../http/billed";
import type { Answer } from "../http/exchange";
import { base64, known, seedOf } from "../http/order";
import type { Job, Order, Seen, Wire } from "../http/wire";
import { BFL_ENGINE_ID, BFL_MODELS } from "./models";

/** A credit is one cent. */
const MICROS_PER_CREDIT = 10_000;

const Started = z.object({ id: z.string().min(1), polling_url: z.string(), cost: z.number().nullish() });
const Result = z.object({
  status: z.enum(["Task not found", "Pending", "Request Moderated", "Content Moderated", "Ready", "Error"]),
  result: z.object({ sample: z.string().nullish(), seed: z.number().nullish() }).nullish(),
  progress: z.number().nullish(),
  details: z.unknown().optional(),
});

/** Black Forest Labs' own API. It answers with the address to poll, on one of its regional hosts. */
export const BFL_WIRE: Wire = {
  engineId: BFL_ENGINE_ID,
  name: "Black Forest Labs",
  baseUrl: "https://api.bfl.ai",
  keyHosts: [".bfl.ai"],
  models: BFL_MODELS,
  authorisation: ({ apiKey }) => ({ "x-key": apiKey }),
  start: (order) => ({ method: "POST", path: `v1/${order.model.remote}`, json: bodyOf(order) }),
  accepted: ({ json }) => {
    const { id, polling_url: pollingUrl, cost } = known(Started, json);
    return { kind: "job", job: { id, pollingUrl, credits: cost ?? null } };
  },
  jobs: { look: (job) => ({ method: "GET", path: String(job.pollingUrl) }), seen, stop: () => null },
  check: { method: "GET", path: "v1/credits" },
};

function bodyOf(order: Order): object {
  const { request, width, height } = order;
  const pictures = [...order.references].sort((a, b) => Number(b.role === "image") - Number(a.role === "image"));
  return {
    prompt: request.text,
    width,
    height,
    seed: seedOf(order),
    output_format: "png",
    ...Object.fromEntries(pictures.map(({ bytes }, index) => [index === 0 ? "input_image" : `input_image_${index + 1}`, base64(bytes)])),
  };
}

function seen({ json }: Answer, job: Job): Seen {
  const { status, result, progress, details } = known(Result, json);
  const costMicros = typeof job.credits === "number" ? costOfFigure(job.credits, MICROS_PER_CREDIT) : null;
  switch (status) {
    case "Pending":
      return { state: "processing", progress: progress ?? null };
    case "Ready": {
      const outputs = result?.sample ? [{ url: result.sample, mimeType: "image/png", seed: result.seed ?? undefined }] : [];
      return { state: "succeeded", outputs, costMicros: outputs.length > 0 ? costMicros : null };
    }
    case "Request Moderated":
      return {
        state: "failed",
        failure: { kind: "refused", reason: `The request was moderated. ${words(details)}`.trim() },
        costMicros: null,
      };
    case "Content Moderated":
      return {
        state: "failed",
        failure: { kind: "refused", reason: `The output was moderated. ${words(details)}`.trim() },
        costMicros: null,
      };
    case "Task not found":
      return {
        state: "failed",
        failure: { kind: "expired-output", reason: "Black Forest Labs does not know this task any more." },
        costMicros: null,
      };
    case "Error":
      return { state: "failed", failure: { kind: "engine-fault", reason: words(details) || "The task failed." }, costMicros: null };
    default:
      return status satisfies never;
  }
}

const words = (details: unknown) => (details == null ? "" : JSON.stringify(details).slice(0, 300));
