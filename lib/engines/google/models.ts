import type { Pricing } from "@/lib/domain/engine/pricing";
import { accepts, choiceOf, perSecond } from "../http/model";
import type { WireModel } from "../http/wire";

export const GOOGLE_ENGINE_ID = "google";

const SIDES = { draft: 1024, final: 1024 } as const;

/**
 * Gemini 2.5 Flash Image, by Google's price list: its pictures take 1,290 tokens each, with room for a few words beside them.
 * A picture that is read takes 258 a tile; a large one has up to sixteen.
 */
const FLASH_TOKENS: Pricing = {
  per: "token",
  prices: { text: 300_000, image: 300_000, output: 30_000_000 },
  output: { draft: { least: 1_290, most: 1_333 }, final: { least: 1_290, most: 1_333 } },
  reference: { least: 258, most: 4_128 },
  referencesMost: { draft: 0, final: 0 },
};
const FLASH_PRICES = { pricing: FLASH_TOKENS };

function flashImage(modelId: string, remote: string, name: string, isEdit: boolean, prices: Partial<WireModel> = {}): WireModel {
  return {
    remote,
    pricing: null,
    ...prices,
    accepts: accepts({
      modelId,
      name,
      category: isEdit ? "image.edit" : "image.generate",
      longSide: SIDES,
      referenceRoles: ["image", "style", "product", "character", "composition"],
      requiredReferences: isEdit ? ["image"] : [],
      maxReferences: 3,
    }),
  };
}

function veo(remote: string, name: string, pricing: WireModel["pricing"]): WireModel {
  return {
    remote,
    pricing,
    accepts: accepts({
      modelId: remote,
      name,
      category: "video.generate",
      longSide: { draft: 1280, final: 1280 },
      aspectRatios: ["16:9", "9:16"],
      negative: true,
      referenceRoles: ["start-frame", "end-frame"],
      maxReferences: 2,
      settings: [choiceOf("duration", "Length", ["4", "6", "8"], "8", " s")],
    }),
  };
}

export const GOOGLE_MODELS: readonly WireModel[] = [
  flashImage("gemini-nano-banana-2.1", "gemini-nano-banana-2.1", "Gemini Nano Banana 2.1", false),
  flashImage("gemini-2.5-flash-image", "gemini-2.5-flash-image", "Gemini 2.5 Flash Image", false, FLASH_PRICES),
  flashImage("gemini-2.5-flash-image-edit", "gemini-2.5-flash-image", "Gemini 2.5 Flash Image edit", true, FLASH_PRICES),
  veo("veo-3.1-fast-generate-preview", "Veo 3.1 Fast", perSecond(100_000)),
  veo("veo-3.1-generate-preview", "Veo 3.1", null),
];
