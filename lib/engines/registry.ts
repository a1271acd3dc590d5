import type { Engine } from "./engine";
import { sketchEngine } from "./sketch";

/** Adapters by engine id. A row here and in the catalogue is all a new engine needs. */
export type Registry = ReadonlyMap<string, Engine>;

/** The engines this process can reach. Constructing them does no I/O. */
export function registry(): Registry {
  const engines: readonly Engine[] = [sketchEngine()];
  return new Map(engines.map((engine) => [engine.id, engine]));
}
