import type { Database } from "@/lib/db/client";
import { AssetRights } from "@/lib/domain/asset/rights";
import type { SourcePicture } from "@/lib/domain/publication/sources";
import type { AttemptSource } from "./publication-source";

type PictureRow = Pick<SourcePicture, "fileName" | "sha256" | "origin"> & {
  readonly id: string;
  readonly rights: unknown;
  readonly isIn: boolean;
};

/**
 * The file of an attempt and every picture behind it. A reference that a run of ours made brings that run's references
 * along, and so on to the first uploads; one that was published, or taken out and uploaded again byte for byte, is
 * recognised. References of earlier prompts on the path that were dropped are listed too.
 */
export async function picturesBehind(db: Database, { asset, variant }: AttemptSource): Promise<readonly SourcePicture[]> {
  const rows = await db.$queryRaw<PictureRow[]>`
    WITH RECURSIVE went_in ("id") AS (
      SELECT ${asset.id}::uuid
      UNION
      SELECT source."id" FROM went_in
      JOIN "Asset" known ON known."id" = went_in."id"
      JOIN "Asset" same ON same."workspaceId" = known."workspaceId" AND same."sha256" = known."sha256"
        AND (same."id" = known."id" OR known."origin" IN ('upload', 'import'))
      JOIN LATERAL (
        SELECT reference."assetId" AS "id" FROM "Variant" made
        JOIN "PromptReference" reference ON reference."promptId" = made."promptId"
        WHERE made."assetId" = same."id"
        UNION ALL
        SELECT attempt."assetId" FROM "Publication" released
        JOIN "Attempt" attempt ON attempt."id" = released."attemptId"
        WHERE released."assetId" = same."id"
      ) source ON true
    ), path ("id", "parentId") AS (
      SELECT "id", "parentId" FROM "Prompt" WHERE "id" = ${variant?.prompt.id ?? null}::uuid
      UNION
      SELECT parent."id", parent."parentId" FROM path JOIN "Prompt" parent ON parent."id" = path."parentId"
    ), behind ("id", "isIn") AS (
      SELECT "id", true FROM went_in
      UNION
      SELECT reference."assetId", false FROM path JOIN "PromptReference" reference ON reference."promptId" = path."id"
      WHERE reference."assetId" NOT IN (SELECT "id" FROM went_in)
    )
    SELECT asset."id", asset."fileName", asset."sha256", asset."origin"::text AS "origin", asset."rights", behind."isIn"
    FROM behind JOIN "Asset" asset ON asset."id" = behind."id"
    ORDER BY behind."isIn" DESC, asset."id"`;
  const direct = new Set(variant?.prompt.references.map((reference) => reference.asset.id));
  const wayOf = ({ id, isIn }: PictureRow) => {
    if (id === asset.id) return "itself";
    if (!isIn) return "earlier";
    return direct.has(id) ? "reference" : "inherited";
  };
  return rows.map((row) => {
    const { id: assetId, fileName, sha256, origin } = row;
    return { assetId, fileName, sha256, origin, way: wayOf(row), rights: AssetRights.parse(row.rights) };
  });
}
