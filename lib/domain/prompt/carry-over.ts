import { isSame, mergeList } from "./merge-list";
import { mergeText } from "./merge-text";
import type { Recipe, Reference } from "./recipe";

export interface CarriedRecipe {
  readonly recipe: Recipe;
  /** Parent and child changed the same words; whoever wins kept theirs. */
  readonly collides: boolean;
}

/**
 * A child's recipe after its parent became another: what the child changed from its parent stays the child's, everything else
 * is the new parent's. Where both changed the same thing, `wins` says whose it is. Source: three-way merge as version control
 * does it, by word for texts and by field for the rest.
 */
export function carryOver(parent: Recipe, child: Recipe, became: Recipe, wins: "child" | "parent" = "child"): CarriedRecipe {
  const [mine, theirs] = wins === "child" ? [child, became] : [became, child];
  const text = mergeText(parent.text, mine.text, theirs.text);
  const negative = mergeText(parent.negative, mine.negative, theirs.negative);
  const own = <Value>(of: (recipe: Recipe) => Value): Value => (isSame(of(parent), of(mine)) ? of(theirs) : of(mine));
  const model = own((recipe) => recipe.model);
  return {
    recipe: {
      text: text.text,
      negative: negative.text,
      references: mergeList(parent.references, mine.references, theirs.references, placeOf),
      model,
      controls: {
        aspectRatio: own(({ controls }) => controls.aspectRatio),
        quality: own(({ controls }) => controls.quality),
        // Settings belong to their model: with another one than the child's they are that one's.
        settings:
          wins === "parent" && model.modelId !== child.model.modelId ? became.controls.settings : mergeSettings(parent, mine, theirs),
      },
      seeds: own(({ seeds }) => seeds),
      count: own(({ count }) => count),
    },
    collides: text.collides || negative.collides,
  };
}

/** By key: what `mine` changed from the parent is mine, everything else is theirs. */
function mergeSettings(parent: Recipe, mine: Recipe, theirs: Recipe): Recipe["controls"]["settings"] {
  const settings = { ...theirs.controls.settings };
  for (const key of new Set([...Object.keys(parent.controls.settings), ...Object.keys(mine.controls.settings)])) {
    const [before, after] = [parent.controls.settings[key], mine.controls.settings[key]];
    if (before === after) continue;
    if (after === undefined) delete settings[key];
    else settings[key] = after;
  }
  return settings;
}

const placeOf = ({ assetId, role }: Reference) => `${assetId} ${role}`;
