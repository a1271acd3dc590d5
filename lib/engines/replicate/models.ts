import { accepts, perImage } from "../http/model";
import type { WireModel } from "../http/wire";

export const REPLICATE_ENGINE_ID = "replicate";

const SIDES = { draft: 768, final: 1024 } as const;

function model(remote: string, name: string, pricing: WireModel["pricing"] = null): WireModel {
  return { remote, pricing, accepts: accepts({ modelId: remote, name, category: "image.generate", longSide: SIDES, seeds: true }) };
}

export const REPLICATE_MODELS: readonly WireModel[] = [
  model("black-forest-labs/flux-schnell", "FLUX.1 Schnell"),
  model("black-forest-labs/flux-dev", "FLUX.1 Dev"),
  model("black-forest-labs/flux-2-pro", "FLUX.2 Pro"),
  model("stability-ai/stable-diffusion-3.5-large", "Stable Diffusion 3.5 Large", perImage(40_000)),
];
