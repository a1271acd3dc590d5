import { z } from "zod";
import type { Failure } from "@/lib/domain/run/failure";
import { costOfFigure } from "../http/billed";
import type { Answer } from "../http/exchange";
import { dataUrl, known, optional, seedOf, withRole } from "../http/order";
import type { LoadedReference, Order, Seen, Wire } from "../http/wire";
import { MICROS_PER_CREDIT, RATIOS, RUNWAY_ENGINE_ID, RUNWAY_MODELS } from "./models";

const API_VERSION = "2024-11-06";

/** Runway's tasks. There are no webhooks. A cancelled task is deleted: afterwards it cannot be read again. */
export const RUNWAY_WIRE: Wire = {
  engineId: RUNWAY_ENGINE_ID,
  name: "Runway",
  baseUrl: "https://api.dev.runwayml.com/v1",
  keyHosts: [],
  models: RUNWAY_MODELS,
  // A data address may have 5 MB; a third of it is the way of writing.
  maxReferenceBytes: 3_700_000,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}`, "x-runway-version": API_VERSION }),
  start,
  accepted: ({ json }) => ({ kind: "job", job: { id: known(z.object({ id: z.string().min(1) }), json).id } }),
  jobs: {
    look: (job) => ({ method: "GET", path: `tasks/${job.id}` }),
    seen,
    stop: (job) => ({ method: "DELETE", path: `tasks/${job.id}` }),
  },
  refusal,
  lookEveryMs: 5_000,
  check: { method: "GET", path: "organization" },
};

/** Runway forgets a task that was cancelled, and says so in its own form; a gateway's 404 has none. */
const Forgotten = z.object({ error: z.string() });

function refusal({ status, json }: Answer): Failure | null {
  if (status !== 404 || !Forgotten.safeParse(json).success) return null;
  return { kind: "cancelled", reason: "The task was cancelled and deleted at Runway." };
}

function start(order: Order) {
  const { request, model } = order;
  const performer = withRole(order, "motion");
  if (performer) return performance(order, performer);
  const frame = withRole(order, "start-frame");
  return {
    method: "POST",
    path: frame ? "image_to_video" : "text_to_video",
    json: {
      model: model.remote,
      ...optional("promptText", request.text),
      ...optional("promptImage", frame && [{ uri: dataUrl(frame), position: "first" }]),
      ratio: RATIOS[request.aspectRatio],
      duration: request.settings.duration,
      seed: seedOf(order),
    },
  } as const;
}

/** A character acts as the person in a clip does. There are no words in it. */
function performance(order: Order, performer: LoadedReference) {
  const { request, model } = order;
  const character = withRole(order, "character");
  return {
    method: "POST",
    path: "character_performance",
    json: {
      model: model.remote,
      ...optional("character", character && { type: "image", uri: dataUrl(character) }),
      reference: { type: "video", uri: dataUrl(performer) },
      ratio: RATIOS[request.aspectRatio],
      bodyControl: request.settings.body === true,
      expressionIntensity: request.settings.expression,
      seed: seedOf(order),
    },
  } as const;
}

const Cost = z.object({ credits: z.number() }).nullish();
const Task = z.discriminatedUnion("status", [
  z.object({ status: z.literal("PENDING") }),
  z.object({ status: z.literal("THROTTLED") }),
  z.object({ status: z.literal("RUNNING"), progress: z.number().nullish() }),
  z.object({ status: z.literal("SUCCEEDED"), output: z.array(z.string()), cost: Cost }),
  z.object({ status: z.literal("FAILED"), failure: z.string().nullish(), failureCode: z.string().nullish(), cost: Cost }),
  z.object({ status: z.literal("CANCELLED"), cost: Cost }),
]);

function seen({ json }: Answer): Seen {
  const task = known(Task, json);
  switch (task.status) {
    case "PENDING":
    case "THROTTLED":
      return { state: "queued", position: null };
    case "RUNNING":
      return { state: "processing", progress: task.progress ?? null };
    case "SUCCEEDED":
      return { state: "succeeded", outputs: task.output.map((url) => ({ url, mimeType: "video/mp4" })), costMicros: microsOf(task.cost) };
    case "FAILED":
      return { state: "failed", failure: failureFrom(task.failureCode ?? "", task.failure ?? ""), costMicros: microsOf(task.cost) };
    case "CANCELLED":
      return { state: "failed", failure: { kind: "cancelled", reason: "Cancelled at Runway." }, costMicros: microsOf(task.cost) };
    default:
      return task satisfies never;
  }
}

const microsOf = (cost: z.infer<typeof Cost>) => costOfFigure(cost?.credits, MICROS_PER_CREDIT);

function failureFrom(code: string, words: string): Failure {
  const reason = [code, words].filter((part) => part !== "").join(": ");
  if (/SAFETY|MODERATION/.test(code)) return { kind: "refused", reason };
  if (/^ASSET\.|^INPUT_PREPROCESSING/.test(code)) return { kind: "invalid-input", reason };
  return { kind: "engine-fault", reason: reason === "" ? "The task failed." : reason };
}
