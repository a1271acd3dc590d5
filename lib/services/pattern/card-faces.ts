import type { Database } from "@/lib/db/client";
import { MAX_FACES } from "@/lib/domain/pattern/browse/card";
import type { PatternPicture } from "@/lib/domain/pattern/view";
import { judgementsSeen } from "./standings";

export interface Faced {
  /** Of the pattern. */
  readonly id: string;
  readonly coverAssetId: string | null;
  /** Trials whose passed pictures prove it. */
  readonly trialIds: readonly string[];
}

type FaceRow = PatternPicture & { readonly patternId: string };

/**
 * The pictures of some patterns' cards: the cover somebody chose, then what judges passed – one of each subject before
 * the second of any – then what was picked of it, then what it was promoted from. Each once, at most {@link MAX_FACES}.
 */
export async function loadFaces(
  db: Database,
  patterns: readonly Faced[],
  viewer: string | null,
): Promise<ReadonlyMap<string, readonly PatternPicture[]>> {
  const ids = patterns.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const trialIds = patterns.flatMap((pattern) => pattern.trialIds);
  const [chosen, passed, picked, promoted] = await Promise.all([
    db.$queryRaw<FaceRow[]>`
      SELECT pattern."id" AS "patternId", asset."id" AS "assetId", asset."thumbHash", asset."width", asset."height"
      FROM "Pattern" pattern JOIN "Asset" asset ON asset."id" = pattern."coverAssetId"
      WHERE pattern."id" = ANY(${ids}::uuid[])`,
    db.$queryRaw<FaceRow[]>`
      SELECT * FROM (
        SELECT "patternId", "assetId", "thumbHash", "width", "height",
          row_number() OVER (PARTITION BY "patternId" ORDER BY "turn", "passes" DESC, "subject", "index") AS "place"
        FROM (
          SELECT version."patternId", asset."id" AS "assetId", asset."thumbHash", asset."width", asset."height", cell."index",
            cell."at"[1] AS "subject", said."passes",
            row_number() OVER (PARTITION BY version."patternId", cell."at"[1] ORDER BY said."passes" DESC, trial."createdAt" DESC, cell."index") AS "turn"
          FROM "Trial" trial
          JOIN "PatternVersion" version ON version."id" = trial."patternVersionId"
          JOIN (
            SELECT "trialId", "cellIndex", count(*) FILTER (WHERE "verdict" = 'pass') AS "passes"
            FROM ${judgementsSeen(trialIds, viewer)} seen
            GROUP BY 1, 2 HAVING count(*) FILTER (WHERE "verdict" = 'pass') * 2 > count(*)
          ) said ON said."trialId" = trial."id"
          JOIN "GridCell" cell ON cell."gridId" = trial."id" AND cell."index" = said."cellIndex"
          JOIN "Variant" variant ON variant."runId" = cell."runId" AND variant."index" = 0
          JOIN "Asset" asset ON asset."id" = variant."assetId" AND asset."deletedAt" IS NULL AND asset."kind" = 'image'
          WHERE trial."id" = ANY(${trialIds}::uuid[])
        ) passed
      ) ranked WHERE "place" <= ${MAX_FACES} ORDER BY "patternId", "place"`,
    db.$queryRaw<FaceRow[]>`
      SELECT * FROM (
        SELECT version."patternId", asset."id" AS "assetId", asset."thumbHash", asset."width", asset."height",
          row_number() OVER (PARTITION BY version."patternId" ORDER BY variant."rating" DESC, variant."id" DESC) AS "place"
        FROM "PatternVersion" version
        JOIN "Prompt" prompt ON prompt."patternVersionId" = version."id"
        JOIN "Variant" variant ON variant."promptId" = prompt."id" AND variant."flag" = 'pick'
        JOIN "Asset" asset ON asset."id" = variant."assetId" AND asset."deletedAt" IS NULL AND asset."kind" = 'image'
        WHERE version."patternId" = ANY(${ids}::uuid[])
      ) ranked WHERE "place" <= ${MAX_FACES} ORDER BY "patternId", "place"`,
    db.$queryRaw<FaceRow[]>`
      SELECT DISTINCT ON (version."patternId") version."patternId", asset."id" AS "assetId", asset."thumbHash", asset."width", asset."height"
      FROM "PatternVersion" version
      JOIN "Variant" variant ON variant."id" = version."sourceVariantId"
      JOIN "Asset" asset ON asset."id" = variant."assetId"
      WHERE version."patternId" = ANY(${ids}::uuid[])
      ORDER BY version."patternId", version."number" DESC`,
  ]);
  const faces = new Map<string, Map<string, PatternPicture>>(ids.map((id) => [id, new Map()]));
  for (const { patternId, assetId, thumbHash, width, height } of [...chosen, ...passed, ...picked, ...promoted]) {
    const known = faces.get(patternId);
    if (known && known.size < MAX_FACES && !known.has(assetId)) known.set(assetId, { assetId, thumbHash, width, height });
  }
  return new Map([...faces].map(([patternId, known]) => [patternId, [...known.values()]]));
}
