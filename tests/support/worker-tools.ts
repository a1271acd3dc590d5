import { PATIENCE } from "@/lib/domain/run/patience";
import type { Engine } from "@/lib/engines/engine";
import type { GenerateTools } from "@/lib/jobs/handlers/generate";
import { Nudges } from "@/lib/jobs/nudges";
import { blobStore } from "@/lib/storage/current";
import { NO_TRACES } from "@/lib/telemetry/traces";

/** What a worker has in hand, with these engines, no keys and no patience between two looks. */
export function workerTools(engines: readonly Engine[], change: Partial<GenerateTools> = {}): GenerateTools {
  return {
    engines: new Map(engines.map((engine) => [engine.id, engine])),
    blobs: blobStore(),
    connect: async () => null,
    pollMs: 1,
    patience: PATIENCE,
    origin: "http://127.0.0.1:3000",
    nudges: new Nudges(),
    traces: NO_TRACES,
    ...change,
  };
}
