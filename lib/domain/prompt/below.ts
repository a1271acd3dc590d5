import { z } from "zod";
import { type CarriedRecipe, carryOver } from "./carry-over";
import { branchRecipe, type LineageNode, type RecipeChange } from "./lineage";
import type { Recipe } from "./recipe";

/**
 * How far a change at the top reaches. `inherited`: to everything below, but what a prompt changed by itself stays its own.
 * `everywhere`: also where a prompt below changed the very same thing.
 */
export const Reach = z.enum(["inherited", "everywhere"]);
export type Reach = z.infer<typeof Reach>;

export interface BelowNode extends LineageNode {
  readonly recipe: Recipe;
}

/** A prompt to be made anew: from which one, under the new one of which, and how. */
export interface PlannedPrompt extends CarriedRecipe {
  readonly fromId: string;
  /** The old parent whose new prompt is the parent; null for the first, which branches from the old prompt itself. */
  readonly underId: string | null;
}

/**
 * A branch of a lineage made again with a change at its top, which reaches every prompt below. `nodes` are the top and what grew
 * from it, parents before children; the top comes first.
 */
export function planBelow(nodes: readonly BelowNode[], change: RecipeChange, reach: Reach = "inherited"): readonly PlannedPrompt[] {
  const [top] = nodes;
  if (!top) return [];
  const known = new Map(nodes.map((node) => [node.id, node]));
  const became = new Map([[top.id, branchRecipe(top.recipe, change)]]);
  const planned: PlannedPrompt[] = [{ fromId: top.id, underId: null, recipe: branchRecipe(top.recipe, change), collides: false }];
  for (const node of nodes.slice(1)) {
    const parent = node.parentId === null ? undefined : known.get(node.parentId);
    const under = parent && became.get(parent.id);
    if (!parent || !under) continue;
    const carried = carryOver(parent.recipe, node.recipe, under, reach === "everywhere" ? "parent" : "child");
    became.set(node.id, carried.recipe);
    planned.push({ fromId: node.id, underId: parent.id, ...carried });
  }
  return planned;
}
