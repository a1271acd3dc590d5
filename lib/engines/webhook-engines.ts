import type { Engine } from "./engine";
import { FAL_WIRE } from "./fal/wire";
import { jobEngine } from "./http/job-engine";
import { OPENROUTER_WIRE } from "./openrouter/wire";
import { REPLICATE_WIRE } from "./replicate/wire";

/** The engines that sign what they send: all the web process needs of the registry, without the embedded engine's code. */
const ENGINES = new Map<string, Pick<Engine, "parseWebhook">>([
  [FAL_WIRE.engineId, jobEngine(FAL_WIRE)],
  [REPLICATE_WIRE.engineId, jobEngine(REPLICATE_WIRE)],
  [OPENROUTER_WIRE.engineId, jobEngine(OPENROUTER_WIRE)],
]);

/** Who reads an engine's webhooks; undefined for an engine that sends none we could verify. */
export const webhookReader = (engineId: string) => ENGINES.get(engineId);
