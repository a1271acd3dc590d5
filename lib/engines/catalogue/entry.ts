import type { CatalogueEntry, FACT_NAMES, ListedControl, ListedPrice, Route, RouteFacts } from "@/lib/domain/engine/catalogue-entry";
import type { Evidence, Fact } from "@/lib/domain/engine/fact";

/** The day this data was last gone through against its sources. A fact checked on another day says so itself. */
export const CHECKED_ON = "2026-11-21";

type FactKey = keyof typeof FACT_NAMES;
type Stated = Omit<CatalogueEntry, FactKey | "notes" | "routes"> & Partial<Pick<CatalogueEntry, FactKey | "notes" | "routes">>;

const NOT_KNOWN: Fact<never> = { value: null, evidence: "unknown", source: "", checkedOn: CHECKED_ON };

/** A row of the catalogue. A fact that is left out is not known, and is listed as such. */
export function entry(stated: Stated): CatalogueEntry {
  return {
    controls: NOT_KNOWN,
    prices: NOT_KNOWN,
    licence: NOT_KNOWN,
    commercialUse: NOT_KNOWN,
    residency: NOT_KNOWN,
    watermark: NOT_KNOWN,
    provenance: NOT_KNOWN,
    latency: NOT_KNOWN,
    weights: NOT_KNOWN,
    reached: NOT_KNOWN,
    notes: [],
    routes: [],
    ...stated,
  };
}

const stated =
  (evidence: Evidence) =>
  <const Value>(value: Value, source: string): Fact<Value> => ({ value, evidence, source, checkedOn: CHECKED_ON });

export const ran = stated("ran");
export const inPackage = stated("package");
export const inSpecification = stated("specification");
export const documented = stated("documentation");
export const saidByOthers = stated("third-party");
export const inArticle = stated("article");
export const uncertain = stated("uncertain");

/** A route, and what holds on it alone. */
export function route(engineId: string, modelId: string, facts: RouteFacts = {}): Route {
  return { engineId, modelId, facts };
}

/** Open weights behind a host's API: the terms of the weights are not the host's, and no host names a region. */
export function hosted(engineId: "fal" | "replicate" | "krea", modelId: string, facts: RouteFacts = {}): Route {
  const residency = HOSTS[engineId]("unspecified-cloud");
  return route(engineId, modelId, { residency, ...facts });
}

/** The same weights on one's own machines. */
export function ownHardware(modelId: string, facts: RouteFacts = {}): Route {
  return route("comfyui", modelId, {
    residency: documented(["own-hardware"], "Comfy-Org/ComfyUI: it runs where one puts it"),
    watermark: documented("none", "Comfy-Org/ComfyUI"),
    ...facts,
  });
}

const HOSTS = {
  fal: (region: "unspecified-cloud") => inPackage([region], "@fal-ai/client 1.10.1: no region can be chosen"),
  replicate: (region: "unspecified-cloud") => inPackage([region], "replicate 1.4.0: no region can be chosen"),
  krea: (region: "unspecified-cloud") => saidByOthers([region], "public clients of api.krea.ai: no region can be chosen"),
} as const;

/** The articles of 2026 that some facts rest on, until a provider confirms them. */
export const ARTICLES = {
  framework: "article on API and creator tools, March 2026",
  managedApi: "article on a managed generative media API, 28 May 2026",
  comparison: "article comparing Flux, Sora and Runway, 24 May 2026",
  videoApi: "article on video generation APIs, 2026",
  fieldGuide: "field guide to generative media, mid-2026",
} as const;

export const ACTIVE = { state: "active" } as const;

/** A price in dollars, given as the source writes it; stored in micro-dollars. */
export function price(per: ListedPrice["per"], dollars: number | readonly [least: number, most: number], applies = ""): ListedPrice {
  const [least, most] = typeof dollars === "number" ? [dollars, dollars] : dollars;
  return { per, leastMicros: Math.round(least * 1_000_000), mostMicros: Math.round(most * 1_000_000), applies };
}

export function choice(name: string, ...values: readonly string[]): ListedControl {
  return { kind: "choice", name, values: [...values] };
}

export function range(name: string, least: number, most: number, unit = ""): ListedControl {
  return { kind: "range", name, least, most, unit };
}

export function free(name: string): ListedControl {
  return { kind: "free", name };
}
