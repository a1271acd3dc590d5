import { idOfModel, type ModelName } from "../prompt/model-name";
import type { Recipe, Reference } from "../prompt/recipe";
import { alignTexts } from "./align";
import { commonest } from "./commonest";
import { MAX_VARIABLES, type PatternValues, type Template } from "./template";
import type { Variable } from "./variable";
import { variableName } from "./variable-name";

/** A pattern read out of several recipes that worked. A person edits it before it is saved. */
export interface Proposal {
  readonly template: Template;
  /** What all of them lean on. */
  readonly references: readonly Reference[];
  /** What only some of them lean on, most first: not kept unless a person wants it. */
  readonly leftOut: readonly PartialReference[];
  /** What each source said for the variables, in the order of the sources. */
  readonly values: readonly PatternValues[];
  /** What could not be brought together, as sentences. */
  readonly open: readonly string[];
}

/** A reference that is not in every recipe. */
export interface PartialReference {
  readonly reference: Reference;
  /** In so many of the recipes. */
  readonly count: number;
}

const MAX_EXAMPLES = 20;

/**
 * Keeps what recipes share and makes a variable of what differs, with the values seen. Throws when it is given none.
 * Words that stand in most of the prompts stay; those in fewer go; both are said.
 */
export function induce(recipes: readonly Recipe[], modelName: ModelName = idOfModel): Proposal {
  const [first] = recipes;
  if (!first) throw new Error("induce() needs a recipe");
  const open: string[] = [];
  const { text, variables, values } = inducedText(
    recipes.map((recipe) => withoutBraces(recipe.text, open)),
    open,
  );
  const negatives = recipes.map((recipe) => withoutBraces(recipe.negative, open));
  const negative = commonest(negatives);
  if (new Set(negatives).size > 1) open.push(negativesWords(negatives, negative));
  const { references, leftOut } = sharedReferences(recipes);
  if (leftOut.length > 0)
    open.push(
      leftOut.length === 1
        ? "One reference is not in all of them and was left out."
        : `${leftOut.length} references are not in all of them and were left out.`,
    );
  const model = commonestOf(recipes, ({ model }) => model);
  const controls = commonestOf(recipes, ({ controls }) => controls);
  const seeds = commonestOf(recipes, ({ seeds }) => seeds);
  const alternatives = otherModels(recipes, model.value);
  // Another revision is no other model: a version runs on its model as it is today.
  if (alternatives.length > 0) open.push(`They were made by different models; ${modelName(model.value)} is kept, the others are allowed.`);
  if (!controls.isAgreed) open.push("Their controls differ; the commonest ones are kept and can be set otherwise.");
  if (!seeds.isAgreed) open.push("Their seeds differ; each run takes new ones.");
  return {
    template: {
      text,
      negative,
      variables: [...variables],
      model: model.value,
      alternatives,
      controls: controls.value,
      seeds: seeds.isAgreed ? seeds.value : { mode: "random" },
      count: commonestOf(recipes, ({ count }) => count).value,
      free: ["count", "seeds", ...differingControls(recipes)],
      acceptableDefects: [],
      notes: "",
    },
    references,
    leftOut,
    values,
    open: [...new Set(open)],
  };
}

const LONGEST_QUOTE = 80;

/** Which of several negative prompts is kept, in how many it is, and which are not: often there is no commonest one. */
function negativesWords(all: readonly string[], kept: string): string {
  const name = (text: string) =>
    text === "" ? "an empty one" : `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
  const times = (text: string) => all.filter((other) => other === text).length;
  const others = [...new Set(all)].filter((text) => text !== kept);
  const said = others.slice(0, MAX_QUOTED).map((text) => `${name(text)} (${times(text)} of ${all.length})`);
  const more = others.length > MAX_QUOTED ? ` and ${others.length - MAX_QUOTED} more` : "";
  return `Their negative prompts differ: ${name(kept)} is kept, which ${times(kept)} of ${all.length} have; left out: ${said.join(", ")}${more}.`;
}

const MAX_ALTERNATIVES = 8;

function otherModels(recipes: readonly Recipe[], kept: Recipe["model"]): Recipe["model"][] {
  const nameOf = ({ engineId, modelId }: Recipe["model"]) => `${engineId}/${modelId}`;
  const others = new Map(recipes.map(({ model }) => [nameOf(model), model] as const));
  others.delete(nameOf(kept));
  return [...others.values()].slice(0, MAX_ALTERNATIVES);
}

/** What some of them set in one way and some in another is left to whoever uses it. */
function differingControls(recipes: readonly Recipe[]): readonly string[] {
  const said = recipes.map(({ controls: { aspectRatio, quality, settings } }) => ({
    aspectRatio,
    quality,
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`settings.${key}`, value])),
  }));
  const names = [...new Set(said.flatMap((controls) => Object.keys(controls)))];
  const valuesOf = (name: string) => said.map((controls: Readonly<Record<string, unknown>>) => JSON.stringify(controls[name]));
  return names.filter((name) => new Set(valuesOf(name)).size > 1);
}

interface InducedText {
  readonly text: string;
  readonly variables: readonly Variable[];
  readonly values: readonly PatternValues[];
}

function inducedText(texts: readonly string[], open: string[]): InducedText {
  const stretches = alignTexts(texts);
  const [first = ""] = texts;
  if (stretches === null) {
    open.push("The prompts are too long to compare; the first one is kept.");
    return { text: first, variables: [], values: texts.map(() => ({})) };
  }
  if (texts.length > 1 && !stretches.some(({ kind }) => kind === "shared")) open.push("The prompts share no words.");
  const variables: Variable[] = [];
  const values: Record<string, string>[] = texts.map(() => ({}));
  const parts: string[] = [];
  let before = "";
  for (const stretch of stretches) {
    if (stretch.kind === "shared") {
      parts.push(stretch.text);
      before = stretch.text;
      continue;
    }
    const said = stretch.texts.filter((part) => part !== "");
    if (said.length <= texts.length / 2) {
      open.push(`${quoted(said)} stands in ${said.length} of ${texts.length} prompts and was left out.`);
      continue;
    }
    if (said.length < texts.length) open.push(`${quoted(said)} is missing from ${texts.length - said.length} of ${texts.length} prompts.`);
    if (variables.length === MAX_VARIABLES) {
      open.push(`More than ${MAX_VARIABLES} places differ; ${quoted(said)} is kept as it was said first.`);
      parts.push(said[0] ?? "");
      continue;
    }
    const { bare, stop } = unstopped(stretch.texts);
    const examples = [...new Set(bare.filter((value) => value !== ""))];
    const name = variableName(
      examples,
      before,
      variables.map((variable) => variable.name),
    );
    variables.push({
      name,
      type: { kind: "text" },
      default: commonest(bare.filter((value) => value !== "")),
      examples: examples.slice(0, MAX_EXAMPLES),
    });
    for (const [source, value] of bare.entries()) if (value !== "") (values[source] ?? {})[name] = value;
    parts.push(`{${name}}${stop}`);
  }
  const text = parts.join(" ");
  const endsOpen = texts.some((one) => OPEN_END.test(one));
  return { text: endsOpen ? text : text.replace(OPEN_END, ""), variables, values };
}

/** A comma that waits for a word. */
const OPEN_END = /[,;:]\s*$/u;

const MAX_QUOTED = 3;

const quoted = (parts: readonly string[]) => {
  const shown = [...new Set(parts)].slice(0, MAX_QUOTED).map((part) => `“${part}”`);
  return shown.join(", ");
};

/** A comma that ends the stretch in most texts belongs to the template, not to the values. */
function unstopped(texts: readonly string[]): { readonly bare: readonly string[]; readonly stop: string } {
  const stopOf = (text: string) => /[,.;:]+$/u.exec(text)?.[0] ?? "";
  return {
    bare: texts.map((text) => text.slice(0, text.length - stopOf(text).length)),
    stop: commonest(texts.filter((text) => text !== "").map(stopOf)),
  };
}

/** A brace in a prompt was text; in a template it would begin a variable. */
function withoutBraces(text: string, open: string[]): string {
  if (!/[{}]/.test(text)) return text;
  open.push("Braces in the prompts became round brackets.");
  return text.replaceAll("{", "(").replaceAll("}", ")");
}

const placeOf = ({ assetId, role }: Reference) => `${assetId} ${role}`;

function sharedReferences(recipes: readonly Recipe[]): {
  readonly references: readonly Reference[];
  readonly leftOut: readonly PartialReference[];
} {
  const uses = new Map<string, Reference[]>();
  for (const reference of recipes.flatMap(({ references }) => references))
    uses.set(placeOf(reference), [...(uses.get(placeOf(reference)) ?? []), reference]);
  const all = [...uses.values()].flatMap(([first, ...others]): PartialReference[] => {
    if (!first) return [];
    const weight = median([first, ...others].map((reference) => reference.weight));
    const count = recipes.filter(({ references }) => references.some((other) => placeOf(other) === placeOf(first))).length;
    return [{ reference: { ...first, weight }, count }];
  });
  return {
    references: all.filter(({ count }) => count === recipes.length).map(({ reference }) => reference),
    leftOut: all.filter(({ count }) => count < recipes.length).sort((one, other) => other.count - one.count),
  };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function commonestOf<Value>(
  recipes: readonly Recipe[],
  of: (recipe: Recipe) => Value,
): { readonly value: Value; readonly isAgreed: boolean } {
  const all = recipes.map(of);
  const texts = all.map((value) => JSON.stringify(value));
  const value = all[texts.indexOf(commonest(texts))];
  if (value === undefined) throw new Error("there is no recipe");
  return { value, isAgreed: new Set(texts).size <= 1 };
}
