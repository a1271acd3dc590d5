import { z } from "zod";
import { factOf } from "./fact";

/** "Category first, then model": what one wants made decides which systems are looked at. */
export const CATEGORIES = [
  "image.generate",
  "image.edit",
  "video.generate",
  "avatar.video",
  "avatar.live",
  "language",
  "aggregator",
  "creator-tool",
] as const;
export const Category = z.enum(CATEGORIES);
export type Category = z.infer<typeof Category>;

export const CATEGORY_NAMES = {
  "image.generate": "Image",
  "image.edit": "Image editing",
  "video.generate": "Video",
  "avatar.video": "Avatar video",
  "avatar.live": "Live avatar",
  language: "Language model",
  aggregator: "Aggregator",
  "creator-tool": "Creator tool",
} satisfies Record<Category, string>;

/** What goes into a system. */
export const MODES = ["text", "image", "reference", "mask", "start-frame", "end-frame", "video", "audio", "script", "session"] as const;
export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;

/** Where prompts and pictures are processed. */
export const REGIONS = ["this-machine", "own-hardware", "eu", "us", "china", "asia-pacific", "unspecified-cloud"] as const;
export const Region = z.enum(REGIONS);
export type Region = z.infer<typeof Region>;

export const REGION_NAMES = {
  "this-machine": "this machine",
  "own-hardware": "your own hardware",
  eu: "the EU",
  us: "the United States",
  china: "China",
  "asia-pacific": "Asia-Pacific",
  "unspecified-cloud": "a cloud whose region the provider does not name",
} satisfies Record<Region, string>;

/** One control and the values it takes, as the provider documents them. */
export const ListedControl = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), name: z.string(), values: z.array(z.string()).min(1).readonly() }),
  z.strictObject({ kind: z.literal("range"), name: z.string(), least: z.number(), most: z.number(), unit: z.string() }),
  z.strictObject({ kind: z.literal("free"), name: z.string() }),
]);
export type ListedControl = z.infer<typeof ListedControl>;

/** What a provider bills by. `million-tokens` and `hour` are how the field quotes them. */
export const BILLED_PER = ["image", "second", "megapixel", "million-tokens", "credit", "request", "session", "hour"] as const;
export const BilledPer = z.enum(BILLED_PER);
export type BilledPer = z.infer<typeof BilledPer>;

/** A listed price in micro-dollars; a range where the source gives one. `applies` says to what (a quality, a size), empty = everything. */
export const ListedPrice = z
  .strictObject({ per: BilledPer, leastMicros: z.int().min(0), mostMicros: z.int().min(0), applies: z.string() })
  .refine((price) => price.leastMicros <= price.mostMicros, "The least of a price is not above its most.");
export type ListedPrice = z.infer<typeof ListedPrice>;

export const CommercialUse = z.enum(["yes", "paid-licence", "no"]);
export type CommercialUse = z.infer<typeof CommercialUse>;
export const Watermark = z.enum(["none", "optional", "invisible", "visible"]);
export type Watermark = z.infer<typeof Watermark>;

/** Whether a run can be made with it at all. A retired system stays listed: old variants keep their origin. */
export const EntryStatus = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("active") }),
  z.strictObject({ state: z.literal("import-only"), why: z.string().min(1) }),
  z.strictObject({
    state: z.literal("retired"),
    /** ISO date it ended. */
    on: z.iso.date(),
    /** Entry that takes its place, or null. */
    successor: z.string().nullable(),
    why: z.string().min(1),
  }),
]);
export type EntryStatus = z.infer<typeof EntryStatus>;

const Prices = factOf(z.array(ListedPrice).min(1).readonly());
const Licence = factOf(z.string().min(1));
const Commercial = factOf(CommercialUse);
const Residency = factOf(z.array(Region).min(1).readonly());
const Marked = factOf(Watermark);
/** Marks of origin in its files, for example C2PA or SynthID; an empty list is knowing there are none. */
const Marks = factOf(z.array(z.string()).readonly());
const Latency = factOf(z.strictObject({ leastSeconds: z.number(), mostSeconds: z.number() }));

/** The names of the facts that a route may have of its own. */
export const ROUTE_FACTS = ["prices", "licence", "commercialUse", "residency", "watermark", "provenance", "latency"] as const;

/** What depends on who runs a model: the same weights cost, stay and may be used differently from host to host. */
export const RouteFacts = z
  .strictObject({
    prices: Prices,
    licence: Licence,
    commercialUse: Commercial,
    residency: Residency,
    watermark: Marked,
    provenance: Marks,
    latency: Latency,
  })
  .partial()
  .readonly();
export type RouteFacts = z.infer<typeof RouteFacts>;

/** One route to a system: an engine of ours and the provider's own name of the model there. */
export const Route = z.strictObject({
  engineId: z.string(),
  modelId: z.string(),
  /** What holds on this route alone, in place of what the entry says of every route. */
  facts: RouteFacts.optional(),
});
export type Route = z.infer<typeof Route>;

/** Everything we know about one system, fact by fact, with how we know it: on every route, unless a route says otherwise. */
export const CatalogueEntry = z.strictObject({
  /** Stable, in addresses: lower case, digits, dots and hyphens. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  name: z.string().min(1),
  maker: z.string().min(1),
  category: Category,
  /** One plain sentence. */
  summary: z.string().min(1),
  modes: z.array(Mode).min(1).readonly(),
  gives: z.enum(["image", "video", "video-with-sound", "live-session", "text", "anything"]),
  controls: factOf(z.array(ListedControl).readonly()),
  prices: Prices,
  licence: Licence,
  commercialUse: Commercial,
  residency: Residency,
  watermark: Marked,
  provenance: Marks,
  latency: Latency,
  weights: factOf(z.enum(["open", "closed"])),
  status: EntryStatus,
  /** What else a lead should know before choosing it. */
  notes: z.array(z.string()).readonly(),
  /** How the wire was established: endpoint, library and version. */
  reached: factOf(z.string().min(1)),
  routes: z.array(Route).readonly(),
});
export type CatalogueEntry = Readonly<z.infer<typeof CatalogueEntry>>;

/** A system as it is on one of its routes: the only reading from which a run, a price or a lane's rule is decided. */
export function onRoute<Entry extends Omit<CatalogueEntry, "routes">>(entry: Entry, { facts = {} }: Pick<Route, "facts">): Entry {
  return { ...entry, ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) };
}

/** The parts of an entry that are facts, in the order people read them, with their names on screen. */
export const FACT_NAMES = {
  prices: "Price",
  licence: "Licence",
  commercialUse: "Commercial use",
  residency: "Where data is processed",
  watermark: "Watermark",
  provenance: "Marks of origin",
  latency: "Typical time",
  weights: "Weights",
  controls: "Controls",
  reached: "How it is reached",
} as const satisfies Partial<Record<keyof CatalogueEntry, string>>;
export type FactName = keyof typeof FACT_NAMES;
export const FACT_KEYS = Object.keys(FACT_NAMES) as readonly FactName[];
