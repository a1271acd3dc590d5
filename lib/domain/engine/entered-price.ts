import type { ModelCapabilities } from "./capabilities";
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
