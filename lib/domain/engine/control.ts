import { z } from "zod";

/** What a setting of a recipe holds. Its bounds stop what nobody types; what a model takes, its controls say. */
export const ControlValue = z.union([z.string().max(200), z.number(), z.boolean()]);
export type ControlValue = z.infer<typeof ControlValue>;

/** A setting's name in recipes, e.g. `duration`. Stable: recipes of years ago still carry it. */
export const ControlKey = z.string().regex(/^[a-z][a-zA-Z0-9_-]{0,39}$/, "A setting is named like duration or cameraMove.");

export const MAX_SETTINGS = 32;

/** What a recipe says about its model's controls, by key. A control it does not name is at its default. */
export const Settings = z
  .record(ControlKey, ControlValue)
  .refine((settings) => Object.keys(settings).length <= MAX_SETTINGS, `A recipe can have at most ${MAX_SETTINGS} settings.`);
export type Settings = Readonly<z.infer<typeof Settings>>;

const named = { key: ControlKey, label: z.string() };

/** One setting a model has beyond aspect ratio and quality: what the composer shows and a recipe may hold. */
export const Control = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("choice"),
    ...named,
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).readonly(),
    default: z.string(),
  }),
  z.strictObject({
    kind: z.literal("number"),
    ...named,
    min: z.number(),
    max: z.number(),
    /** Values are `min` plus whole steps. */
    step: z.number().positive(),
    /** As people read it after the number, e.g. `s`; null for a bare number. */
    unit: z.string().nullable(),
    default: z.number(),
  }),
  z.strictObject({ kind: z.literal("toggle"), ...named, default: z.boolean() }),
]);
export type Control = Readonly<z.infer<typeof Control>>;

export function defaultSettings(controls: readonly Control[]): Settings {
  return Object.fromEntries(controls.map((control) => [control.key, control.default]));
}

/** Every control of the model with its value: the recipe's, else the default. What engines and prices are given. */
export function completeSettings(controls: readonly Control[], settings: Settings): Settings {
  return { ...defaultSettings(controls), ...settings };
}

/** What of `settings` a model takes as it is: what survives when a recipe changes its model. */
export function fittingSettings(controls: readonly Control[], settings: Settings): Settings {
  const fits = ([key, value]: [string, ControlValue]) => refusalOfSettings(controls, { [key]: value }) === null;
  return Object.fromEntries(Object.entries(settings).filter(fits));
}

/** Why a model does not take these settings, in one sentence, or null when it does. */
export function refusalOfSettings(controls: readonly Control[], settings: Settings): string | null {
  for (const [key, value] of Object.entries(settings)) {
    const control = controls.find((candidate) => candidate.key === key);
    if (!control) return `This model has no setting “${key}”. Remove it or choose another model.`;
    const refusal = refusalOfValue(control, value);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refusalOfValue(control: Control, value: ControlValue): string | null {
  switch (control.kind) {
    case "choice":
      if (control.options.some((option) => option.value === value)) return null;
      return `${control.label} can be ${oneOf(control.options.map((option) => option.label))}.`;
    case "toggle":
      return typeof value === "boolean" ? null : `${control.label} is either on or off.`;
    case "number": {
      const unit = control.unit === null ? "" : ` ${control.unit}`;
      if (typeof value !== "number" || !(value >= control.min && value <= control.max))
        return `${control.label} must be between ${control.min} and ${control.max}${unit}.`;
      return isWholeStep(value, control) ? null : `${control.label} goes in steps of ${control.step}${unit}.`;
    }
    default:
      return control satisfies never;
  }
}

/** Room for what binary fractions lose: 0.3 is three steps of 0.1. */
const STEP_TOLERANCE = 1e-6;

function isWholeStep(value: number, { min, step }: { readonly min: number; readonly step: number }): boolean {
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < STEP_TOLERANCE;
}

function oneOf(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}

/** A setting's value as people read it: the option's words, the number with its unit, on or off. */
export function settingText(control: Control, value: ControlValue): string {
  if (control.kind === "choice") return control.options.find((option) => option.value === value)?.label ?? String(value);
  if (control.kind === "toggle") return value === true ? "on" : "off";
  return control.unit === null ? String(value) : `${value} ${control.unit}`;
}
