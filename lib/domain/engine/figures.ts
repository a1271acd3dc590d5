import { z } from "zod";
import { MicrosText } from "../money/micros";

/** What our own runs say of a model. */
export const ModelFigures = z.strictObject({
  engineId: z.string(),
  modelId: z.string(),
  /** Runs that ended. */
  runs: z.int(),
  succeeded: z.int(),
  variants: z.int(),
  spentMicros: MicrosText,
  /** From the submit to the last output, of runs that succeeded; null without one. Milliseconds. */
  p50Ms: z.int().nullable(),
  p95Ms: z.int().nullable(),
  /** The most frequent first. */
  failures: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
});
export type ModelFigures = z.infer<typeof ModelFigures>;
