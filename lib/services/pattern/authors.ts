import { isDeepStrictEqual } from "node:util";
import type { Database as Transaction } from "@/lib/db/client";
import { Template } from "@/lib/domain/pattern/template";
import type { VersionDraft } from "@/lib/domain/pattern/written-version";

/** Everybody whose words a version is: none of them signs it. */
export function authorsOf(version: { readonly createdById: string; readonly coAuthorIds: readonly string[] }): readonly string[] {
  return [version.createdById, ...version.coAuthorIds];
}

/** The authors of the versions of a pattern that say the same as this one: saving somebody's words again does not make them one's own. */
export async function authorsOfSame(
  tx: Transaction,
  patternId: string,
  { template, references }: Pick<VersionDraft, "template" | "references">,
): Promise<readonly string[]> {
  const versions = await tx.patternVersion.findMany({
    where: { patternId },
    select: {
      createdById: true,
      coAuthorIds: true,
      template: true,
      references: { orderBy: { position: "asc" }, select: { assetId: true, role: true, weight: true } },
    },
  });
  const same = versions.filter(
    (version) => isDeepStrictEqual(Template.parse(version.template), template) && isDeepStrictEqual(version.references, [...references]),
  );
  return same.flatMap(authorsOf);
}
