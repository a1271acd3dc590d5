import type { ModelCapabilities } from "./capabilities";
import type { CatalogueEntry, ListedPrice } from "./catalogue-entry";
import type { Pricing } from "./pricing";

/** The key of the setting that holds a video's length. */
const LENGTH = "duration";

/** By what a lead enters the price of a model: a second where one can choose the length, else an output. */
export function enteredPer({ category, settings }: Pick<ModelCapabilities, "category" | "settings">): "image" | "second" {
  return category === "video.generate" && settings.some(({ key }) => key === LENGTH) ? "second" : "image";
}

/** The pricing a lead's figure stands for: the same at both qualities. */
export function enteredPricing(model: Pick<ModelCapabilities, "category" | "settings">, micros: number): Pricing {
  const both = { draft: micros, final: micros };
  return enteredPer(model) === "second"
    ? { per: "second", micros: both, setting: LENGTH, seconds: { least: 1, most: 15 } }
    : { per: "image", micros: both };
}

/** What a lead entered for a model on one of a system's routes. */
export interface EnteredPrice {
  readonly engineId: string;
  readonly modelId: string;
  readonly per: ListedPrice["per"];
  /** Micro-dollars for one of them. */
  readonly micros: number;
  /** The model's name, for whoever reads the list. */
  readonly name: string;
  /** The day it was entered. */
  readonly on: string;
}

/**
 * A system with the prices as the workspace has them: what a lead entered for a route stands before the catalogue's, which is
 * left out once every route has a price of its own.
 */
export function withEnteredPrices<Entry extends CatalogueEntry>(entry: Entry, entered: readonly EnteredPrice[]): Entry {
  const priceOf = ({ engineId, modelId }: Entry["routes"][number]) =>
    entered.find((price) => price.engineId === engineId && price.modelId === modelId);
  const own = entry.routes.flatMap((route) => priceOf(route) ?? []);
  const [first] = own;
  if (!first) return entry;
  const rest = entry.routes.every(priceOf) ? [] : (entry.prices.value ?? []);
  const listed = own.map(({ per, micros, name, engineId }): ListedPrice => {
    return { per, leastMicros: micros, mostMicros: micros, applies: `${name} at ${engineId}, entered by a lead` };
  });
  const on = own.reduce((oldest, price) => (price.on < oldest ? price.on : oldest), first.on);
  return { ...entry, prices: { value: [...listed, ...rest], evidence: "workspace", source: "entered by a lead", checkedOn: on } };
}
