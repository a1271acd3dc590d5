import { type EvalContents, variablesOf } from "../eval-set/eval-set";
import type { Axis } from "../grid/axis";
import { asWords } from "../grid/wording";
import { chosenValues, fill, problemsWith, type Template } from "../pattern/template";
import type { Recipe, Reference } from "../prompt/recipe";

/** Why a version cannot be tried on an eval set, in one sentence; null when it can. */
export function misfit(template: Template, { subjects }: Pick<EvalContents, "subjects">): string | null {
  const { unknown } = problemsWith(template, Object.fromEntries(variablesOf(subjects).map((name) => [name, ""])));
  if (unknown.length > 0) return `This pattern has no ${inBraces(unknown)}; the eval set gives values for it.`;
  for (const { name, values } of subjects) {
    const { missing, wrong } = problemsWith(template, values);
    if (missing.length > 0) return `“${name}” gives no value for ${inBraces(missing)}, which this pattern needs.`;
    if (wrong[0] !== undefined) return `“${name}”: ${wrong[0]}`;
  }
  return null;
}

/**
 * The grid of a trial: one picture for every subject and seed, each exactly what the pattern gives for the subject's
 * values. Values are settled here, so that a later default changes nothing.
 */
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
      {
        kind: "subjects",
        values: subjects.map(({ name, values }) => {
          const { text, negative, references: filled } = fill(template, references, values);
          return { name, values: { ...chosenValues(template, values) }, text, negative, references: filled };
        }),
      },
      { kind: "seed", values: [...seeds] },
    ],
  };
}

const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");

/** In a pattern only `{variables}` are special; what a grid would read as alternatives is meant as it stands. */
function gridText(text: string): string {
  return text
    .split(/(\{[a-z][a-z0-9_]{0,39}\})/)
    .map((part, index) => (index % 2 === 1 ? part : asWords(part)))
    .join("");
}
