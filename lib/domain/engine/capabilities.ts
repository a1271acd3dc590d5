import { z } from "zod";
import { AspectRatio, Quality, ReferenceRole } from "../prompt/recipe";
import { WeightLimits } from "../prompt/weights";
import { Control } from "./control";
import { Pricing } from "./pricing";

/** What a model makes of what. */
export const MODEL_CATEGORIES = ["image.generate", "image.edit", "video.generate"] as const;
export const ModelCategory = z.enum(MODEL_CATEGORIES);
export type ModelCategory = z.infer<typeof ModelCategory>;

/** What a model accepts. The composer shows only these controls; a recipe outside them is refused before money is spent. */
export const ModelCapabilities = z.strictObject({
  modelId: z.string(),
  /** Name on screen. */
  name: z.string(),
  /** Exact revision; changes whenever the same request may give other pixels. */
  revision: z.string(),
  category: ModelCategory,
  /** Empty: what it makes has the shape of the reference with role `image`; the recipe's aspect ratio is not looked at. */
  aspectRatios: z.array(AspectRatio).readonly(),
  qualities: z.array(Quality).readonly(),
  /** Longer side of the output in pixels. */
  longSide: z.record(Quality, z.int()).readonly(),
  maxVariants: z.int(),
  /** Whether there is nothing to do without words. An edit or a start frame may speak for itself. */
  needsText: z.boolean(),
  negative: z.boolean(),
  /** What it makes of `(words:1.3)` in a prompt; null: it has no weights, and reads brackets and number as words. */
  wordWeights: WeightLimits.nullable(),
  seeds: z.boolean(),
  /** The same request gives the same bytes, on any machine, for this revision. */
  deterministic: z.boolean(),
  referenceRoles: z.array(ReferenceRole).readonly(),
  maxReferences: z.int(),
  /** Roles without which it cannot work: an edit needs its `image`. A weight of 0 counts as left out. */
  requiredReferences: z.array(ReferenceRole).readonly(),
  /** Its controls beyond aspect ratio and quality. */
  settings: z.array(Control).readonly(),
  pricing: Pricing,
});
export type ModelCapabilities = Readonly<z.infer<typeof ModelCapabilities>>;

/** A model in the catalogue: what it accepts and what a lead needs to know before choosing it. */
export const CatalogueModel = z.strictObject({
  engineId: z.string(),
  engineName: z.string(),
  capabilities: ModelCapabilities,
  /** IPTC digital source type of what it makes: written into every published file. */
  digitalSourceType: z.enum(["algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]),
  /** One plain sentence of what it is; a procedural engine never calls itself AI. */
  description: z.string(),
  licence: z.string(),
  residency: z.string(),
  watermark: z.string(),
  status: z.enum(["active", "import-only", "retired"]),
  source: z.string(),
  /** ISO date. Facts older than 90 days are shown as stale. */
  checkedOn: z.iso.date(),
});
export type CatalogueModel = z.infer<typeof CatalogueModel>;
