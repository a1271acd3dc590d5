import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { SKETCH_CAPABILITIES, SKETCH_EDIT_CAPABILITIES, SKETCH_ENGINE_ID } from "../sketch/capabilities";
import { SKETCH_MOTION_CAPABILITIES } from "../sketch/motion/capabilities";

export const SKETCH_MODEL: CatalogueModel = {
  engineId: SKETCH_ENGINE_ID,
  engineName: "Sketch",
  capabilities: SKETCH_CAPABILITIES,
  digitalSourceType: "algorithmicMedia",
  description: "Procedural: paints from a lexicon of words, scenes and media inside this studio. Not AI; nothing leaves the machine.",
  licence: "Output is yours; subjects from Fluent Emoji (MIT).",
  residency: "This machine",
  watermark: "None",
  status: "active",
  source: "This studio",
  checkedOn: "2026-11-21",
};

export const SKETCH_EDIT_MODEL: CatalogueModel = {
  ...SKETCH_MODEL,
  capabilities: SKETCH_EDIT_CAPABILITIES,
  description:
    "Procedural: edits a picture by words, mask, ratio and size inside this studio, by finding parts and filling from what is around them. Not AI; nothing leaves the machine.",
};

export const SKETCH_MOTION_MODEL: CatalogueModel = {
  ...SKETCH_MODEL,
  capabilities: SKETCH_MOTION_CAPABILITIES,
  description:
    "Procedural: moves a painted scene or a given picture inside this studio – camera, water, clouds, rain, snow, day to night. Not AI; nothing leaves the machine.",
};
