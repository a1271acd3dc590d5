import type { Difference } from "../prompt/difference";
import { differenceBetween } from "../prompt/difference";
import type { Recipe } from "../prompt/recipe";
import type { PatternUse } from "../prompt/view";
import type { PatternValues, Template } from "./template";

/** What was said for a pattern's variables, a chip each. A picture is not spelt out. */
export function valueChips({ variables }: Pick<Template, "variables">, values: PatternValues): readonly Difference[] {
  return Object.entries(values).map(([name, value]) => {
    const isPicture = variables.find((variable) => variable.name === name)?.type.kind === "reference";
    return { kind: "pattern", text: `${name}: ${isPicture ? "a picture" : value}` };
  });
}

/** What a prompt of a pattern changed from its parent: the pattern or its version where they moved, then as everywhere. */
export function differenceInUse(
  parent: { readonly recipe: Recipe; readonly pattern: Pick<PatternUse, "patternId" | "number"> | null },
  child: { readonly recipe: Recipe; readonly pattern: Pick<PatternUse, "patternId" | "number" | "name"> },
): readonly Difference[] {
  const { patternId, number, name } = child.pattern;
  const isSamePattern = parent.pattern?.patternId === patternId;
  const moved: readonly Difference[] = !isSamePattern
    ? [{ kind: "pattern", text: `${name} v${number}` }]
    : parent.pattern?.number !== number
      ? [{ kind: "pattern", text: `v${parent.pattern?.number} → v${number}` }]
      : [];
  return [...moved, ...differenceBetween(parent.recipe, child.recipe)];
}
