import type { LiveEngine } from "./live";
import { type LiveTools, liveAvatar } from "./liveavatar/live";

/** Adapters of live engines by id. A row here and in the catalogue is all a new one needs. */
export type LiveRegistry = ReadonlyMap<string, LiveEngine>;

export function liveRegistry(tools: LiveTools = {}): LiveRegistry {
  const engines: readonly LiveEngine[] = [liveAvatar(tools)];
  return new Map(engines.map((engine) => [engine.id, engine]));
}
