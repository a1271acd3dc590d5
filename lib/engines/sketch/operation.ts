import { z } from "zod";
import { Settings } from "@/lib/domain/engine/control";
import { AspectRatio, Quality, ReferenceRole, Seed } from "@/lib/domain/prompt/recipe";
import type { EngineRequest, JsonValue, Operation } from "../engine";
import { SKETCH_MODEL_ID } from "./capabilities";
import { readSimulation } from "./simulation";

/** Runs submitted before pictures carried their scene have none. */
const Scene = z
  .json()
  .default(null)
  .transform((scene): JsonValue => scene);

/** A submitted run as plain JSON: all that another process needs to paint the same pictures. */
export const SketchOperation = z.object({
  version: z.literal(1),
  runId: z.string().min(1),
  /** Milliseconds since the epoch. */
  submittedAtMs: z.number(),
  /** Runs submitted before there were several models name none. */
  modelId: z.string().default(SKETCH_MODEL_ID),
  text: z.string(),
  negative: z.string(),
  aspectRatio: AspectRatio,
  quality: Quality,
  settings: Settings.default({}),
  seeds: z.array(Seed).min(1),
  references: z.array(z.object({ role: ReferenceRole, weight: z.number(), sha256: z.string(), mimeType: z.string(), scene: Scene })),
  simulation: z.object({ outcome: z.enum(["paint", "refuse", "empty", "fail", "quota"]), slowMs: z.number() }),
});
export type SketchOperation = z.infer<typeof SketchOperation>;

export function operationFor(request: EngineRequest, submittedAtMs: number): SketchOperation {
  const { text, simulation } = readSimulation(request.text);
  return {
    version: 1,
    runId: request.runId,
    submittedAtMs,
    modelId: request.modelId,
    text,
    negative: request.negative,
    aspectRatio: request.aspectRatio,
    quality: request.quality,
    settings: { ...request.settings },
    seeds: [...request.seeds],
    // A weight of 0 equals leaving the reference out, so it goes before anything can look at it.
    references: request.references
      .filter((reference) => reference.weight > 0)
      .map((reference) => ({ ...reference, scene: reference.scene ?? null })),
    simulation,
  };
}

export function readOperation(operation: Operation): SketchOperation | null {
  const parsed = SketchOperation.safeParse(operation);
  return parsed.success ? parsed.data : null;
}
