import { completeSettings } from "@/lib/domain/engine/control";
import { ALIBABA_WIRE } from "@/lib/engines/alibaba/wire";
import type { EngineRequest } from "@/lib/engines/engine";
import { FAL_WIRE } from "@/lib/engines/fal/wire";
import { GATEWAY_WIRE } from "@/lib/engines/gateway/wire";
import { GOOGLE_WIRE } from "@/lib/engines/google/wire";
import { HEYGEN_WIRE } from "@/lib/engines/heygen/wire";
import { perImage } from "@/lib/engines/http/model";
import type { Wire, WireModel } from "@/lib/engines/http/wire";
import { LUMA_WIRE } from "@/lib/engines/luma/wire";
import { OPENAI_WIRE } from "@/lib/engines/openai/wire";
import { OPENROUTER_WIRE } from "@/lib/engines/openrouter/wire";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { BFL_WIRE } from "@/lib/engines/rest/bfl";
import { COMFYUI_WIRE } from "@/lib/engines/rest/comfyui";
import { GMI_WIRE } from "@/lib/engines/rest/gmi";
import { KLING_WIRE } from "@/lib/engines/rest/kling";
import { KREA_WIRE } from "@/lib/engines/rest/krea";
import { STABILITY_WIRE } from "@/lib/engines/rest/stability";
import { RUNWAY_WIRE } from "@/lib/engines/runway/wire";
import { XAI_WIRE } from "@/lib/engines/xai/wire";
import type { FakeProtocol } from "../fakes/fake-provider";
import * as protocols from "../fakes/protocols";

/** A wire with the fake of its provider, and what differs from the others. */
export interface Subject {
  readonly name: string;
  readonly wire: Wire;
  readonly protocol: FakeProtocol;
  readonly modelId: string;
  /** The seed inside a submit, where the provider takes one. */
  readonly seedIn?: (body: never) => unknown;
  /** Whether the provider can be asked to stop. */
  readonly stops: boolean;
  /** Whether the provider lists its jobs with what they were made of. */
  readonly lists?: true;
  /** Whether the provider moderates. */
  readonly moderates: boolean;
  /** The provider's own figure for a success, where it says one. */
  readonly costMicros?: bigint;
  /** What it answers to a repeated word for "no quota". */
  readonly change?: Partial<EngineRequest>;
}

/** Every model with a price, as in a workspace whose lead entered the missing ones. */
function priced<Model extends WireModel>(wire: Wire<Model>): Wire {
  const models = wire.models.map((model) => ({ ...model, pricing: model.pricing ?? perImage(1_000) }));
  return { ...wire, models } as Wire<WireModel> & Wire<Model>;
}

export const SUBJECTS: readonly Subject[] = [
  {
    name: "fal",
    wire: priced(FAL_WIRE),
    protocol: protocols.FAL,
    modelId: "fal-ai/stable-diffusion-v35-large",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: true,
    moderates: true,
    costMicros: 40_000n,
  },
  {
    name: "Replicate",
    lists: true,
    wire: priced(REPLICATE_WIRE),
    protocol: protocols.REPLICATE,
    modelId: "stability-ai/stable-diffusion-3.5-large",
    seedIn: (body: { input: { seed: unknown } }) => body.input.seed,
    stops: true,
    moderates: true,
  },
  {
    name: "Runway",
    wire: priced(RUNWAY_WIRE),
    protocol: protocols.RUNWAY,
    modelId: "gen4.5",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: true,
    moderates: true,
    costMicros: 600_000n,
  },
  { name: "Luma", wire: priced(LUMA_WIRE), protocol: protocols.LUMA, modelId: "ray-2", stops: false, moderates: true },
  {
    name: "OpenRouter",
    wire: priced(OPENROUTER_WIRE),
    protocol: protocols.OPENROUTER,
    modelId: "google/veo-3.1",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: false,
    moderates: true,
    costMicros: 800_000n,
  },
  {
    name: "Black Forest Labs",
    wire: priced(BFL_WIRE),
    protocol: protocols.BFL,
    modelId: "flux-pro-1.1",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: false,
    moderates: true,
    costMicros: 40_000n,
  },
  { name: "GMI Cloud", wire: priced(GMI_WIRE), protocol: protocols.GMI, modelId: "gpt-image-2-generate", stops: false, moderates: true },
  {
    name: "Krea",
    wire: priced(KREA_WIRE),
    protocol: protocols.KREA,
    modelId: "bfl/flux-1-dev",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: false,
    moderates: true,
  },
  { name: "Kling", lists: true, wire: priced(KLING_WIRE), protocol: protocols.KLING, modelId: "kling-v3", stops: false, moderates: true },
  {
    name: "Alibaba Cloud",
    wire: priced(ALIBABA_WIRE),
    protocol: protocols.ALIBABA,
    modelId: "wan2.7-t2v",
    seedIn: (body: { parameters: { seed: unknown } }) => body.parameters.seed,
    stops: false,
    moderates: true,
  },
  {
    name: "ComfyUI",
    wire: priced(COMFYUI_WIRE),
    protocol: protocols.COMFYUI,
    modelId: "checkpoint",
    seedIn: (body: { prompt: { sampler: { inputs: { seed: unknown } } } }) => body.prompt.sampler.inputs.seed,
    stops: true,
    moderates: false,
    costMicros: 0n,
  },
  {
    name: "Stability AI",
    wire: priced(STABILITY_WIRE),
    protocol: protocols.STABILITY,
    modelId: "sd3.5-large",
    seedIn: (body: { seed: string[] }) => Number(body.seed[0]),
    stops: false,
    moderates: true,
  },
  {
    name: "OpenAI",
    wire: priced(OPENAI_WIRE),
    protocol: protocols.OPENAI,
    modelId: "gpt-image-2",
    stops: false,
    moderates: true,
    costMicros: 211_000n,
  },
  {
    name: "Gemini",
    wire: priced(GOOGLE_WIRE),
    protocol: protocols.GEMINI,
    modelId: "gemini-2.5-flash-image",
    stops: false,
    moderates: true,
    costMicros: 38_703n,
  },
  {
    name: "Veo",
    wire: priced(GOOGLE_WIRE),
    protocol: protocols.VEO,
    modelId: "veo-3.1-fast-generate-preview",
    stops: false,
    moderates: true,
  },
  {
    name: "Grok Imagine",
    wire: priced(XAI_WIRE),
    protocol: protocols.XAI,
    modelId: "grok-imagine-video",
    stops: false,
    moderates: true,
    costMicros: 300_000n,
  },
  {
    name: "Vercel AI Gateway",
    wire: priced(GATEWAY_WIRE),
    protocol: protocols.GATEWAY,
    modelId: "bytedance/seedance-2.0",
    seedIn: (body: { seed: unknown }) => body.seed,
    stops: false,
    moderates: true,
    costMicros: 502_500n,
  },
  { name: "HeyGen", wire: priced(HEYGEN_WIRE), protocol: protocols.HEYGEN, modelId: "avatar-video", stops: false, moderates: true },
];

/** Whether the model answers with its outputs: there is no job to look at. */
export function answersAtOnce({ wire, modelId }: Subject): boolean {
  return wire.jobs === undefined || modelId.startsWith("gemini");
}

export function requestOf({ wire, modelId }: Subject, change: Partial<EngineRequest> = {}): EngineRequest {
  const model = wire.models.find(({ accepts }) => accepts.modelId === modelId);
  if (!model) throw new Error(`${wire.name} has no model ${modelId}`);
  return {
    runId: "run-1",
    modelId,
    revision: model.accepts.revision,
    text: "a fox in the snow",
    negative: "",
    aspectRatio: model.accepts.aspectRatios.includes("16:9") ? "16:9" : "1:1",
    quality: "final",
    settings: completeSettings(model.accepts.settings, {}),
    seeds: [11],
    references: [],
    ...change,
  };
}
