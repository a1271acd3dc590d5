import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Instant } from "../wire";
import { CatalogueEntry, CommercialUse, Region, Watermark } from "./catalogue-entry";

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

/** One fact as a workspace has it. `hidden`: nobody here runs it. */
export const OverrideValue = z.discriminatedUnion("fact", [
  z.strictObject({ fact: z.literal("licence"), value: PlainText.trim().min(1, "Say what the licence is.").max(300) }),
  z.strictObject({ fact: z.literal("commercialUse"), value: CommercialUse }),
  z.strictObject({ fact: z.literal("residency"), value: z.array(Region).min(1, "Choose at least one place.").max(10) }),
  z.strictObject({ fact: z.literal("watermark"), value: Watermark }),
  z.strictObject({
    fact: z.literal("latency"),
    value: z
      .strictObject({ leastSeconds: z.number().min(0).max(86_400), mostSeconds: z.number().min(0).max(86_400) })
      .refine((span) => span.leastSeconds <= span.mostSeconds, "The least time is not above the most."),
  }),
  z.strictObject({ fact: z.literal("hidden"), value: z.literal(true) }),
]);
export type OverrideValue = z.infer<typeof OverrideValue>;

/** An override with who said so, why and when. */
export const FactOverride = z.strictObject({
  said: OverrideValue,
  why: z.string(),
  by: z.string(),
  at: Instant,
});
export type FactOverride = z.infer<typeof FactOverride>;

/** A system as a workspace sees it: the catalogue's facts with what its leads say in their place, and what they replaced. */
export const SystemView = CatalogueEntry.extend({
  /** Whether the studio can reach it at all, once its engine is connected. */
  hasAdapter: z.boolean(),
  overrides: z.array(FactOverride).readonly(),
  /** The catalogue's own facts, where a lead's stand in their place. */
  catalogue: CatalogueEntry.pick({ licence: true, commercialUse: true, residency: true, watermark: true, latency: true }).partial(),
});
export type SystemView = Readonly<z.infer<typeof SystemView>>;

/** An entry of a list, with or without what a workspace says of it. */
export type ListedEntry = CatalogueEntry & { readonly overrides?: readonly FactOverride[]; readonly hasAdapter?: boolean };

/** The catalogue's entry with what a workspace says in place of its facts. What is said ages like every other fact. */
export function withOverrides(entry: CatalogueEntry, overrides: readonly FactOverride[]): CatalogueEntry {
  const said = overrides.flatMap(({ said: { fact, value }, why, by, at }) => {
    if (fact === "hidden") return [];
    return [[fact, { value, evidence: "workspace", source: `${by}: ${why}`.slice(0, 300), checkedOn: at.slice(0, 10) }] as const];
  });
  return { ...entry, ...Object.fromEntries(said) };
}

/** Why nobody of this workspace runs a system, in a sentence; null when somebody may. */
export function hiddenSentence(name: string, overrides: readonly FactOverride[]): string | null {
  const hidden = overrides.find(({ said }) => said.fact === "hidden");
  return hidden ? `${name} is not used in this workspace: ${hidden.why.replace(/[.\s]+$/, "")}.` : null;
}

export function systemView(entry: CatalogueEntry, overrides: readonly FactOverride[], hasAdapter: boolean): SystemView {
  const replaced = overrides.flatMap(({ said }) => (said.fact === "hidden" ? [] : [[said.fact, entry[said.fact]] as const]));
  return { ...withOverrides(entry, overrides), hasAdapter, overrides, catalogue: Object.fromEntries(replaced) };
}

/** A system without what a workspace says: the catalogue's own facts. */
export function asCatalogued(entry: SystemView): CatalogueEntry {
  const { licence, commercialUse, residency, watermark, latency } = entry.catalogue;
  return {
    ...entry,
    licence: licence ?? entry.licence,
    commercialUse: commercialUse ?? entry.commercialUse,
    residency: residency ?? entry.residency,
    watermark: watermark ?? entry.watermark,
    latency: latency ?? entry.latency,
  };
}
