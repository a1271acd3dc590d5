import { LANGUAGE_ENGINE_ID } from "@/lib/domain/engine/language";
import { ALIBABA_WIRE } from "./alibaba/wire";
import type { Engine } from "./engine";
import { FAL_WIRE } from "./fal/wire";
import { GATEWAY_WIRE } from "./gateway/wire";
import { GOOGLE_WIRE } from "./google/wire";
import { HEYGEN_WIRE } from "./heygen/wire";
import { type EngineTools, jobEngine } from "./http/job-engine";
import { checkLanguageModel } from "./language/check";
import type { LiveRegistry } from "./live-registry";
import { LUMA_WIRE } from "./luma/wire";
import { OPENAI_COMPATIBLE_WIRE, OPENAI_WIRE } from "./openai/wire";
import { OPENROUTER_WIRE } from "./openrouter/wire";
import { REPLICATE_WIRE } from "./replicate/wire";
import { REST_WIRES } from "./rest";
import { RUNWAY_WIRE } from "./runway/wire";
import { sketchEngine } from "./sketch";
import { XAI_WIRE } from "./xai/wire";

/** Adapters by engine id. A row here and in the catalogue is all a new engine needs. */
export type Registry = ReadonlyMap<string, Engine>;

export const WIRES = [
  OPENAI_WIRE,
  OPENAI_COMPATIBLE_WIRE,
  GOOGLE_WIRE,
  XAI_WIRE,
  ALIBABA_WIRE,
  REPLICATE_WIRE,
  RUNWAY_WIRE,
  LUMA_WIRE,
  OPENROUTER_WIRE,
  GATEWAY_WIRE,
  HEYGEN_WIRE,
  ...REST_WIRES,
] as const;

/** The engines this process can reach. Constructing them does no I/O; a provider's engine works once a workspace has connected it. */
export function registry(tools: EngineTools = {}): Registry {
  const engines: readonly Engine[] = [sketchEngine(), jobEngine(FAL_WIRE, tools), ...WIRES.map((wire) => jobEngine(wire, tools))];
  return new Map(engines.map((engine) => [engine.id, engine]));
}

/** What can be tested without spending, by engine id: every engine of the registry, those one speaks with, and the language model. */
export type Checkers = ReadonlyMap<string, Pick<Engine, "check">>;

export function checkersOf(engines: Registry, live: LiveRegistry = new Map()): Checkers {
  return new Map<string, Pick<Engine, "check">>([...engines, ...live, [LANGUAGE_ENGINE_ID, { check: checkLanguageModel }]]);
}
