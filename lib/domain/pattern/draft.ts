import { z } from "zod";
import { readInput } from "../input/read-input";
import {
  Controls,
  MAX_PROMPT_LENGTH,
  MAX_REFERENCES,
  MAX_VARIANTS_PER_RUN,
  ModelChoice,
  PlainText,
  type Recipe,
  Reference,
  ReferenceRole,
  Seeds,
} from "../prompt/recipe";
import { AcceptableDefects } from "../review/defect";
import { FreeControl } from "./free-control";
import { MAX_VARIABLES, type Template, variablesIn, withVariable } from "./template";
import { MAX_VALUE_LENGTH, VariableName, VariableNumber, type VariableType } from "./variable";
import { type VersionContents, WrittenVersion } from "./written-version";

const DraftType = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text") }),
  z.strictObject({ kind: z.literal("choice"), options: z.array(PlainText.max(MAX_VALUE_LENGTH)).max(50) }),
  z.strictObject({ kind: z.literal("number"), min: VariableNumber, max: VariableNumber, step: VariableNumber.nullable() }),
  z.strictObject({ kind: z.literal("reference"), role: ReferenceRole, weight: z.number().min(0).max(1) }),
]);

/** A variable while somebody describes it. */
export const VariableDraft = z.strictObject({
  name: VariableName,
  type: DraftType,
  isRequired: z.boolean(),
  /** Used when no value is given; kept while the variable is required, for when it no longer is. */
  fallback: PlainText.max(MAX_VALUE_LENGTH),
  examples: z.array(PlainText.max(MAX_VALUE_LENGTH)).max(20),
});
export type VariableDraft = z.infer<typeof VariableDraft>;

/** The next version as its editor holds it: what was typed, whether or not it is complete. */
export const TemplateDraft = z.strictObject({
  text: PlainText.max(MAX_PROMPT_LENGTH),
  negative: PlainText.max(MAX_PROMPT_LENGTH),
  variables: z.array(VariableDraft).max(MAX_VARIABLES),
  references: z.array(Reference).max(MAX_REFERENCES),
  model: ModelChoice,
  alternatives: z.array(ModelChoice).max(8),
  controls: Controls,
  seeds: Seeds,
  count: z.int().min(1).max(MAX_VARIANTS_PER_RUN),
  free: z.array(FreeControl).max(40),
  acceptableDefects: AcceptableDefects,
  notes: PlainText.max(4_000),
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** A first proposal: the recipe as it was, with the controls anybody could set before they were locked. */
export function draftFromRecipe(recipe: Recipe): TemplateDraft {
  const { references, ...rest } = recipe;
  return {
    ...rest,
    references,
    variables: [],
    alternatives: [],
    free: ["count", "seeds"],
    acceptableDefects: [],
    notes: "",
  };
}

export function draftFromTemplate({ template, references }: VersionContents): TemplateDraft {
  return {
    ...template,
    references: references.map(({ assetId, role, weight }) => ({ assetId, role, weight })),
    variables: template.variables.map(({ name, type, default: fallback, examples }) => ({
      name,
      type,
      isRequired: fallback === null,
      fallback: fallback ?? "",
      examples,
    })),
  };
}

/** Every place of the phrase becomes `{name}`; the phrase itself is what stands there when no value is given. */
export function makeVariable(draft: TemplateDraft, phrase: string, name: string): TemplateDraft {
  const words = phrase.trim();
  const replaced = { ...draft, text: withVariable(draft.text, words, name), negative: withVariable(draft.negative, words, name) };
  const known = draft.variables.find((variable) => variable.name === name);
  if (!known) {
    const made: VariableDraft = { name, type: { kind: "text" }, isRequired: false, fallback: words, examples: [words] };
    return { ...replaced, variables: [...draft.variables, made] };
  }
  const examples = known.examples.includes(words) ? known.examples : [...known.examples, words];
  return changeVariable(replaced, name, { examples });
}

export const leansOn = ({ references }: Pick<TemplateDraft, "references">, { assetId, role }: Reference): boolean =>
  references.some((one) => one.assetId === assetId && one.role === role);

/** The draft with one more reference. One that stands in that role already, and one too many, change nothing. */
export function withReference(draft: TemplateDraft, reference: Reference): TemplateDraft {
  if (leansOn(draft, reference) || draft.references.length >= MAX_REFERENCES) return draft;
  return { ...draft, references: [...draft.references, reference] };
}

/** Names in braces that nobody has declared yet, in the order they stand in the text. */
export function undeclaredIn(draft: TemplateDraft): readonly string[] {
  const declared = new Set(draft.variables.map((variable) => variable.name));
  return variablesIn(`${draft.text} ${draft.negative}`).filter((name) => !declared.has(name));
}

export function declareVariable(draft: TemplateDraft, name: string, type: VariableType = { kind: "text" }): TemplateDraft {
  return { ...draft, variables: [...draft.variables, { name, type, isRequired: true, fallback: "", examples: [] }] };
}

export function changeVariable(draft: TemplateDraft, name: string, part: Partial<Omit<VariableDraft, "name">>): TemplateDraft {
  return { ...draft, variables: draft.variables.map((variable) => (variable.name === name ? { ...variable, ...part } : variable)) };
}

/** Calls a variable something else, in the texts too. A name that is taken changes nothing. */
export function renameVariable(draft: TemplateDraft, name: string, next: string): TemplateDraft {
  if (name === next || draft.variables.some((variable) => variable.name === next)) return draft;
  const renamed = (text: string) => text.replaceAll(`{${name}}`, `{${next}}`);
  return {
    ...draft,
    text: renamed(draft.text),
    negative: renamed(draft.negative),
    variables: draft.variables.map((variable) => (variable.name === name ? { ...variable, name: next } : variable)),
  };
}

/** Another kind of variable. What it was seen to take becomes the options of a choice; words say nothing about a picture. */
export function retypeVariable(variable: VariableDraft, kind: VariableType["kind"]): VariableDraft {
  const { fallback, examples } = variable;
  const said = [...new Set([...(fallback === "" ? [] : [fallback]), ...examples])];
  switch (kind) {
    case "text":
      return variable.type.kind === "reference"
        ? { ...variable, type: { kind }, fallback: "", examples: [] }
        : { ...variable, type: { kind }, examples: variable.type.kind === "choice" ? variable.type.options.slice(0, 20) : examples };
    case "choice": {
      const options = variable.type.kind === "reference" ? [] : said;
      return { ...variable, type: { kind, options }, fallback: options.includes(fallback) ? fallback : "", examples: [] };
    }
    case "number": {
      const numbers = said.map(Number).filter(Number.isFinite);
      const [min, max] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 10];
      return {
        ...variable,
        type: { kind, min, max: max > min ? max : min + 10, step: null },
        fallback: Number.isFinite(Number(fallback)) ? fallback : "",
        examples: examples.filter((example) => Number.isFinite(Number(example))),
      };
    }
    case "reference":
      return { ...variable, type: { kind, role: "style", weight: 0.6 }, fallback: "", examples: [] };
    default:
      return kind satisfies never;
  }
}

/** Takes a variable back: what it stood for returns to the text, or its bare name when it stood for nothing. */
export function dissolveVariable(draft: TemplateDraft, name: string): TemplateDraft {
  const variable = draft.variables.find((one) => one.name === name);
  const words = variable?.fallback || variable?.examples[0] || name.replaceAll("_", " ");
  const dissolve = (text: string) => text.split(`{${name}}`).join(words);
  return {
    ...draft,
    text: dissolve(draft.text),
    negative: dissolve(draft.negative),
    variables: draft.variables.filter((one) => one.name !== name),
  };
}

/** A name to begin with: "Golden hour!" → "golden_hour". Empty when nothing of the phrase can stand in a name. */
export function nameFor(phrase: string): string {
  return phrase
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");
}

/** The version the draft says, or the first sentence of what it lacks. */
export function readDraft(draft: TemplateDraft): VersionContents | { readonly problem: string } {
  if (draft.text.trim() === "") return { problem: "A pattern needs a prompt." };
  const { references, variables, ...rest } = draft;
  const template = {
    ...rest,
    variables: variables.map(({ name, type, isRequired, fallback, examples }) => ({
      name,
      type: type.kind === "choice" ? { kind: type.kind, options: type.options.map((option) => option.trim()).filter(Boolean) } : type,
      default: isRequired ? null : fallback.trim(),
      examples,
    })),
  } satisfies z.input<typeof Template>;
  const read = readInput(WrittenVersion, { template, references });
  return "problem" in read ? { problem: read.problem.sentence } : read.value;
}
