import type { Engine, EngineOutput } from "@/lib/engines/engine";
import { SKETCH_CAPABILITIES, SKETCH_ENGINE_ID } from "@/lib/engines/sketch/capabilities";

/** An engine that is done before it is asked: what is measured is the studio around it. */
export function instantEngine(picture: Uint8Array): Engine {
  const output = (seed: number, index: number): EngineOutput => ({
    index,
    seed,
    mimeType: "image/png",
    durationMs: null,
    width: 16,
    height: 16,
    read: async () => picture,
    report: null,
  });
  return {
    id: SKETCH_ENGINE_ID,
    capabilities: () => [SKETCH_CAPABILITIES],
    estimate: () => ({ leastMicros: 0n, mostMicros: 0n }),
    submit: async (request) => ({ kind: "accepted", operation: { seeds: [...request.seeds] } }),
    poll: async ({ seeds }) => ({
      state: "succeeded",
      outputs: (Array.isArray(seeds) ? seeds : []).map((seed, index) => output(Number(seed), index)),
      costMicros: null,
    }),
    cancel: async () => ({ kind: "too-late" }),
    parseWebhook: async () => null,
    check: async () => ({ outcome: "answers", reason: "" }),
  };
}
