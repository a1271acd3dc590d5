import { z } from "zod";
import type { CatalogueModel } from "../engine/capabilities";
import { Settings } from "../engine/control";
import { onModel } from "../prompt/change-model";
import { idOfModel, type ModelName } from "../prompt/model-name";
import { AspectRatio, MAX_VARIANTS_PER_RUN, ModelChoice, Quality, type Recipe, Seeds, seedsWithin } from "../prompt/recipe";
import { settingName, spoken } from "../prompt/setting-words";

/** A control a pattern can leave free: one every model has, or a setting of its own, `settings.duration`. */
export const FreeControl = z
  .string()
  .regex(
    /^(?:aspectRatio|quality|count|seeds|settings\.[a-z][a-zA-Z0-9_-]{0,39})$/,
    "A control is aspectRatio, quality, count, seeds or settings.name.",
  );
export type FreeControl = z.infer<typeof FreeControl>;

/** What whoever uses a pattern sets otherwise than the pattern does. */
export const PatternChange = z.strictObject({
  count: z.int().min(1).max(MAX_VARIANTS_PER_RUN).optional(),
  seeds: Seeds.optional(),
  aspectRatio: AspectRatio.optional(),
  quality: Quality.optional(),
  settings: Settings.optional(),
  /** Another of the models the pattern allows. */
  model: ModelChoice.omit({ revision: true }).optional(),
});
export type PatternChange = z.infer<typeof PatternChange>;

/** The part of a template that says what may be set. */
interface Locks {
  readonly model: Recipe["model"];
  readonly alternatives: readonly Recipe["model"][];
  readonly controls: Recipe["controls"];
  readonly seeds: Recipe["seeds"];
  readonly count: number;
  readonly free: readonly string[];
}

const WORDS: Readonly<Record<string, string>> = {
  aspectRatio: "aspect ratio",
  quality: "quality",
  count: "number of variants",
  seeds: "seeds",
};

/** A control as people call it. */
export const controlWords = (control: string) => WORDS[control] ?? settingName(control.replace(/^settings\./, ""));

/** Whether a control may be set by whoever uses the pattern. */
export const isFree = ({ free }: Pick<Locks, "free">, control: string) => free.includes(control);

/** Why a pattern does not allow a change, in one sentence; null when it does. Naming what it has anyway is no change. */
export function refusalOfChange(template: Locks, change: PatternChange, nameOf: ModelName = idOfModel): string | null {
  const { model } = change;
  const allowed = [template.model, ...template.alternatives];
  if (model && !allowed.some(({ engineId, modelId }) => engineId === model.engineId && modelId === model.modelId))
    return `This pattern runs on ${allowed.map(nameOf).join(" or ")}, not on ${nameOf(model)}.`;
  const held = heldBy(template);
  for (const [control, value] of askedIn(change)) {
    if (isFree(template, control) || JSON.stringify(value) === JSON.stringify(held(control))) continue;
    const at = held(control);
    return at === undefined
      ? `The ${controlWords(control)} of this pattern is locked at the model's default.`
      : `The ${controlWords(control)} of this pattern ${control === "seeds" ? "are" : "is"} locked${atWords(control, at)}.`;
  }
  return null;
}

const heldBy =
  ({ count, seeds, controls }: Pick<Locks, "count" | "seeds" | "controls">) =>
  (control: string): unknown => {
    if (control === "count") return count;
    if (control === "seeds") return seeds;
    if (control === "aspectRatio") return controls.aspectRatio;
    if (control === "quality") return controls.quality;
    return controls.settings[control.replace(/^settings\./, "")];
  };

function atWords(control: string, value: unknown): string {
  if (control === "seeds") {
    const seeds = Seeds.parse(value);
    return seeds.mode === "locked" ? ` at ${seeds.values.join(", ")}` : ": each run takes new ones";
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? ` at ${spoken(value)}` : "";
}

function askedIn({ count, seeds, aspectRatio, quality, settings = {} }: PatternChange): readonly (readonly [string, unknown])[] {
  const all: readonly (readonly [string, unknown])[] = [
    ["count", count],
    ["seeds", seeds],
    ["aspectRatio", aspectRatio],
    ["quality", quality],
    ...Object.entries(settings).map(([key, value]) => [`settings.${key}`, value] as const),
  ];
  return all.filter(([, value]) => value !== undefined);
}

/**
 * A filled recipe with a change the pattern allows. Fewer variants than it has seeds for take its first ones; another
 * model takes what it can of the recipe.
 * @param model the other model asked for, if one is
 */
export function changed(recipe: Recipe, change: PatternChange, model?: CatalogueModel): Recipe {
  const moved = model ? onModel(recipe, model) : recipe;
  const { controls } = moved;
  const count = change.count ?? moved.count;
  return {
    ...moved,
    controls: {
      aspectRatio: change.aspectRatio ?? controls.aspectRatio,
      quality: change.quality ?? controls.quality,
      settings: { ...controls.settings, ...change.settings },
    },
    count,
    seeds: change.seeds ?? seedsWithin(moved.seeds, count),
  };
}

/** What a recipe sets otherwise than the template it came from, of what the template leaves free. */
export function changeIn(template: Locks, recipe: Pick<Recipe, "model" | "controls" | "seeds" | "count">): PatternChange {
  const { engineId, modelId } = recipe.model;
  const isOther = engineId !== template.model.engineId || modelId !== template.model.modelId;
  const isAllowed = template.alternatives.some((model) => model.engineId === engineId && model.modelId === modelId);
  const held = heldBy(template);
  const differs = (control: string, value: unknown) => isFree(template, control) && JSON.stringify(value) !== JSON.stringify(held(control));
  const settings = Object.entries(recipe.controls.settings).filter(([key, value]) => differs(`settings.${key}`, value));
  const { aspectRatio, quality } = recipe.controls;
  return {
    ...(isOther && isAllowed ? { model: { engineId, modelId } } : {}),
    ...(differs("aspectRatio", aspectRatio) ? { aspectRatio } : {}),
    ...(differs("quality", quality) ? { quality } : {}),
    ...(differs("count", recipe.count) ? { count: recipe.count } : {}),
    ...(differs("seeds", recipe.seeds) ? { seeds: recipe.seeds } : {}),
    ...(settings.length > 0 ? { settings: Object.fromEntries(settings) } : {}),
  };
}
