import { z } from "zod";
import { PlainText, ReferenceRole } from "../prompt/recipe";

/** A variable's name as it stands in the text: `{subject}`. */
export const VariableName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "A variable is named like {subject}: small letters, digits and _.");

export const MAX_VALUE_LENGTH = 500;
const Value = PlainText.max(MAX_VALUE_LENGTH);

const MOST = 1e9;
export const VariableNumber = z.number().min(-MOST).max(MOST);

/** What a variable takes. Values are kept as text: a number as it was typed, a reference as its asset's id. */
export const VariableType = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text") }),
  z.strictObject({ kind: z.literal("choice"), options: z.array(Value.min(1)).min(1, "A choice needs an option.").max(50) }),
  z.strictObject({
    kind: z.literal("number"),
    min: VariableNumber,
    max: VariableNumber,
    /** Values are `min` plus whole steps; null = any number between. */
    step: z.number().positive("A step is more than 0.").max(MOST).nullable(),
  }),
  z.strictObject({ kind: z.literal("reference"), role: ReferenceRole, weight: z.number().min(0).max(1) }),
]);
export type VariableType = z.infer<typeof VariableType>;

export const VARIABLE_KINDS = ["text", "choice", "number", "reference"] as const satisfies readonly VariableType["kind"][];

/** A place of a template that whoever uses it fills. A reference stands among the references, the others in the text. */
export const Variable = z
  .strictObject({
    name: VariableName,
    type: VariableType.default({ kind: "text" }),
    /** Used when no value is given; null makes the variable required; empty = nothing stands there. */
    default: Value.nullable(),
    /** Values seen to work. */
    examples: z.array(Value).max(20),
  })
  .superRefine((variable, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", message });
    const { name, type, examples } = variable;
    if (type.kind === "number" && type.min > type.max) problem(`{${name}} has a smallest number above its largest.`);
    if (type.kind === "choice" && new Set(type.options).size !== type.options.length) problem(`{${name}} has an option twice.`);
    for (const value of [...(variable.default ? [variable.default] : []), ...examples]) {
      const refusal = refusalOfValue({ name, type }, value);
      if (refusal === null) continue;
      problem(refusal);
      break;
    }
  });
export type Variable = z.infer<typeof Variable>;

const MOST_LISTED = 8;
/** Room for what binary fractions lose: 0.3 is three steps of 0.1. */
const STEP_TOLERANCE = 1e-6;
const AN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Why a variable does not take a value, in one sentence; null when it does. An empty value is none. */
export function refusalOfValue({ name, type }: Pick<Variable, "name" | "type">, value: string): string | null {
  const said = value.trim();
  if (said === "") return null;
  switch (type.kind) {
    case "text":
      return null;
    case "choice":
      return type.options.some((option) => option.trim() === said) ? null : `{${name}} can be ${listed(type.options)}.`;
    case "reference":
      return AN_ID.test(said) ? null : `{${name}} takes a picture.`;
    case "number": {
      const number = Number(said);
      if (!Number.isFinite(number)) return `{${name}} takes a number.`;
      if (number < type.min || number > type.max) return `{${name}} must be between ${type.min} and ${type.max}.`;
      if (type.step === null) return null;
      const steps = (number - type.min) / type.step;
      return Math.abs(steps - Math.round(steps)) < STEP_TOLERANCE ? null : `{${name}} goes from ${type.min} in steps of ${type.step}.`;
    }
    default:
      return type satisfies never;
  }
}

function listed(options: readonly string[]): string {
  const shown = options.slice(0, MOST_LISTED).map((option) => `“${option}”`);
  if (options.length > MOST_LISTED) return `${shown.join(", ")} or one of ${options.length - MOST_LISTED} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
