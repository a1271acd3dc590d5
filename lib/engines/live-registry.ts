import type { LiveEngine, LiveTools } from "./live";
import { liveAvatar } from "./liveavatar/live";
import { runwayLive } from "./runway/live";

/** Adapters of live engines by id. A row here and in the catalogue is all a new one needs. */
export type LiveRegistry = ReadonlyMap<string, LiveEngine>;

export function liveRegistry(tools: LiveTools = {}): LiveRegistry {
  const engines: readonly LiveEngine[] = [liveAvatar(tools), runwayLive(tools)];
  return new Map(engines.map((engine) => [engine.id, engine]));
}
