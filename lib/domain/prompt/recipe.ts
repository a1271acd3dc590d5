import { z } from "zod";
import { Settings } from "../engine/control";

/** What an input picture does in a recipe. The words are the field's; an engine's capabilities say which it understands. */
export const REFERENCE_ROLES = [
  "style",
  "character",
  "product",
  "composition",
  "mood",
  "start-frame",
  "end-frame",
  "motion",
  "mask",
  "image",
] as const;
export const ReferenceRole = z.enum(REFERENCE_ROLES);
export type ReferenceRole = z.infer<typeof ReferenceRole>;

/** Aspect ratios are a closed list, so that a contact sheet can reserve the right place before the picture exists. */
export const ASPECT_RATIOS = ["1:1", "4:5", "5:4", "3:4", "4:3", "2:3", "3:2", "9:16", "16:9", "21:9"] as const;
export const AspectRatio = z.enum(ASPECT_RATIOS);
export type AspectRatio = z.infer<typeof AspectRatio>;

/** Draft is for exploring (small, cheap); final is what may be reviewed and published. */
export const Quality = z.enum(["draft", "final"]);
export type Quality = z.infer<typeof Quality>;

export const MAX_VARIANTS_PER_RUN = 8;
export const MAX_REFERENCES = 16;
export const MAX_PROMPT_LENGTH = 20_000;
/** Seeds are unsigned 32-bit: every engine we know accepts that range, and a seed of 0 is a seed. */
export const MAX_SEED = 4_294_967_295;

/** Text as people send it. PostgreSQL cannot store NUL, so it is refused here with a sentence instead of failing there. */
export const PlainText = z.string().refine((text) => !text.includes("\u0000"), "Text cannot contain the NUL character.");

export const Seed = z.int().min(0).max(MAX_SEED);

/** One input picture: which asset, what it does, how strongly (0 = no influence, 1 = as strongly as the engine can). */
export const Reference = z.strictObject({
  assetId: z.uuid(),
  role: ReferenceRole,
  weight: z.number().min(0).max(1),
});
export type Reference = z.infer<typeof Reference>;

/** Which engine and model; the revision is the exact one, because the same name may paint differently next month. */
export const ModelChoice = z.strictObject({
  engineId: z.string().min(1).max(60),
  modelId: z.string().min(1).max(120),
  revision: z.string().min(1).max(60),
});
export type ModelChoice = z.infer<typeof ModelChoice>;

export const Controls = z.strictObject({
  aspectRatio: AspectRatio,
  quality: Quality,
  /** What this model has beyond the two above, e.g. a video's duration. Unnamed controls are at their default. */
  settings: Settings.default({}),
});
export type Controls = z.infer<typeof Controls>;

/** `random` draws new seeds for each run (recorded with the run); `locked` uses these, one a variant, in order. */
export const Seeds = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("random") }),
  z.strictObject({ mode: z.literal("locked"), values: z.array(Seed).min(1).max(MAX_VARIANTS_PER_RUN) }),
]);
export type Seeds = z.infer<typeof Seeds>;

/** The same seeds for fewer variants: the first ones stay, because a locked seed without its variant would be lost unsaid. */
export const seedsWithin = (seeds: Seeds, count: number): Seeds =>
  seeds.mode === "locked" && seeds.values.length > count ? { mode: "locked", values: seeds.values.slice(0, count) } : seeds;

/** The full recipe of a prompt: everything an engine needs, nothing that changes from run to run. */
export const Recipe = z.strictObject({
  text: PlainText.max(MAX_PROMPT_LENGTH),
  negative: PlainText.max(MAX_PROMPT_LENGTH),
  references: z.array(Reference).max(MAX_REFERENCES),
  model: ModelChoice,
  controls: Controls,
  seeds: Seeds,
  /** How many variants one run makes. */
  count: z.int().min(1).max(MAX_VARIANTS_PER_RUN),
});
export type Recipe = z.infer<typeof Recipe>;

/** Pixel size of a picture: the longer side is `longSide`, both sides are multiples of 8. */
export function pixelSize(aspectRatio: AspectRatio, longSide: number): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const snap = (side: number) => Math.max(8, Math.round(side / 8) * 8);
  return across >= down
    ? { width: snap(longSide), height: snap((longSide * down) / across) }
    : { width: snap((longSide * across) / down), height: snap(longSide) };
}
