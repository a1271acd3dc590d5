import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Recipe } from "@/lib/domain/prompt/recipe";

/**
 * Every reference is a picture of this workspace that still exists: a stolen id gives "does not exist", not a picture. A
 * video can only lend its motion.
 * The rows stay share-locked until the transaction ends, so that nobody deletes a picture while a recipe takes hold of it.
 */
export async function checkReferences(tx: Transaction, workspaceId: string, recipe: Pick<Recipe, "references">): Promise<void> {
  const ids = [...new Set(recipe.references.map((reference) => reference.assetId))].sort();
  if (ids.length === 0) return;
  const found = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT "id", "kind"::text FROM "Asset"
    WHERE "id" = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid AND "deletedAt" IS NULL
    ORDER BY "id" FOR SHARE`;
  if (found.length !== ids.length) throw new AppError("NOT_FOUND", "A reference does not exist any more. Remove it from the tray.");
  if (found.some(({ kind }) => kind === "session"))
    throw new AppError("REFUSED", "The record of a session is no picture and cannot be a reference.");
  const videos = new Set(found.filter(({ kind }) => kind === "video").map(({ id }) => id));
  const still = recipe.references.find(({ assetId, role }) => videos.has(assetId) && role !== "motion");
  if (still) throw new AppError("REFUSED", `A video cannot be a reference with the role ${still.role}. Use a picture.`);
}
