import { builtInModels, connectableEngines } from "@/lib/engines/catalogue";

/** What each engine is called, connected or not, by its id. */
export function engineNames(): ReadonlyMap<string, string> {
  return new Map([
    ...builtInModels().map(({ engineId, engineName }) => [engineId, engineName] as const),
    ...connectableEngines().map(({ engineId, name }) => [engineId, name] as const),
  ]);
}
