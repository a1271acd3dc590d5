import { accepts, choiceOf, perImage, perSecond } from "../http/model";
import type { WireModel } from "../http/wire";

export const BFL_ENGINE_ID = "bfl";
export const GMI_ENGINE_ID = "gmi";
export const KREA_ENGINE_ID = "krea";
export const KLING_ENGINE_ID = "kling";
export const STABILITY_ENGINE_ID = "stability";
export const COMFYUI_ENGINE_ID = "comfyui";

const SIDES = { draft: 768, final: 1024 } as const;

export const BFL_MODELS: readonly WireModel[] = [
  {
    remote: "flux-pro-1.1",
    pricing: perImage(50_000),
    accepts: accepts({ modelId: "flux-pro-1.1", name: "FLUX 1.1 Pro", category: "image.generate", longSide: SIDES, seeds: true }),
  },
  {
    remote: "flux-2-pro",
    pricing: null,
    accepts: accepts({
      modelId: "flux-2-pro",
      name: "FLUX.2 Pro",
      category: "image.generate",
      longSide: SIDES,
      seeds: true,
      referenceRoles: ["style", "product", "character", "composition"],
      maxReferences: 8,
    }),
  },
  {
    remote: "flux-2-pro",
    pricing: null,
    accepts: accepts({
      modelId: "flux-2-pro-edit",
      name: "FLUX.2 Pro edit",
      category: "image.edit",
      longSide: SIDES,
      seeds: true,
      referenceRoles: ["image", "style", "product", "character"],
      requiredReferences: ["image"],
      maxReferences: 8,
    }),
  },
];

export const GMI_MODELS: readonly WireModel[] = [
  {
    remote: "gpt-image-2-generate",
    pricing: null,
    accepts: accepts({
      modelId: "gpt-image-2-generate",
      name: "GPT Image 2 at GMI Cloud",
      category: "image.generate",
      longSide: SIDES,
      aspectRatios: ["1:1"],
    }),
  },
];

export const KREA_MODELS: readonly WireModel[] = [
  {
    remote: "image/bfl/flux-1-dev",
    pricing: null,
    accepts: accepts({ modelId: "bfl/flux-1-dev", name: "FLUX.1 Dev at Krea", category: "image.generate", longSide: SIDES, seeds: true }),
  },
];

const KLING_SETTINGS = [choiceOf("duration", "Length", ["5", "10"], "5", " s"), choiceOf("mode", "Mode", ["std", "pro"], "std")];

export const KLING_MODELS: readonly WireModel[] = [
  {
    remote: "kling-v3",
    pricing: perSecond(50_000),
    accepts: accepts({
      modelId: "kling-v3",
      name: "Kling 3.0",
      category: "video.generate",
      longSide: { draft: 1280, final: 1920 },
      aspectRatios: ["16:9", "9:16", "1:1"],
      negative: true,
      referenceRoles: ["start-frame", "end-frame"],
      maxReferences: 2,
      settings: KLING_SETTINGS,
    }),
  },
];

export const STABILITY_MODELS: readonly WireModel[] = [
  {
    remote: "generate/sd3",
    pricing: perImage(65_000),
    accepts: accepts({
      modelId: "sd3.5-large",
      name: "Stable Diffusion 3.5 Large",
      category: "image.generate",
      longSide: { draft: 1024, final: 1024 },
      aspectRatios: ["1:1", "2:3", "3:2", "4:5", "5:4", "9:16", "16:9", "21:9"],
      negative: true,
      seeds: true,
    }),
  },
  {
    remote: "edit/inpaint",
    pricing: null,
    accepts: accepts({
      modelId: "inpaint",
      name: "Stable Image inpaint",
      category: "image.edit",
      longSide: { draft: 1024, final: 1024 },
      aspectRatios: [],
      negative: true,
      // It can make words weaker, not stronger; SD 3.5 says nothing of weights.
      wordWeights: { least: 0, most: 1 },
      seeds: true,
      referenceRoles: ["image", "mask"],
      requiredReferences: ["image", "mask"],
      maxReferences: 2,
    }),
  },
];

export const COMFYUI_MODELS: readonly WireModel[] = [
  {
    remote: "checkpoint",
    // It runs on the workspace's own hardware.
    pricing: perImage(0),
    accepts: accepts({
      modelId: "checkpoint",
      name: "ComfyUI checkpoint",
      category: "image.generate",
      longSide: SIDES,
      negative: true,
      // The server sets no limit; beyond this a picture is only noise.
      wordWeights: { least: 0, most: 5 },
      seeds: true,
      settings: [
        { kind: "number", key: "steps", label: "Steps", min: 1, max: 60, step: 1, unit: null, default: 20 },
        { kind: "number", key: "guidance", label: "Guidance", min: 1, max: 20, step: 0.5, unit: null, default: 7 },
      ],
    }),
  },
];
