import type { EngineRequest } from "@/lib/engines/engine";
import { SKETCH_MODEL_ID, SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";

/** A draft of one quick picture; `change` says what a test is about. */
export function sketchRequest(runId: string, change: Partial<EngineRequest> = {}): EngineRequest {
  return {
    runId,
    modelId: SKETCH_MODEL_ID,
    revision: SKETCH_REVISION,
    text: "a fox in a meadow, ink",
    negative: "",
    aspectRatio: "1:1",
    quality: "draft",
    settings: {},
    seeds: [1],
    references: [],
    ...change,
  };
}
