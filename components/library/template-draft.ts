import { readInput } from "@/lib/domain/input/read-input";
import { Template, variablesIn, withVariable } from "@/lib/domain/pattern/template";
import type { Recipe, Reference } from "@/lib/domain/prompt/recipe";

/** A variable while somebody fills it in. */
export type VariableDraft = {
  readonly name: string;
  /** Used when no value is given; empty = whoever uses the pattern has to give one. */
  readonly fallback: string;
  readonly examples: readonly string[];
};

/** A template as its editor holds it: what is typed, whether or not it is complete. */
export type TemplateDraft = {
  readonly text: string;
  readonly negative: string;
  readonly variables: readonly VariableDraft[];
  readonly references: readonly Reference[];
  /** What the editor shows but does not change. */
  readonly kept: Pick<Template, "model" | "controls" | "seeds" | "count">;
};

/** A first proposal: the recipe as it was. Words in braces already in it are offered as variables. */
export function draftFromRecipe({ text, negative, references, model, controls, seeds, count }: Recipe): TemplateDraft {
  return { text, negative, variables: [], references, kept: { model, controls, seeds, count } };
}

export function draftFromTemplate(template: Template, references: readonly Reference[]): TemplateDraft {
  const { text, negative, variables, model, controls, seeds, count } = template;
  return {
    text,
    negative,
    variables: variables.map(({ name, default: fallback, examples }) => ({ name, fallback: fallback ?? "", examples })),
    references,
    kept: { model, controls, seeds, count },
  };
}

/** Every place of the phrase becomes `{name}`; the phrase itself is what stands there when no value is given. */
export function makeVariable(draft: TemplateDraft, phrase: string, name: string): TemplateDraft {
  const words = phrase.trim();
  const changed = { ...draft, text: withVariable(draft.text, words, name), negative: withVariable(draft.negative, words, name) };
  const known = draft.variables.find((variable) => variable.name === name);
  if (!known) return { ...changed, variables: [...draft.variables, { name, fallback: words, examples: [words] }] };
  const examples = known.examples.includes(words) ? known.examples : [...known.examples, words];
  return changeVariable(changed, name, { examples });
}

/** Names in braces that nobody has declared yet, in the order they stand in the text. */
export function undeclaredIn(draft: TemplateDraft): readonly string[] {
  const declared = new Set(draft.variables.map((variable) => variable.name));
  return variablesIn(`${draft.text} ${draft.negative}`).filter((name) => !declared.has(name));
}

export function declareVariable(draft: TemplateDraft, name: string): TemplateDraft {
  return { ...draft, variables: [...draft.variables, { name, fallback: "", examples: [] }] };
}

export function changeVariable(draft: TemplateDraft, name: string, part: Partial<Omit<VariableDraft, "name">>): TemplateDraft {
  return { ...draft, variables: draft.variables.map((variable) => (variable.name === name ? { ...variable, ...part } : variable)) };
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

/** The template the draft says, or the first sentence of what it lacks. */
export function readTemplate(draft: TemplateDraft): { readonly template: Template } | { readonly problem: string } {
  if (draft.text.trim() === "") return { problem: "A pattern needs a prompt." };
  const read = readInput(Template, {
    ...draft.kept,
    text: draft.text,
    negative: draft.negative,
    variables: draft.variables.map(({ name, fallback, examples }) => ({
      name,
      default: fallback.trim() === "" ? null : fallback.trim(),
      examples: [...examples],
    })),
  });
  return "problem" in read ? { problem: read.problem.sentence } : { template: read.value };
}
