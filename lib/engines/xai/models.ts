import { accepts, choiceOf } from "../http/model";
import type { WireModel } from "../http/wire";

export const XAI_ENGINE_ID = "xai";

const SIDES = { draft: 1024, final: 1024 } as const;

function image(modelId: string, remote: string, name: string): WireModel {
  return { remote, pricing: null, accepts: accepts({ modelId, name, category: "image.generate", longSide: SIDES, maxVariants: 8 }) };
}

export const XAI_MODELS: readonly WireModel[] = [
  image("grok-imagine-image", "grok-imagine-image", "Grok Imagine"),
  image("grok-imagine-image-pro", "grok-imagine-image-pro", "Grok Imagine Pro"),
  {
    remote: "grok-imagine-image",
    pricing: null,
    accepts: accepts({
      modelId: "grok-imagine-image-edit",
      name: "Grok Imagine edit",
      category: "image.edit",
      longSide: SIDES,
      maxVariants: 8,
      referenceRoles: ["image", "style", "product", "character"],
      requiredReferences: ["image"],
      maxReferences: 3,
    }),
  },
  {
    remote: "grok-imagine-video",
    pricing: null,
    accepts: accepts({
      modelId: "grok-imagine-video",
      name: "Grok Imagine video",
      category: "video.generate",
      longSide: { draft: 1280, final: 1280 },
      aspectRatios: ["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3"],
      referenceRoles: ["start-frame"],
      maxReferences: 1,
      settings: [
        { kind: "number", key: "duration", label: "Length", min: 1, max: 15, step: 1, unit: "s", default: 6 },
        choiceOf("resolution", "Resolution", ["480p", "720p"], "720p"),
      ],
    }),
  },
];
