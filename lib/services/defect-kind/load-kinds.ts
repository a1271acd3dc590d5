import type { Database } from "@/lib/db/client";
import type { DefectKind } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { type KindRow, type KindView, TAXONOMY_REFUSALS, type TaxonomyRefusal, taxonomyOf } from "@/lib/domain/review/taxonomy";

const rowOf = ({ kind, label, hint, hiddenAt, version }: DefectKind): KindRow => ({
  kind,
  label,
  hint,
  isHidden: hiddenAt !== null,
  version,
});

/** The kinds of defects of a workspace, hidden ones too. */
export async function loadKinds(db: Database, workspaceId: string): Promise<readonly KindView[]> {
  const rows = await db.defectKind.findMany({ where: { workspaceId }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }] });
  return taxonomyOf(rows.map(rowOf));
}

export const refusedKind = (refusal: TaxonomyRefusal) => new AppError(TAXONOMY_REFUSALS[refusal].code, TAXONOMY_REFUSALS[refusal].sentence);
