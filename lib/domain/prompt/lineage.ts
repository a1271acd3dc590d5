import { z } from "zod";
import { isSame } from "./merge-list";
import { MAX_REFERENCES, type Recipe, Recipe as RecipeSchema, type Reference } from "./recipe";

/** The part of a prompt lineage is made of. */
export interface LineageNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** What a branch changes; everything it does not name is inherited. */
export const RecipeChange = RecipeSchema.partial();
export type RecipeChange = z.infer<typeof RecipeChange>;

/** How a variant enters the branch made from it; null = only its prompt is inherited. */
export const BranchUse = z.enum(["image", "style", "composition", "mood", "product", "character", "start-frame"]);
export type BranchUse = z.infer<typeof BranchUse>;

/** A variant guides its branch strongly enough to be recognised, weakly enough to leave room for the new words. */
export const BRANCH_REFERENCE_WEIGHT = 0.6;

/**
 * The recipe of a branch: the parent's, with the named changes. From a variant its picture joins the references
 * (replacing an earlier use of the same picture in the same role); when the tray is full, the oldest reference yields.
 */
export function branchRecipe(
  parent: Recipe,
  change: RecipeChange,
  variant?: { readonly assetId: string; readonly use: BranchUse },
): Recipe {
  const merged: Recipe = { ...parent, ...definedOf(change) };
  if (!variant) return merged;
  const reference: Reference = { assetId: variant.assetId, role: variant.use, weight: BRANCH_REFERENCE_WEIGHT };
  const others = merged.references.filter((other) => other.assetId !== reference.assetId || other.role !== reference.role);
  return { ...merged, references: [...others, reference].slice(-MAX_REFERENCES) };
}

/** What has to be changed in a recipe so that it becomes another: the fields in which they differ. */
export function changeBetween(from: Recipe, to: Recipe): RecipeChange {
  const fields = Object.keys(from) as (keyof Recipe)[];
  return Object.fromEntries(fields.filter((field) => !isSame(from[field], to[field])).map((field) => [field, to[field]]));
}

function definedOf(change: RecipeChange): Partial<Recipe> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** The path from the root to a prompt, root first. Stops at a missing parent and never loops, whatever it is given. */
export function pathTo<Node extends LineageNode>(nodes: ReadonlyMap<string, Node>, id: string): readonly Node[] {
  const path: Node[] = [];
  const seen = new Set<string>();
  for (let node = nodes.get(id); node && !seen.has(node.id); node = node.parentId === null ? undefined : nodes.get(node.parentId)) {
    seen.add(node.id);
    path.unshift(node);
  }
  return path;
}

/** A prompt and everything branched from it, parents before children. */
export function subtreeOf<Node extends LineageNode>(nodes: readonly Node[], id: string): readonly Node[] {
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const subtree: Node[] = [];
  const seen = new Set<string>();
  const waiting = nodes.filter((node) => node.id === id);
  for (let node = waiting.shift(); node; node = waiting.shift()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    subtree.push(node);
    waiting.push(...(children.get(node.id) ?? []));
  }
  return subtree;
}
