import { type EvalContents, variablesOf } from "../eval-set/eval-set";
import type { Axis } from "../grid/axis";
import { asWords } from "../grid/wording";
import type { Template } from "../pattern/template";
import type { Recipe, Reference } from "../prompt/recipe";

/** Why a version cannot be tried on an eval set, in one sentence; null when it can. */
export function misfit(template: Template, { subjects }: Pick<EvalContents, "subjects">): string | null {
  const known = template.variables.map(({ name }) => name);
  const foreign = variablesOf(subjects).filter((name) => !known.includes(name));
  if (foreign.length > 0) return `This pattern has no ${inBraces(foreign)}; the eval set gives values for it.`;
  for (const { name: subject, values } of subjects) {
    const missing = template.variables.filter(({ name, default: own }) => own === null && blank(values[name]));
    if (missing.length > 0)
      return `“${subject}” gives no value for ${inBraces(missing.map(({ name }) => name))}, which this pattern needs.`;
  }
  return null;
}

/** The grid of a trial: one picture for every subject and seed. Values are settled here, so that a later default changes nothing. */
export function trialGrid(
  template: Template,
  references: readonly Reference[],
  { subjects, seeds }: EvalContents,
): { readonly base: Recipe; readonly axes: readonly Axis[] } {
  const { model, controls } = template;
  return {
    base: {
      text: gridText(template.text),
      negative: gridText(template.negative),
      references: [...references],
      model,
      controls,
      seeds: { mode: "random" },
      count: 1,
    },
    axes: [
      { kind: "subjects", values: subjects.map(({ name, values }) => ({ name, values: settled(template, values) })) },
      { kind: "seed", values: [...seeds] },
    ],
  };
}

function settled(template: Template, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    template.variables.map(({ name, default: own }) => {
      const given = values[name];
      return [name, given === undefined || blank(given) ? (own ?? "") : given.trim()];
    }),
  );
}

const blank = (value: string | undefined) => (value ?? "").trim() === "";

const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

/** In a pattern only `{variables}` are special; what a grid would read as alternatives is meant as it stands. */
function gridText(text: string): string {
  return text
    .split(/(\{[a-z][a-z0-9_]{0,39}\})/)
    .map((part, index) => (index % 2 === 1 ? part : asWords(part)))
    .join("");
}
