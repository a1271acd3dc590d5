import { isSame, mergeList } from "./merge-list";
import { mergeText } from "./merge-text";
import type { Recipe, Reference } from "./recipe";

export interface CarriedRecipe {
  readonly recipe: Recipe;
  /** Parent and child changed the same words; the child kept its own. */
  readonly collides: boolean;
}

/**
 * A child's recipe after its parent became another: what the child changed from its parent stays the child's, everything else
 * is the new parent's. Source: three-way merge as version control does it, by word for texts and by field for the rest.
 */
export function carryOver(parent: Recipe, child: Recipe, became: Recipe): CarriedRecipe {
  const text = mergeText(parent.text, child.text, became.text);
  const negative = mergeText(parent.negative, child.negative, became.negative);
  const own = <Field extends keyof Recipe>(field: Field): Recipe[Field] =>
    isSame(parent[field], child[field]) ? became[field] : child[field];
  const settings = { ...became.controls.settings };
  for (const key of new Set([...Object.keys(parent.controls.settings), ...Object.keys(child.controls.settings)])) {
    const [before, after] = [parent.controls.settings[key], child.controls.settings[key]];
    if (before === after) continue;
    if (after === undefined) delete settings[key];
    else settings[key] = after;
  }
  return {
    recipe: {
      text: text.text,
      negative: negative.text,
      references: mergeList(parent.references, child.references, became.references, placeOf),
      model: own("model"),
      controls: {
        aspectRatio: parent.controls.aspectRatio === child.controls.aspectRatio ? became.controls.aspectRatio : child.controls.aspectRatio,
        quality: parent.controls.quality === child.controls.quality ? became.controls.quality : child.controls.quality,
        settings,
      },
      seeds: own("seeds"),
      count: own("count"),
    },
    collides: text.collides || negative.collides,
  };
}

const placeOf = ({ assetId, role }: Reference) => `${assetId} ${role}`;
