import { accepts, perImage } from "../http/model";
import type { WireModel } from "../http/wire";

export const OPENAI_ENGINE_ID = "openai";
export const OPENAI_COMPATIBLE_ENGINE_ID = "openai-compatible";

const SIDES = { draft: 1024, final: 1024 } as const;

/** Micro-dollars for a million tokens, by OpenAI's price list of this model. */
const TOKENS = { text: 5_000_000, image: 8_000_000, output: 30_000_000 };

/** Squares only: the price of other shapes is not known. Draft is the low quality, final the high one. */
export const OPENAI_MODELS: readonly WireModel[] = [
  {
    remote: "gpt-image-2",
    pricing: perImage(6_000, 211_000),
    tokens: TOKENS,
    accepts: accepts({
      modelId: "gpt-image-2",
      name: "GPT Image 2",
      category: "image.generate",
      longSide: SIDES,
      aspectRatios: ["1:1"],
      maxVariants: 8,
    }),
  },
  {
    remote: "gpt-image-2",
    pricing: perImage(18_000, 633_000),
    tokens: TOKENS,
    accepts: accepts({
      modelId: "gpt-image-2-edit",
      name: "GPT Image 2 edit",
      category: "image.edit",
      longSide: SIDES,
      aspectRatios: ["1:1"],
      maxVariants: 8,
      referenceRoles: ["image", "mask", "style", "product", "character"],
      requiredReferences: ["image"],
      maxReferences: 8,
    }),
  },
];

export const OPENAI_COMPATIBLE_MODELS: readonly WireModel[] = [
  {
    remote: "image",
    pricing: null,
    accepts: accepts({
      modelId: "image",
      name: "OpenAI-compatible image server",
      category: "image.generate",
      longSide: SIDES,
      aspectRatios: ["1:1"],
      maxVariants: 4,
    }),
  },
];
