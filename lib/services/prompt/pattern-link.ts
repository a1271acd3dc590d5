import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { Template } from "@/lib/domain/pattern/template";
import { isOfVersion } from "@/lib/domain/pattern/use";
import { type Recipe, ReferenceRole } from "@/lib/domain/prompt/recipe";

type Used = { readonly patternVersionId: string | null; readonly patternValues: unknown };

const NONE = { patternVersionId: null, patternValues: Prisma.DbNull };

/**
 * The pattern a prompt keeps when its recipe is written down anew: the one it had, as long as the recipe is what that version
 * gives for its values. Words of one's own are no longer the pattern's.
 */
export async function patternLink(tx: Transaction, { patternVersionId, patternValues }: Used, recipe: Recipe) {
  if (patternVersionId === null) return NONE;
  const version = await tx.patternVersion.findUnique({
    where: { id: patternVersionId },
    select: { template: true, references: { orderBy: { position: "asc" }, select: { assetId: true, role: true, weight: true } } },
  });
  const values = z.record(z.string(), z.string()).safeParse(patternValues ?? {});
  if (!version || !values.success) return NONE;
  const references = version.references.map((reference) => ({ ...reference, role: ReferenceRole.parse(reference.role) }));
  const isStill = isOfVersion({ template: Template.parse(version.template), references }, values.data, recipe);
  return isStill ? { patternVersionId, patternValues: values.data } : NONE;
}
