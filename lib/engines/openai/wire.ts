import { z } from "zod";
import type { TokenCount } from "@/lib/domain/engine/pricing";
import type { Failure } from "@/lib/domain/run/failure";
import { costOfTokens } from "../http/billed";
import type { Answer, Outgoing } from "../http/exchange";
import { fromBase64, known } from "../http/order";
import type { Accepted, LoadedReference, Order, Wire } from "../http/wire";
import { withTransparentMask } from "./mask";
import { OPENAI_COMPATIBLE_ENGINE_ID, OPENAI_COMPATIBLE_MODELS, OPENAI_ENGINE_ID, OPENAI_MODELS } from "./models";

const Images = z.object({ data: z.array(z.object({ b64_json: z.string().nullish() })).nullish() });
const Usage = z.object({
  usage: z.object({
    input_tokens: z.number(),
    output_tokens: z.number(),
    input_tokens_details: z.object({ text_tokens: z.number(), image_tokens: z.number() }).nullish(),
  }),
});
const Problem = z.object({ error: z.object({ code: z.string().nullish(), type: z.string().nullish(), message: z.string().nullish() }) });

/** OpenAI's pictures: the answer is the output. */
export const OPENAI_WIRE: Wire = {
  engineId: OPENAI_ENGINE_ID,
  name: "OpenAI",
  baseUrl: "https://api.openai.com/v1",
  keyHosts: [],
  models: OPENAI_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  prepared: withTransparentMask,
  start: (order) => (order.model.accepts.category === "image.edit" ? edit(order) : generation(order, qualityOf(order))),
  accepted,
  refusal,
  faultsAreFinal: true,
  submitTimeoutMs: 300_000,
  check: { method: "GET", path: "models" },
};

/** Any server that answers as OpenAI's image endpoint does. The workspace names its address and its model. */
export const OPENAI_COMPATIBLE_WIRE: Wire = {
  ...OPENAI_WIRE,
  engineId: OPENAI_COMPATIBLE_ENGINE_ID,
  name: "OpenAI-compatible server",
  baseUrl: "",
  models: OPENAI_COMPATIBLE_MODELS,
  authorisation: ({ apiKey }) => (apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` }),
  start: (order) => generation(order, { model: order.connection.options.model ?? order.model.remote, response_format: "b64_json" }),
};

const qualityOf = ({ request, model }: Order) => ({ model: model.remote, quality: request.quality === "final" ? "high" : "low" });

function generation({ request, width, height }: Order, more: object): Outgoing {
  return {
    method: "POST",
    path: "images/generations",
    json: { prompt: request.text, n: request.seeds.length, size: `${width}x${height}`, ...more },
  };
}

function edit(order: Order): Outgoing {
  const { request, width, height } = order;
  const form = new FormData();
  for (const [key, value] of Object.entries(qualityOf(order))) form.set(key, value);
  form.set("prompt", request.text);
  form.set("n", String(request.seeds.length));
  form.set("size", `${width}x${height}`);
  // The picture to change comes first; the others only inspire.
  const pictures = order.references
    .filter(({ role }) => role !== "mask")
    .sort((a, b) => Number(b.role === "image") - Number(a.role === "image"));
  for (const [index, picture] of pictures.entries()) form.append("image[]", fileOf(picture), `image-${index}`);
  const mask = order.references.find(({ role }) => role === "mask");
  if (mask) form.set("mask", fileOf(mask), "mask");
  return { method: "POST", path: "images/edits", form };
}

const fileOf = ({ bytes, mimeType }: LoadedReference) => new Blob([new Uint8Array(bytes)], { type: mimeType });

function accepted({ json }: Answer, order: Order): Accepted {
  const pictures = (known(Images, json).data ?? []).flatMap(({ b64_json: text }) => (text ? [fromBase64(text)] : []));
  return {
    kind: "done",
    outputs: pictures.map((bytes) => ({ bytes, mimeType: "image/png" })),
    costMicros: costOfTokens(order, countIn(json)),
  };
}

/** Pictures that are read cost more than words: where the answer does not split them, all counts as pictures. */
function countIn(json: unknown): TokenCount | null {
  const usage = Usage.safeParse(json).data?.usage;
  if (!usage) return null;
  const { input_tokens: input, output_tokens: output, input_tokens_details: split } = usage;
  return { text: split?.text_tokens ?? 0, image: split ? split.image_tokens : input, output };
}

function refusal({ json }: Answer): Failure | null {
  const problem = Problem.safeParse(json);
  if (!problem.success) return null;
  const { code, type, message } = problem.data.error;
  const reason = message ?? code ?? type ?? "";
  if (code === "moderation_blocked" || code === "content_policy_violation") return { kind: "refused", reason };
  if (code === "insufficient_quota" || code === "billing_hard_limit_reached") return { kind: "quota", reason };
  return null;
}
