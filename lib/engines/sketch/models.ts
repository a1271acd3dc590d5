import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { SKETCH_CAPABILITIES, SKETCH_EDIT_CAPABILITIES } from "./capabilities";
import { SKETCH_MOTION_CAPABILITIES } from "./motion/capabilities";

/** A model of Sketch and how its pieces are made. What makes them is in `painters.ts`, which only threads load. */
export interface SketchModel {
  readonly capabilities: ModelCapabilities;
  /** A final is preceded by a small preview of itself. */
  readonly hasPreviews: boolean;
  /** How much longer than a picture a piece may take before it counts as hung. */
  readonly patience: number;
}

/** A model needs a row here, in `painters.ts` and in the catalogue. */
export const SKETCH_MODELS: readonly SketchModel[] = [
  { capabilities: SKETCH_CAPABILITIES, hasPreviews: true, patience: 1 },
  { capabilities: SKETCH_EDIT_CAPABILITIES, hasPreviews: false, patience: 3 },
  { capabilities: SKETCH_MOTION_CAPABILITIES, hasPreviews: false, patience: 5 },
];

export function sketchModel(modelId: string): SketchModel | undefined {
  return SKETCH_MODELS.find((model) => model.capabilities.modelId === modelId);
}
