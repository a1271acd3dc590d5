import { z } from "zod";
import {
  Controls,
  MAX_PROMPT_LENGTH,
  MAX_VARIANTS_PER_RUN,
  ModelChoice,
  PlainText,
  type Recipe,
  type Reference,
  Seeds,
} from "../prompt/recipe";

/** A variable's name as it stands in the text: `{subject}`. */
export const VariableName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "A variable is named like {subject}: small letters, digits and _.");

export const Variable = z.strictObject({
  name: VariableName,
  /** Used when no value is given; null makes the variable required. */
  default: PlainText.max(500).nullable(),
  /** Values seen to work. */
  examples: z.array(PlainText.max(500)).max(20),
});
export type Variable = z.infer<typeof Variable>;

/** A reusable full recipe: the text and the negative may hold `{variables}`. References are kept beside it, by position. */
export const Template = z
  .strictObject({
    text: PlainText.min(1).max(MAX_PROMPT_LENGTH),
    negative: PlainText.max(MAX_PROMPT_LENGTH),
    variables: z.array(Variable).max(20),
    model: ModelChoice,
    controls: Controls,
    seeds: Seeds,
    count: z.int().min(1).max(MAX_VARIANTS_PER_RUN),
  })
  .superRefine((template, context) => {
    const declared = template.variables.map((variable) => variable.name);
    const used = variablesIn(`${template.text} ${template.negative}`);
    for (const name of used.filter((name) => !declared.includes(name)))
      context.addIssue({ code: "custom", path: ["variables"], message: `{${name}} is used but not declared.` });
    for (const name of declared.filter((name) => !used.includes(name)))
      context.addIssue({ code: "custom", path: ["variables"], message: `{${name}} is declared but not used.` });
    if (new Set(declared).size !== declared.length)
      context.addIssue({ code: "custom", path: ["variables"], message: "Two variables have the same name." });
  });
export type Template = z.infer<typeof Template>;

const VARIABLE = /\{([a-z][a-z0-9_]{0,39})\}/g;

/** The variables of a text in order of first appearance. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? ""))];
}

/**
 * Makes one stretch of a prompt a variable: every occurrence of the phrase as whole words becomes `{name}`; "sea" leaves
 * "season" alone.
 */
export function withVariable(text: string, phrase: string, name: string): string {
  if (phrase.trim() === "") return text;
  const exact = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const letter = "[\\p{L}\\p{N}_]";
  return text.replace(new RegExp(`(?<!${letter})${exact}(?!${letter})`, "gu"), () => `{${name}}`);
}

export type PatternValues = Readonly<Record<string, string>>;

/** The values a template is still missing, and the ones it does not know. Both empty = it can be filled. */
export function problemsWith(
  template: Template,
  values: PatternValues,
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
  const names = template.variables.map((variable) => variable.name);
  return {
    missing: template.variables
      .filter((variable) => variable.default === null && (values[variable.name] ?? "").trim() === "")
      .map((variable) => variable.name),
    unknown: Object.keys(values).filter((name) => !names.includes(name)),
  };
}

/**
 * The recipe a template gives for some values. A value is inserted as it is: braces inside it are text, never a
 * variable again.
 */
export function fill(template: Template, references: readonly Reference[], values: PatternValues): Recipe {
  const chosen = (name: string) => {
    const given = values[name];
    if (given !== undefined && given.trim() !== "") return given.trim();
    return template.variables.find((variable) => variable.name === name)?.default ?? "";
  };
  const insert = (text: string) => text.replace(VARIABLE, (_, name: string) => chosen(name));
  return {
    text: insert(template.text),
    negative: insert(template.negative),
    references: [...references],
    model: template.model,
    controls: template.controls,
    seeds: template.seeds,
    count: template.count,
  };
}
