import { allowHost, disallowHost, readAllowedHosts } from "@/lib/services/engine/allowed-hosts";
import { checkEngine } from "@/lib/services/engine/check-engine";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { disconnectEngine } from "@/lib/services/engine/disconnect-engine";
import { engineFigures } from "@/lib/services/engine/engine-figures";
import { listEngines } from "@/lib/services/engine/list-engines";
import { listModels } from "@/lib/services/engine/list-models";
import { listSystems } from "@/lib/services/engine/list-systems";
import { overrideFact, resetFact } from "@/lib/services/engine/override-fact";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { procedure } from "../procedure";

const tags = ["Engines"] as const;

export const engine = {
  listModels: procedure(listModels, {
    method: "GET",
    path: "/models",
    summary: "List the models this workspace can run, with prices and facts",
    tags,
  }),
  listSystems: procedure(listSystems, { method: "GET", path: "/systems", summary: "List every known system, fact by fact", tags }),
  list: procedure(listEngines, { method: "GET", path: "/engines", summary: "List engines, connected or not, with their models", tags }),
  figures: procedure(engineFigures, {
    method: "GET",
    path: "/engines/figures",
    summary: "How fast, reliable and dear each model was in our own runs",
    tags,
  }),
  connect: procedure(connectEngine, { method: "PUT", path: "/engines/{engineId}", summary: "Connect an engine or change its key", tags }),
  disconnect: procedure(disconnectEngine, { method: "DELETE", path: "/engines/{engineId}", summary: "Remove an engine's key", tags }),
  check: procedure(checkEngine, {
    method: "POST",
    path: "/engines/{engineId}/check",
    summary: "Test an engine's key without spending",
    tags,
  }),
  allowedHosts: procedure(readAllowedHosts, {
    method: "GET",
    path: "/engine-hosts",
    summary: "Read which hosts connections may name besides the providers' own",
    tags,
  }),
  allowHost: procedure(allowHost, { method: "POST", path: "/engine-hosts", summary: "Let connections name a host", tags }),
  disallowHost: procedure(disallowHost, { method: "DELETE", path: "/engine-hosts/{host}", summary: "Take a host back", tags }),
  overrideFact: procedure(overrideFact, {
    method: "PUT",
    path: "/systems/{entryId}/facts",
    summary: "Say what holds here in place of a fact of the catalogue",
    tags,
    description: "For a signed-in lead or admin. It counts before a run, again in the worker, and when something is published.",
  }),
  resetFact: procedure(resetFact, {
    method: "DELETE",
    path: "/systems/{entryId}/facts/{fact}",
    summary: "Go back to the catalogue's fact",
    tags,
  }),
  setPrice: procedure(setModelPrice, {
    method: "PUT",
    path: "/engines/{engineId}/prices",
    summary: "Say what a model costs this workspace",
    tags,
  }),
};
