import { z } from "zod";
import type { EngineOutput, EngineRequest, Operation } from "../engine";
import { Job } from "./wire";

/** What a submit leaves behind: plain JSON with everything a later process needs, and no secret. */
const Stored = z.strictObject({
  engineId: z.string(),
  modelId: z.string(),
  seeds: z.array(z.number()),
  width: z.number(),
  height: z.number(),
  job: Job.nullable(),
  /** Outputs an answer carried itself, by the hash they are kept under. */
  kept: z.array(z.strictObject({ sha256: z.string(), mimeType: z.string() })),
  costMicros: z.string().nullable(),
});
export type Stored = z.infer<typeof Stored>;

/** What was asked for, as far as an operation keeps it. */
interface Asked {
  readonly request: Pick<EngineRequest, "modelId" | "seeds">;
  readonly width: number;
  readonly height: number;
}

/** The operation of a submit: a job to come back to, or the outputs its answer carried. */
export function operationOf(
  engineId: string,
  { request, width, height }: Asked,
  left: { readonly job: Job | null; readonly kept: Stored["kept"]; readonly costMicros: bigint | null },
): Operation {
  const { job, kept, costMicros } = left;
  return { engineId, modelId: request.modelId, seeds: request.seeds, width, height, job, kept, costMicros: costMicros?.toString() ?? null };
}

/** Reads an operation back; null for one that another engine made. */
export function storedIn(operation: Operation, engineId: string): Stored | null {
  const parsed = Stored.safeParse(operation);
  return parsed.success && parsed.data.engineId === engineId ? parsed.data : null;
}

/** One output of a run, by its place among the seeds. */
export function outputOf({ width, height, seeds }: Stored, index: number, mimeType: string, read: () => Promise<Uint8Array>): EngineOutput {
  return { index, seed: seeds[index] ?? 0, mimeType, width, height, durationMs: null, read, report: null };
}
