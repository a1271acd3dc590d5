import { z } from "zod";
import { MicrosText } from "../money/micros";
import { PlainText } from "../prompt/recipe";
import { Instant } from "../wire";
import { CatalogueEntry, CommercialUse, onRoute, Region, ROUTE_FACTS, Route, RouteFacts, Watermark } from "./catalogue-entry";
import { type EnteredPrice, enteredFact } from "./entered-price";
import type { Fact } from "./fact";

/** What a lead may say of a system in place of the catalogue: contracts, plans and regions differ from house to house. */
export const OVERRIDE_NAMES = {
  licence: "Licence",
  commercialUse: "Commercial use",
  residency: "Where data is processed",
  watermark: "Watermark",
  latency: "Typical time",
  hidden: "Hidden here",
} as const;
export type OverrideName = keyof typeof OVERRIDE_NAMES;
export const OVERRIDABLE = Object.keys(OVERRIDE_NAMES) as [OverrideName, ...OverrideName[]];

const Seconds = z.number().min(0, "A time is not below nothing.").max(86_400, "A time is at most a day: 86,400 seconds.");

/** One fact as a workspace has it. `hidden`: nobody here runs it. */
export const OverrideValue = z.discriminatedUnion("fact", [
  z.strictObject({
    fact: z.literal("licence"),
    value: PlainText.trim().min(1, "Say what the licence is.").max(300, "A licence is named in at most 300 characters."),
  }),
  z.strictObject({ fact: z.literal("commercialUse"), value: CommercialUse }),
  z.strictObject({ fact: z.literal("residency"), value: z.array(Region).min(1, "Choose at least one place.").max(10) }),
  z.strictObject({ fact: z.literal("watermark"), value: Watermark }),
  z.strictObject({
    fact: z.literal("latency"),
    value: z
      .strictObject({ leastSeconds: Seconds, mostSeconds: Seconds })
      .refine((span) => span.leastSeconds <= span.mostSeconds, "The least time is not above the most."),
  }),
  z.strictObject({ fact: z.literal("hidden"), value: z.literal(true) }),
]);
export type OverrideValue = z.infer<typeof OverrideValue>;

/** Characters. */
export const MOST_WHY = 280;

/** Why a lead says otherwise than the catalogue. */
export const OverrideReason = PlainText.trim()
  .min(1, "Say why: others will ask.")
  .max(MOST_WHY, `A reason has at most ${MOST_WHY} characters.`);

/** An override with who said so, why and when. */
export const FactOverride = z.strictObject({
  said: OverrideValue,
  /** The engine on whose routes it holds; null: on every route. */
  engineId: z.string().nullable(),
  why: z.string(),
  by: z.string(),
  at: Instant,
});
export type FactOverride = z.infer<typeof FactOverride>;

/** How a workspace stands to one route of a system. */
export const RouteStanding = z.strictObject({
  engineName: z.string(),
  /** The model's name; null: the studio has no adapter for this route. */
  modelName: z.string().nullable(),
  /** Why nothing can be run on it now, in a sentence; null when it can. */
  whyNot: z.string().nullable(),
  /** What a lead entered as its price, who it was, and why; no reason for one entered before a reason was asked for. */
  entered: z.strictObject({ micros: MicrosText, by: z.string(), at: Instant, why: z.string().nullable() }).nullable(),
  /** By what a lead enters a price here; null where no price is entered. */
  enteredPer: z.enum(["image", "second", "minute"]).nullable(),
});
export type RouteStanding = z.infer<typeof RouteStanding>;

/** A route as a workspace has it: every fact that holds on it, and the catalogue's own where the workspace's stand in their place. */
export const RouteView = Route.extend({ facts: RouteFacts, catalogue: RouteFacts, standing: RouteStanding });
export type RouteView = z.infer<typeof RouteView>;

/** A system as a workspace sees it: the catalogue's facts with what its leads say in their place, and what they replaced. */
export const SystemView = CatalogueEntry.extend({
  routes: z.array(RouteView).readonly(),
  /** Whether the studio can reach it at all, once its engine is connected. */
  hasAdapter: z.boolean(),
  overrides: z.array(FactOverride).readonly(),
  /** The catalogue's own facts, where a lead's stand in their place on every route. */
  catalogue: RouteFacts,
});
export type SystemView = Readonly<z.infer<typeof SystemView>>;

/** An entry of a list, with or without what a workspace says of it. */
export type ListedEntry = Omit<CatalogueEntry, "routes"> & {
  readonly routes: readonly ListedRoute[];
  readonly overrides?: readonly FactOverride[];
  readonly hasAdapter?: boolean;
};
export type ListedRoute = Route & { readonly standing?: RouteStanding };

/** What a workspace says of the routes through an engine: what is said of this engine goes before what is said of every route. */
export function overridesOn(overrides: readonly FactOverride[], engineId: string): readonly FactOverride[] {
  const holding = overrides.filter((one) => one.engineId === null || one.engineId === engineId);
  const isSaidHere = ({ said }: FactOverride) => holding.some((one) => one.engineId !== null && one.said.fact === said.fact);
  return holding.filter((one) => one.engineId !== null || !isSaidHere(one));
}

/** The entry with what a workspace says in place of its facts. What is said ages like every other fact. */
export function withOverrides<Entry extends CatalogueEntry>(entry: Entry, overrides: readonly FactOverride[]): Entry {
  const said = overrides.flatMap(({ said: { fact, value }, why, by, at }) => {
    if (fact === "hidden") return [];
    return [[fact, { value, evidence: "workspace", source: `${by}: ${why}`.slice(0, 300), checkedOn: at.slice(0, 10) }] as const];
  });
  return { ...entry, ...Object.fromEntries(said) };
}

/** What a workspace has of its own about a route. */
export interface RouteHere {
  readonly overrides: readonly FactOverride[];
  /** Its connection names an address of its own outside its network: whose machines those are, only the workspace knows. */
  readonly isElsewhere: boolean;
  readonly entered: EnteredPrice | null;
}

/** A system on one of its routes as a workspace has it: what a run, a lane's rule and a publication are decided from. */
export function asHere<Entry extends CatalogueEntry>(entry: Entry, route: Route, { overrides, isElsewhere, entered }: RouteHere): Entry {
  const known = onRoute(entry, route);
  const placed = isElsewhere ? { ...known, residency: notKnown(known.residency.checkedOn) } : known;
  const said = withOverrides(placed, overridesOn(overrides, route.engineId));
  return entered === null ? said : { ...said, prices: enteredFact(entered) };
}

const notKnown = (checkedOn: string): Fact<never> => ({ value: null, evidence: "unknown", source: "", checkedOn });

/** Why nobody of this workspace runs a system, in a sentence; null when somebody may. */
export function hiddenSentence(name: string, overrides: readonly FactOverride[]): string | null {
  const hidden = overrides.find(({ said }) => said.fact === "hidden");
  return hidden ? `${name} is not used in this workspace: ${hidden.why.replace(/[.\s]+$/, "")}.` : null;
}

/**
 * A system as a workspace sees it.
 * @param hereOf what the workspace has of a route
 */
export function systemView(
  entry: CatalogueEntry,
  overrides: readonly FactOverride[],
  hasAdapter: boolean,
  hereOf: (route: Route) => Omit<RouteHere, "overrides"> & { readonly standing: RouteStanding },
): SystemView {
  const everywhere = overrides.filter(({ engineId }) => engineId === null);
  const routes = entry.routes.map((route): RouteView => {
    const { standing, ...here } = hereOf(route);
    const known = onRoute(entry, route);
    const facts = factsOf(asHere(entry, route, { ...here, overrides }), ROUTE_FACTS);
    const replaced = ROUTE_FACTS.filter((key) => facts[key]?.evidence === "workspace");
    return { engineId: route.engineId, modelId: route.modelId, facts, catalogue: factsOf(known, replaced), standing };
  });
  const said = ROUTE_FACTS.filter((key) => everywhere.some(({ said: { fact } }) => fact === key));
  return { ...withOverrides(entry, everywhere), routes, hasAdapter, overrides, catalogue: factsOf(entry, said) };
}

function factsOf(entry: CatalogueEntry, keys: readonly (typeof ROUTE_FACTS)[number][]): RouteFacts {
  return Object.fromEntries(keys.map((key) => [key, entry[key]]));
}

/** One route of a system as its page shows it: the facts that hold there, who says so, and what the catalogue says. */
export function viewOfRoute(entry: SystemView, route: RouteView): SystemView {
  return { ...onRoute(entry, route), catalogue: route.catalogue, overrides: overridesOn(entry.overrides, route.engineId) };
}

/** A system without what a workspace says: the catalogue's own facts. */
export function asCatalogued(entry: SystemView): CatalogueEntry {
  return onRoute(entry, { facts: entry.catalogue });
}
