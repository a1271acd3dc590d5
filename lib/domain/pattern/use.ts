import type { Difference } from "../prompt/difference";
import { differenceBetween } from "../prompt/difference";
import type { ModelName } from "../prompt/model-name";
import type { Recipe } from "../prompt/recipe";
import type { PatternUse } from "../prompt/view";
import { changed, changeIn } from "./free-control";
import { fill, type PatternValues, refusalOfValues, type Template } from "./template";
import type { VersionContents } from "./written-version";

/** What was said for a pattern's variables, a chip each. A picture is not spelt out. */
export function valueChips({ variables }: Pick<Template, "variables">, values: PatternValues): readonly Difference[] {
  return Object.entries(values).map(([name, value]) => {
    const isPicture = variables.find((variable) => variable.name === name)?.type.kind === "reference";
    return { kind: "pattern", text: `${name}: ${isPicture ? "a picture" : value}` };
  });
}

/**
 * Whether a recipe is what a version gives for some values, with what it leaves free set in whatever way. Then it is the
 * pattern's still, whoever wrote it down.
 */
export function isOfVersion({ template, references }: VersionContents, values: PatternValues, recipe: Recipe): boolean {
  if (refusalOfValues(template, values) !== null) return false;
  const { model: other, ...change } = changeIn(template, recipe);
  const isOnItsModel = recipe.model.engineId === template.model.engineId && recipe.model.modelId === template.model.modelId;
  const given = changed(fill(template, references, values), change);
  // Whatever revision: a version outlives its model's revisions.
  return (isOnItsModel || other !== undefined) && differenceBetween({ ...given, model: recipe.model }, recipe).length === 0;
}

/** What a prompt of a pattern changed from its parent: the pattern or its version where they moved, then as everywhere. */
export function differenceInUse(
  parent: { readonly recipe: Recipe; readonly pattern: Pick<PatternUse, "patternId" | "number"> | null },
  child: { readonly recipe: Recipe; readonly pattern: Pick<PatternUse, "patternId" | "number" | "name"> },
  nameOf?: ModelName,
): readonly Difference[] {
  const { patternId, number, name } = child.pattern;
  const isSamePattern = parent.pattern?.patternId === patternId;
  const moved: readonly Difference[] = !isSamePattern
    ? [{ kind: "pattern", text: `${name} v${number}` }]
    : parent.pattern?.number !== number
      ? [{ kind: "pattern", text: `v${parent.pattern?.number} → v${number}` }]
      : [];
  return [...moved, ...differenceBetween(parent.recipe, child.recipe, nameOf)];
}
