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
import { AcceptableDefects } from "../review/defect";
import { FreeControl } from "./free-control";
import { refusalOfValue, Variable } from "./variable";

export const MAX_VARIABLES = 20;
const MAX_ALTERNATIVES = 8;

/**
 * A reusable full recipe: the text and the negative may hold `{variables}`. References are kept beside it, by position.
 * Whatever was added after the first versions were saved has a default, so that they still can be read.
 */
export const Template = z
  .strictObject({
    text: PlainText.min(1).max(MAX_PROMPT_LENGTH),
    negative: PlainText.max(MAX_PROMPT_LENGTH),
    variables: z.array(Variable).max(MAX_VARIABLES),
    model: ModelChoice,
    /** Further models it may be used on. */
    alternatives: z.array(ModelChoice).max(MAX_ALTERNATIVES).default([]),
    controls: Controls,
    seeds: Seeds,
    count: z.int().min(1).max(MAX_VARIANTS_PER_RUN),
    /** What whoever uses it may set otherwise; every other control is locked. */
    free: z.array(FreeControl).max(40).default(["count", "seeds"]),
    /** What it is known to get wrong and is used for all the same. */
    acceptableDefects: AcceptableDefects.default([]),
    /** What whoever uses it should know. */
    notes: PlainText.max(4_000).default(""),
  })
  .superRefine((template, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", path: ["variables"], message });
    const declared = template.variables.map((variable) => variable.name);
    const used = variablesIn(`${template.text} ${template.negative}`);
    const isReference = new Set(template.variables.filter(({ type }) => type.kind === "reference").map(({ name }) => name));
    for (const name of used.filter((name) => !declared.includes(name))) problem(`{${name}} is used but not declared.`);
    for (const name of declared.filter((name) => !used.includes(name) && !isReference.has(name)))
      problem(`{${name}} is declared but not used.`);
    for (const name of used.filter((name) => isReference.has(name))) problem(`{${name}} is a reference, so it cannot stand in the text.`);
    if (new Set(declared).size !== declared.length) problem("Two variables have the same name.");
    const models = [template.model, ...template.alternatives].map(({ engineId, modelId }) => `${engineId}/${modelId}`);
    if (new Set(models).size !== models.length)
      context.addIssue({ code: "custom", path: ["alternatives"], message: "A model is allowed once." });
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

/** What keeps values from filling a template; all three empty = it can be filled. */
export interface ValueProblems {
  /** Variables that have to be given and are not. */
  readonly missing: readonly string[];
  /** Values for variables it does not have. */
  readonly unknown: readonly string[];
  /** Values their variables do not take, a sentence each. */
  readonly wrong: readonly string[];
}

export function problemsWith(template: Pick<Template, "variables">, values: PatternValues): ValueProblems {
  const { variables } = template;
  const names = variables.map((variable) => variable.name);
  return {
    missing: variables
      .filter((variable) => variable.default === null && (values[variable.name] ?? "").trim() === "")
      .map(({ name }) => name),
    unknown: Object.keys(values).filter((name) => !names.includes(name)),
    wrong: variables.flatMap((variable) => refusalOfValue(variable, values[variable.name] ?? "") ?? []),
  };
}

const inWords = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

/** The first problem with values as a sentence; null when the template can be filled. */
export function refusalOfValues(template: Pick<Template, "variables">, values: PatternValues): string | null {
  const { missing, unknown, wrong } = problemsWith(template, values);
  if (missing.length > 0) return `Give a value for ${inWords(missing)}.`;
  if (unknown.length > 0) return `This pattern has no ${inWords(unknown)}.`;
  return wrong[0] ?? null;
}

/** What stands for each variable: the value given, else the default, else nothing. */
export function chosenValues(template: Pick<Template, "variables">, values: PatternValues): PatternValues {
  return Object.fromEntries(template.variables.map(({ name, default: fallback }) => [name, values[name]?.trim() || fallback || ""]));
}

/**
 * The recipe a template gives for some values. A value is inserted as it is: braces inside it are text, never a
 * variable again. The references that are variables follow the ones that are always there.
 */
export function fill(template: Template, references: readonly Reference[], values: PatternValues): Recipe {
  const chosen = chosenValues(template, values);
  return {
    text: inserted(template.text, chosen),
    negative: inserted(template.negative, chosen),
    references: [...references, ...chosenReferences(template, chosen)],
    model: template.model,
    controls: template.controls,
    seeds: template.seeds,
    count: template.count,
  };
}

/** Where nothing stands for a variable, what set it apart goes too: "a cat, {mood}, ink" is "a cat, ink". */
function inserted(text: string, chosen: PatternValues): string {
  const isGone = (name: string) => (chosen[name] ?? "") === "";
  const filled = text.replace(/([,;]?\s*)\{([a-z][a-z0-9_]{0,39})\}/g, (_, before: string, name: string) =>
    isGone(name) ? "" : `${before}${chosen[name]}`,
  );
  const [first = ""] = /^\s*\{[a-z0-9_]+\}/.exec(text) ?? [];
  return isGone(first.trim().slice(1, -1)) && first !== "" ? filled.replace(/^[\s,;]+/, "") : filled;
}

function chosenReferences({ variables }: Template, chosen: PatternValues): readonly Reference[] {
  return variables.flatMap(({ name, type }): Reference[] => {
    const assetId = chosen[name] ?? "";
    return type.kind === "reference" && assetId !== "" ? [{ assetId, role: type.role, weight: type.weight }] : [];
  });
}

/** The assets a template names itself: defaults and examples of its reference variables. */
export function assetsNamedIn({ variables }: Pick<Template, "variables">): readonly string[] {
  const named = variables.flatMap(({ type, default: fallback, examples }) =>
    type.kind === "reference" ? [...(fallback ? [fallback] : []), ...examples] : [],
  );
  return [...new Set(named.filter((assetId) => assetId !== ""))];
}
