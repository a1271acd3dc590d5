import type { Pricing } from "@/lib/domain/engine/pricing";
import { accepts } from "../http/model";
import type { WireModel } from "../http/wire";

export const OPENAI_ENGINE_ID = "openai";
export const OPENAI_COMPATIBLE_ENGINE_ID = "openai-compatible";

const SIDES = { draft: 1024, final: 1024 } as const;

/**
 * Squares only: the price of other shapes is not known. Draft is the low quality, final the high one.
 *
 * Prices are OpenAI's list. A square takes about 196 tokens at the low quality and 7,024 at the high one: the $0.006 and $0.211
 * people report; the limits are what rounds to those. A picture that is read takes from one tile (194) to the high fidelity of a
 * long one (65, 129 a tile and 6,240), figures of the model before it; and as an edit is said to cost two to three times a picture,
 * reading may cost two pictures more, however few it reads.
 */
const TOKENS: Pricing = {
  per: "token",
  prices: { text: 5_000_000, image: 8_000_000, output: 30_000_000 },
  output: { draft: { least: 183, most: 217 }, final: { least: 7_016, most: 7_050 } },
  reference: { least: 194, most: 7_500 },
  referencesMost: { draft: 1_500, final: 52_750 },
  assumes:
    "OpenAI does not say how many tokens a reference takes: the range is assumed from the model before it, and its most is held. The bill counts what was really read.",
};

export const OPENAI_MODELS: readonly WireModel[] = [
  {
    remote: "gpt-image-2",
    pricing: TOKENS,
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
    pricing: TOKENS,
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
