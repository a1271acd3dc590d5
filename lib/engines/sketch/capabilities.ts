import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { ASPECT_RATIOS } from "@/lib/domain/prompt/recipe";

export const SKETCH_ENGINE_ID = "sketch";
export const SKETCH_MODEL_ID = "sketch-1";

/** Bumped whenever the same request gives other bytes; part of every recipe, so that old pictures keep saying what made them. */
export const SKETCH_REVISION = "2026-11-22.46";

export const SKETCH_EDIT_MODEL_ID = "sketch-edit-1";

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
  wordWeights: null,
  seeds: true,
  deterministic: true,
  referenceRoles: ["style", "mood", "composition", "product", "character", "image"],
  maxReferences: 8,
  requiredReferences: [],
  settings: [],
  pricing: { per: "image", micros: { draft: 400, final: 2_000 } },
};

/** Edits a picture by words, mask, ratio and size. */
export const SKETCH_EDIT_CAPABILITIES: ModelCapabilities = {
  modelId: SKETCH_EDIT_MODEL_ID,
  name: "Sketch Edit (procedural)",
  revision: SKETCH_REVISION,
  category: "image.edit",
  aspectRatios: [],
  qualities: ["draft", "final"],
  longSide: { draft: 1024, final: 2048 },
  maxVariants: 8,
  needsText: false,
  negative: true,
  wordWeights: null,
  seeds: true,
  deterministic: true,
  referenceRoles: ["image", "mask", "style", "mood", "product", "character"],
  maxReferences: 8,
  requiredReferences: ["image"],
  settings: [
    {
      kind: "choice",
      key: "operation",
      label: "Edit",
      options: [
        { value: "words", label: "Follow the words" },
        { value: "extend", label: "Extend the picture" },
        { value: "cut-out", label: "Remove the background" },
        { value: "enlarge", label: "Enlarge ×2" },
      ],
      default: "words",
    },
    {
      kind: "choice",
      key: "extendTo",
      label: "Extend to",
      options: ASPECT_RATIOS.map((ratio) => ({ value: ratio, label: ratio })),
      default: "16:9",
    },
    { kind: "number", key: "strength", label: "Strength", min: 10, max: 100, step: 10, unit: "%", default: 100 },
  ],
  pricing: { per: "image", micros: { draft: 400, final: 2_000 } },
};
