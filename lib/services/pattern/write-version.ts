import type { Database as Transaction } from "@/lib/db/client";
import { assetsNamedIn } from "@/lib/domain/pattern/template";
import type { VersionDraft } from "@/lib/domain/pattern/written-version";
import { checkReferences } from "../prompt/check-references";

type NewVersion = VersionDraft & {
  readonly patternId: string;
  readonly number: number;
  readonly createdById: string;
  /** Others whose words these are. */
  readonly coAuthorIds?: readonly string[];
  readonly sourceVariantId: string | null;
};

/** Writes a version with its references, once for ever: every picture it names must be there, and stays from now on. */
export async function writeVersion(
  tx: Transaction,
  workspaceId: string,
  { template, references, coAuthorIds = [], ...version }: NewVersion,
) {
  const named = assetsNamedIn(template).map((assetId) => ({ assetId, role: "image" as const, weight: 1 }));
  await checkReferences(tx, workspaceId, { references: [...references, ...named] });
  return tx.patternVersion.create({
    data: {
      ...version,
      coAuthorIds: [...new Set(coAuthorIds)].filter((id) => id !== version.createdById),
      template,
      references: { createMany: { data: references.map((reference, position) => ({ position, ...reference })) } },
    },
  });
}
