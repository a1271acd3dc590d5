import { z } from "zod";
import { AssetFilter } from "../asset/filter";
import { PlainText } from "../prompt/recipe";
import { Id, Version } from "../wire";

export const CollectionName = PlainText.trim().min(1, "A collection needs a name.").max(80);

/** Collections lie in each other so deep and no deeper: a tree that can still be read. */
export const MAX_DEPTH = 6;
export const MAX_COLLECTIONS = 2_000;

export const CollectionView = z
  .strictObject({
    id: Id,
    parentId: Id.nullable(),
    name: z.string(),
    /** Files in it, and in the collections in it. */
    files: z.int(),
    version: Version,
  })
  .meta({ description: "A place for files that belong together." });
export type CollectionView = z.infer<typeof CollectionView>;

export const SavedSearchView = z
  .strictObject({
    id: Id,
    name: z.string(),
    filter: AssetFilter,
    isShared: z.boolean(),
    isMine: z.boolean(),
    by: z.string(),
    version: Version,
  })
  .meta({ description: "A filter of the gallery with a name." });
export type SavedSearchView = z.infer<typeof SavedSearchView>;

/** What is known of a collection's place. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
}

/** Why a collection cannot be put there, or null. A collection never comes to lie in itself, however far down. */
export function refusePlace(tree: readonly Placed[], id: string, parentId: string | null): string | null {
  if (parentId === null) return null;
  const above = pathOf(tree, parentId);
  if (above.length === 0) return "The collection it was to lie in does not exist.";
  if (above.includes(id)) return "A collection cannot lie in itself.";
  if (above.length + heightOf(tree, id) > MAX_DEPTH) return `Collections lie in each other ${MAX_DEPTH} deep at most.`;
  return null;
}

/** A collection and all in it, itself first. */
export function within(tree: readonly Placed[], id: string): string[] {
  const inside = new Map<string, string[]>();
  for (const { id: child, parentId } of tree) if (parentId !== null) inside.set(parentId, [...(inside.get(parentId) ?? []), child]);
  const found = [id];
  for (const one of found) for (const child of inside.get(one) ?? []) if (!found.includes(child)) found.push(child);
  return found;
}

/** From a collection up to the outermost; empty when it is not there. */
function pathOf(tree: readonly Placed[], id: string): string[] {
  const parents = new Map(tree.map((placed) => [placed.id, placed.parentId]));
  const path: string[] = [];
  for (let at: string | null = id; at !== null && parents.has(at) && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
  return path;
}

/** How many collections lie in each other from this one down; 1 for one that holds none. */
function heightOf(tree: readonly Placed[], id: string): number {
  const children = tree.filter(({ parentId, id: child }) => parentId === id && child !== id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(tree, child.id)));
}
