import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { type Control, type ControlValue, settingText } from "@/lib/domain/engine/control";
import type { Axis } from "@/lib/domain/grid/axis";
import type { Recipe } from "@/lib/domain/prompt/recipe";

export interface AxisChoice {
  /** The value as JSON: unique, and read back as it was. */
  readonly value: string;
  readonly label: string;
}

/** More values of a number than this are too many to press. */
const MOST_STEPS = 12;
const FIRST_SEEDS = [1, 2, 3, 4];

export const modelOf = (recipe: Recipe, models: readonly CatalogueModel[]) =>
  models.find((model) => model.engineId === recipe.model.engineId && model.capabilities.modelId === recipe.model.modelId);

/** Every axis a prompt on this model can have beyond its words, with the values it starts with. */
export function addableAxes(recipe: Recipe, models: readonly CatalogueModel[]): readonly { readonly axis: Axis; readonly hint: string }[] {
  const model = modelOf(recipe, models)?.capabilities;
  if (!model) return [];
  const { aspectRatio, settings } = recipe.controls;
  const others = model.aspectRatios.filter((ratio) => ratio !== aspectRatio);
  const axes: { axis: Axis; hint: string }[] = [];
  if (model.seeds) axes.push({ axis: { kind: "seed", values: [...FIRST_SEEDS] }, hint: "one picture each" });
  if (alike(recipe, models).length > 1) axes.push({ axis: { kind: "model", values: [recipe.model] }, hint: "the same words on several" });
  if (others.length > 0) axes.push({ axis: { kind: "aspect-ratio", values: [aspectRatio, ...others.slice(0, 1)] }, hint: "" });
  if (model.qualities.length > 1) axes.push({ axis: { kind: "quality", values: [...model.qualities] }, hint: "" });
  for (const control of model.settings) {
    const values = valuesOf(control);
    if (values.length > 1)
      axes.push({
        axis: { kind: "setting", key: control.key, values: startOf(values, settings[control.key] ?? control.default) },
        hint: "",
      });
  }
  if (model.referenceRoles.length > 0)
    axes.push(
      recipe.references.length > 0
        ? { axis: { kind: "references", values: [[...recipe.references], []] }, hint: "with, without, others" }
        : { axis: { kind: "references", values: [[]] }, hint: "pictures from your files" },
    );
  return axes;
}

/** The values an axis can have, to be switched on and off. */
export function choicesOf(axis: Axis, recipe: Recipe, models: readonly CatalogueModel[]): readonly AxisChoice[] {
  const model = modelOf(recipe, models)?.capabilities;
  const choice = (value: unknown, label: string): AxisChoice => ({ value: JSON.stringify(value), label });
  switch (axis.kind) {
    case "model":
      return alike(recipe, models).map(({ engineId, capabilities }) =>
        choice({ engineId, modelId: capabilities.modelId, revision: capabilities.revision }, capabilities.name),
      );
    case "aspect-ratio":
      return (model?.aspectRatios ?? []).map((ratio) => choice(ratio, ratio));
    case "quality":
      return (model?.qualities ?? []).map((quality) => choice(quality, quality));
    case "setting": {
      const control = model?.settings.find(({ key }) => key === axis.key);
      return control ? valuesOf(control).map((value) => choice(value, settingText(control, value))) : [];
    }
    default:
      return [];
  }
}

/** Models that make the same kind of thing: a picture's words on a video model would compare nothing. */
function alike(recipe: Recipe, models: readonly CatalogueModel[]): readonly CatalogueModel[] {
  const category = modelOf(recipe, models)?.capabilities.category;
  return models.filter(({ capabilities }) => capabilities.category === category);
}

function valuesOf(control: Control): readonly ControlValue[] {
  switch (control.kind) {
    case "choice":
      return control.options.map(({ value }) => value);
    case "toggle":
      return [false, true];
    case "number": {
      const steps = Math.floor((control.max - control.min) / control.step + 1e-6) + 1;
      const every = Math.max(1, Math.ceil(steps / MOST_STEPS));
      return Array.from({ length: Math.ceil(steps / every) }, (_, step) => Number((control.min + step * every * control.step).toFixed(6)));
    }
    default:
      return control satisfies never;
  }
}

/** The present value and another, so that there is a grid at once. */
function startOf(values: readonly ControlValue[], present: ControlValue): ControlValue[] {
  return [...new Set([present, ...values])].slice(0, 2);
}
