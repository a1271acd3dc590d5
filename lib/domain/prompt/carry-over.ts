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
      references: carriedReferences(parent.references, child.references, became.references),
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

/** In the new parent's order; what the child took away is gone, what it added comes last, a weight it set is its own. */
function carriedReferences(parent: readonly Reference[], child: readonly Reference[], became: readonly Reference[]): Reference[] {
  if (isSame(parent, child)) return [...became];
  if (isSame(parent, became)) return [...child];
  const [before, after] = [new Map(parent.map((one) => [placeOf(one), one])), new Map(child.map((one) => [placeOf(one), one]))];
  const kept = became.flatMap((reference) => {
    const place = placeOf(reference);
    const own = after.get(place);
    if (before.has(place) && !own) return [];
    return own && own.weight !== before.get(place)?.weight ? [own] : [reference];
  });
  const there = new Set(kept.map(placeOf));
  const added = child.filter((one) => !before.has(placeOf(one)) && !there.has(placeOf(one)));
  return [...kept, ...added];
}

/** Fields of a recipe are plain data, read from one schema in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
