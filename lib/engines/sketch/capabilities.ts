import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { ASPECT_RATIOS } from "@/lib/domain/prompt/recipe";

export const SKETCH_ENGINE_ID = "sketch";
export const SKETCH_MODEL_ID = "sketch-1";

/** Bumped whenever the same request gives other bytes; part of every recipe, so that old pictures keep saying what made them. */
export const SKETCH_REVISION = "2026-11-21.3";

/** What Sketch accepts. Pure data: the catalogue, the composer and the adapter read the same one. */
export const SKETCH_CAPABILITIES: ModelCapabilities = {
  modelId: SKETCH_MODEL_ID,
  name: "Sketch (procedural)",
  revision: SKETCH_REVISION,
  category: "image.generate",
  aspectRatios: ASPECT_RATIOS,
  qualities: ["draft", "final"],
  longSide: { draft: 512, final: 1024 },
  maxVariants: 8,
  needsText: true,
  negative: true,
  seeds: true,
  deterministic: true,
  referenceRoles: ["style", "mood", "composition", "product", "character", "image"],
  maxReferences: 8,
  requiredReferences: [],
  settings: [],
  pricing: { per: "image", micros: { draft: 400, final: 2_000 } },
};
