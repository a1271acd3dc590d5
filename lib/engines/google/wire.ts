import { z } from "zod";
import type { TokenCount } from "@/lib/domain/engine/pricing";
import type { Failure } from "@/lib/domain/run/failure";
import { costOfTokens } from "../http/billed";
import type { Answer } from "../http/exchange";
import { base64, fromBase64, known, optional, settingOf, withRole } from "../http/order";
import type { Accepted, LoadedReference, Order, Seen, Wire } from "../http/wire";
import { GOOGLE_ENGINE_ID, GOOGLE_MODELS } from "./models";

const isVideo = ({ model }: Order) => model.accepts.category === "video.generate";

/**
 * Gemini pictures (the answer is the output) and Veo (a long-running operation). Spoken to directly: the library strips the
 * reasons of its safety filter and puts the key into the output's address.
 */
export const GOOGLE_WIRE: Wire = {
  engineId: GOOGLE_ENGINE_ID,
  name: "Google",
  baseUrl: "https://generativelanguage.googleapis.com/v1beta",
  keyHosts: [],
  models: GOOGLE_MODELS,
  authorisation: ({ apiKey }) => ({ "x-goog-api-key": apiKey }),
  start: (order) => ({
    method: "POST",
    path: `models/${order.model.remote}:${isVideo(order) ? "predictLongRunning" : "generateContent"}`,
    json: isVideo(order) ? clipOf(order) : pictureOf(order),
  }),
  accepted: (answer, order) => (isVideo(order) ? operationIn(answer) : picturesIn(answer, order)),
  jobs: { look: (job) => ({ method: "GET", path: String(job.name) }), seen, stop: () => null },
  outputsNeedKey: true,
  submitTimeoutMs: 180_000,
  check: { method: "GET", path: "models?pageSize=1" },
};

function pictureOf({ request, references }: Order): object {
  const pictures = [...references].sort((a, b) => Number(b.role === "image") - Number(a.role === "image"));
  return {
    contents: [
      {
        role: "user",
        parts: [
          { text: request.text },
          ...pictures.map((picture) => ({ inlineData: { mimeType: picture.mimeType, data: base64(picture.bytes) } })),
        ],
      },
    ],
    generationConfig: { responseModalities: ["IMAGE"], imageConfig: { aspectRatio: request.aspectRatio } },
  };
}

function clipOf(order: Order): object {
  const { request } = order;
  const frame = (reference: LoadedReference | undefined) =>
    reference && { bytesBase64Encoded: base64(reference.bytes), mimeType: reference.mimeType };
  return {
    instances: [
      {
        prompt: request.text,
        ...optional("image", frame(withRole(order, "start-frame"))),
        ...optional("lastFrame", frame(withRole(order, "end-frame"))),
      },
    ],
    parameters: {
      aspectRatio: request.aspectRatio,
      durationSeconds: Number(settingOf(order, "duration")),
      sampleCount: 1,
      ...optional("negativePrompt", request.negative),
    },
  };
}

const Content = z.object({
  candidates: z
    .array(
      z.object({
        finishReason: z.string().nullish(),
        finishMessage: z.string().nullish(),
        content: z
          .object({ parts: z.array(z.object({ inlineData: z.object({ mimeType: z.string(), data: z.string() }).nullish() })).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish(), blockReasonMessage: z.string().nullish() }).nullish(),
});

const Usage = z.object({
  usageMetadata: z.object({
    promptTokenCount: z.number(),
    candidatesTokenCount: z.number(),
    thoughtsTokenCount: z.number().nullish(),
  }),
});

/** Words and pictures that are read cost the same here; what it thought is billed as output. */
function countIn(json: unknown): TokenCount | null {
  const usage = Usage.safeParse(json).data?.usageMetadata;
  if (!usage) return null;
  return { text: usage.promptTokenCount, image: 0, output: usage.candidatesTokenCount + (usage.thoughtsTokenCount ?? 0) };
}

const REFUSING = /SAFETY|PROHIBITED|BLOCK|RECITATION|SPII/;

function picturesIn({ json }: Answer, order: Order): Accepted {
  const { candidates, promptFeedback } = known(Content, json);
  const parts = (candidates ?? []).flatMap(({ content }) => content?.parts ?? []);
  const outputs = parts.flatMap(({ inlineData }) =>
    inlineData ? [{ bytes: fromBase64(inlineData.data), mimeType: inlineData.mimeType }] : [],
  );
  if (outputs.length > 0) return { kind: "done", outputs, costMicros: costOfTokens(order, countIn(json)) };
  const block = promptFeedback?.blockReason;
  if (block)
    return {
      kind: "failed",
      failure: { kind: "refused", reason: promptFeedback.blockReasonMessage ?? `The prompt was blocked: ${block}.` },
    };
  const ended = candidates?.find(({ finishReason }) => REFUSING.test(finishReason ?? ""));
  if (ended)
    return {
      kind: "failed",
      failure: { kind: "refused", reason: ended.finishMessage ?? `The output was blocked: ${ended.finishReason}.` },
    };
  return { kind: "done", outputs: [], costMicros: null };
}

function operationIn({ json }: Answer): Accepted {
  return { kind: "job", job: { name: known(z.object({ name: z.string().min(1) }), json).name } };
}

const LongRunning = z.object({
  done: z.boolean().nullish(),
  error: z.object({ code: z.number().nullish(), message: z.string().nullish() }).nullish(),
  response: z
    .object({
      generateVideoResponse: z
        .object({
          generatedSamples: z.array(z.object({ video: z.object({ uri: z.string() }) })).nullish(),
          raiMediaFilteredCount: z.number().nullish(),
          raiMediaFilteredReasons: z.array(z.string()).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

function seen({ json }: Answer): Seen {
  const { done, error, response } = known(LongRunning, json);
  if (!done) return { state: "processing", progress: null };
  if (error) return { state: "failed", failure: failureFrom(error.code ?? 0, error.message ?? "The operation failed."), costMicros: null };
  const made = response?.generateVideoResponse;
  const outputs = (made?.generatedSamples ?? []).map(({ video }) => ({ url: video.uri, mimeType: "video/mp4" }));
  if (outputs.length === 0 && (made?.raiMediaFilteredCount ?? 0) > 0)
    return {
      state: "failed",
      failure: { kind: "refused", reason: made?.raiMediaFilteredReasons?.join("; ") ?? "Filtered by Google." },
      costMicros: null,
    };
  return { state: "succeeded", outputs, costMicros: null };
}

/** Codes of Google's RPC: 3 invalid argument, 4 deadline, 8 exhausted. */
function failureFrom(code: number, reason: string): Failure {
  if (/safety|polic|prohibited|responsible ai/i.test(reason)) return { kind: "refused", reason };
  if (code === 8) return { kind: "quota", reason };
  if (code === 4) return { kind: "timeout", reason };
  return { kind: code === 3 ? "invalid-input" : "engine-fault", reason };
}
