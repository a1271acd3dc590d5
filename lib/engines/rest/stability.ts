import type { Answer } from "../http/exchange";
import { seedOf, withRole } from "../http/order";
import type { Accepted, LoadedReference, Order, Wire } from "../http/wire";
import { STABILITY_ENGINE_ID, STABILITY_MODELS } from "./models";

/** Stability's largest seed is one below ours. */
const MAX_SEED = 4_294_967_294;

/** Stability answers with the picture itself; there is no job to come back to. */
export const STABILITY_WIRE: Wire = {
  engineId: STABILITY_ENGINE_ID,
  name: "Stability AI",
  baseUrl: "https://api.stability.ai",
  keyHosts: [],
  models: STABILITY_MODELS,
  authorisation: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
  start: (order) => ({
    method: "POST",
    path: `v2beta/stable-image/${order.model.remote}`,
    headers: { accept: "image/*" },
    form: formOf(order),
  }),
  accepted,
  refusal: ({ json, status }) =>
    status === 403 && typeof json === "object" && json !== null && Reflect.get(json, "name") === "content_moderation"
      ? { kind: "refused", reason: "Stability's moderation flagged the request." }
      : null,
  faultsAreFinal: true,
  submitTimeoutMs: 180_000,
  check: { method: "GET", path: "v1/user/balance" },
};

function formOf(order: Order): FormData {
  const { request, model } = order;
  const form = new FormData();
  form.set("prompt", request.text);
  if (request.negative !== "") form.set("negative_prompt", request.negative);
  form.set("seed", String(Math.min(seedOf(order), MAX_SEED)));
  form.set("output_format", "png");
  if (model.accepts.category === "image.generate") {
    form.set("model", model.accepts.modelId);
    form.set("mode", "text-to-image");
    form.set("aspect_ratio", request.aspectRatio);
  }
  for (const role of ["image", "mask"] as const) {
    const reference = withRole(order, role);
    if (reference) form.set(role, fileOf(reference), role);
  }
  return form;
}

const fileOf = ({ bytes, mimeType }: LoadedReference) => new Blob([new Uint8Array(bytes)], { type: mimeType });

function accepted({ headers, bytes }: Answer): Accepted {
  if (headers.get("finish-reason") === "CONTENT_FILTERED")
    return { kind: "failed", failure: { kind: "refused", reason: "Stability's filter blurred the output." } };
  const mimeType = headers.get("content-type") ?? "";
  if (!mimeType.startsWith("image/")) throw new Error(`Stability answered with ${mimeType || "no type"}, not with a picture.`);
  return { kind: "done", outputs: bytes.byteLength === 0 ? [] : [{ bytes, mimeType }], costMicros: null };
}
