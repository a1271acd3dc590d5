import { formatMicros } from "../money/micros";
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
  readonly per: ListedPrice["per"];
  /** Micro-dollars for one of them. */
  readonly micros: number;
  readonly by: string;
  /** The day it was entered. */
  readonly on: string;
}

/** The price of a route as a lead entered it: it stands in place of whatever the catalogue lists there. */
export function enteredFact({ per, micros, by, on }: EnteredPrice): CatalogueEntry["prices"] {
  const value = [{ per, leastMicros: micros, mostMicros: micros, applies: "" }];
  return { value, evidence: "workspace", source: `entered by ${by}`, checkedOn: on };
}

/** How many times above or below the catalogue an entered price may lie before it looks like a slip of the hand. */
const FAR = 20;

/** What is odd about an entered price, in a sentence; null for one in reach of what is known. It may still be right: nothing is refused by it. */
export function oddPrice(micros: bigint, known: CatalogueEntry["prices"]["value"], per: ListedPrice["per"]): string | null {
  if (micros === 0n) return "At $0.00 no budget counts these runs. Right only where nobody bills you for them.";
  const comparable = (known ?? []).filter((price) => price.per === per && price.mostMicros > 0);
  if (comparable.length === 0) return null;
  const least = Math.min(...comparable.map(({ leastMicros }) => leastMicros));
  const most = Math.max(...comparable.map(({ mostMicros }) => mostMicros));
  const range = least === most ? formatMicros(BigInt(most)) : `${formatMicros(BigInt(least))}–${formatMicros(BigInt(most))}`;
  if (micros > BigInt(most) * BigInt(FAR))
    return `This is more than ${FAR} times what the catalogue knows (${range}). Check the decimal point.`;
  if (micros * BigInt(FAR) < BigInt(least))
    return `This is less than a ${FAR}th of what the catalogue knows (${range}). Check the decimal point.`;
  return null;
}
