import { z } from "zod";
import { weighedIn } from "@/lib/domain/prompt/weights";
import type { Answer } from "../http/exchange";
import { known, seedOf } from "../http/order";
import type { Job, Order, Seen, Wire } from "../http/wire";
import { COMFYUI_ENGINE_ID, COMFYUI_MODELS } from "./models";

const Started = z.object({ prompt_id: z.string().min(1) });
const History = z.record(
  z.string(),
  z.object({
    status: z.object({ status_str: z.enum(["success", "error"]), messages: z.array(z.tuple([z.string(), z.unknown()])).nullish() }),
    outputs: z.record(
      z.string(),
      z.object({ images: z.array(z.object({ filename: z.string(), subfolder: z.string(), type: z.string() })).nullish() }),
    ),
  }),
);

/** A ComfyUI server of one's own. Nothing is moderated there. The workspace names the checkpoint it has. */
export const COMFYUI_WIRE: Wire = {
  engineId: COMFYUI_ENGINE_ID,
  name: "ComfyUI",
  baseUrl: "",
  keyHosts: [],
  models: COMFYUI_MODELS,
  authorisation: ({ apiKey }) => (apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` }),
  start: (order) => ({ method: "POST", path: "prompt", json: { prompt: graphOf(order), client_id: "selects" } }),
  accepted: ({ json }) => ({ kind: "job", job: { id: known(Started, json).prompt_id } }),
  jobs: {
    look: (job) => ({ method: "GET", path: `history/${job.id}` }),
    seen,
    stop: (job) => ({ method: "POST", path: "interrupt", json: { prompt_id: job.id } }),
  },
  outputsNeedKey: true,
  // It is one's own server.
  lookEveryMs: 500,
  refusal: ({ json, status }) => {
    const errors = z.object({ node_errors: z.record(z.string(), z.unknown()), error: z.object({ message: z.string() }) }).safeParse(json);
    return status === 400 && errors.success
      ? { kind: "invalid-input", reason: `${errors.data.error.message} ${JSON.stringify(errors.data.node_errors).slice(0, 300)}` }
      : null;
  },
  check: { method: "GET", path: "system_stats" },
};

/** Text to picture with the nodes every ComfyUI has. */
function graphOf(order: Order): object {
  const { request, width, height, connection } = order;
  return {
    model: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: connection.options.checkpoint ?? "" } },
    positive: { class_type: "CLIPTextEncode", inputs: { text: wordsOf(request.text), clip: ["model", 1] } },
    negative: { class_type: "CLIPTextEncode", inputs: { text: wordsOf(request.negative), clip: ["model", 1] } },
    canvas: { class_type: "EmptyLatentImage", inputs: { width, height, batch_size: request.seeds.length } },
    sampler: {
      class_type: "KSampler",
      inputs: {
        model: ["model", 0],
        positive: ["positive", 0],
        negative: ["negative", 0],
        latent_image: ["canvas", 0],
        seed: seedOf(order),
        steps: request.settings.steps,
        cfg: request.settings.guidance,
        sampler_name: "euler",
        scheduler: "normal",
        denoise: 1,
      },
    },
    picture: { class_type: "VAEDecode", inputs: { samples: ["sampler", 0], vae: ["model", 2] } },
    save: { class_type: "SaveImage", inputs: { images: ["picture", 0], filename_prefix: "selects" } },
  };
}

/** To ComfyUI every bracket is a weight, of 1.1 where it names none: those that are only words stand behind a backslash. */
function wordsOf(text: string): string {
  const plain = (part: string) => part.replace(/\\?([()])/g, "\\$1");
  let end = 0;
  const parts = weighedIn(text).map(({ words, weight, at, length }) => {
    const before = plain(text.slice(end, at));
    end = at + length;
    return `${before}(${words}:${weight})`;
  });
  return parts.join("") + plain(text.slice(end));
}

function seen({ json }: Answer, job: Job): Seen {
  const entry = known(History, json)[String(job.id)];
  // The history names a prompt only once it is over.
  if (!entry) return { state: "processing", progress: null };
  const messages = entry.status.messages ?? [];
  if (messages.some(([name]) => name === "execution_interrupted"))
    return { state: "failed", failure: { kind: "cancelled", reason: "Interrupted on the ComfyUI server." }, costMicros: 0n };
  switch (entry.status.status_str) {
    case "success": {
      const files = Object.values(entry.outputs).flatMap(({ images }) => images ?? []);
      const outputs = files.map((file) => ({ url: `view?${new URLSearchParams(file)}`, mimeType: "image/png" }));
      return { state: "succeeded", outputs, costMicros: 0n };
    }
    case "error":
      return { state: "failed", failure: { kind: "engine-fault", reason: faultIn(messages) }, costMicros: 0n };
    default:
      return entry.status.status_str satisfies never;
  }
}

function faultIn(messages: readonly (readonly [string, unknown])[]): string {
  const detail = messages.find(([name]) => name === "execution_error")?.[1];
  const parsed = z.object({ exception_message: z.string() }).safeParse(detail);
  return parsed.success ? parsed.data.exception_message.slice(0, 500) : "The workflow failed.";
}
