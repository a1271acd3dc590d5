import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { MAX_CARD_WORDS, type PatternCard } from "@/lib/domain/pattern/browse/card";
import { LabelName } from "@/lib/domain/pattern/view";
import { ModelChoice } from "@/lib/domain/prompt/recipe";

/** A pattern without its pictures and without what is proven of it: what a thousand of can be read at once. */
export interface FindableRow extends Omit<PatternCard, "faces" | "standing"> {
  /** Of the version the card stands for. */
  readonly versionId: string;
  readonly coverAssetId: string | null;
}

interface Row {
  readonly id: string;
  readonly libraryId: string;
  readonly libraryName: string;
  readonly name: string;
  readonly slug: string;
  readonly purpose: string;
  readonly tags: string[];
  readonly coverAssetId: string | null;
  readonly createdAt: Date;
  readonly versions: number;
  readonly labels: unknown;
  readonly versionId: string;
  readonly number: number;
  readonly model: unknown;
  readonly words: string;
  readonly deprecatedAt: Date | null;
  readonly deprecation: string;
  readonly successor: NameRow | null;
  readonly forkedFrom: NameRow | null;
}

type NameRow = { id: string; name: string; slug: string; libraryName: string };

const Labels = z.partialRecord(LabelName, z.int());

/**
 * Every pattern on the workspace's shelves, shelf by shelf in the order of their curators. A pattern stands for the
 * version most people come for: the one in production, else the candidate, else the newest.
 */
export async function findablePatterns(db: Database, workspaceId: string): Promise<readonly FindableRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT pattern."id", pattern."libraryId", library."name" AS "libraryName", pattern."name", pattern."slug", pattern."purpose",
      pattern."tags", pattern."coverAssetId", pattern."createdAt", pattern."deprecatedAt", pattern."deprecation",
      version."id" AS "versionId", version."number", version."template"->'model' AS "model",
      left(version."template"->>'text', ${MAX_CARD_WORDS}) AS "words", version."versions", version."labels",
      CASE WHEN successor."id" IS NULL THEN NULL ELSE json_build_object(
        'id', successor."id", 'name', successor."name", 'slug', successor."slug", 'libraryName', "successorLibrary"."name") END AS "successor",
      CASE WHEN origin."id" IS NULL THEN NULL ELSE json_build_object(
        'id', origin."id", 'name', origin."name", 'slug', origin."slug", 'libraryName', "originLibrary"."name") END AS "forkedFrom"
    FROM "Pattern" pattern
    JOIN "StyleLibrary" library ON library."id" = pattern."libraryId" AND library."archivedAt" IS NULL
    CROSS JOIN LATERAL (
      SELECT version."id", version."number", version."template",
        count(*) OVER ()::int AS "versions",
        coalesce((
          SELECT json_object_agg(label."name", labelled."number")
          FROM "PatternLabel" label JOIN "PatternVersion" labelled ON labelled."id" = label."versionId"
          WHERE label."patternId" = pattern."id"), '{}') AS "labels"
      FROM "PatternVersion" version
      LEFT JOIN "PatternLabel" label ON label."versionId" = version."id"
      WHERE version."patternId" = pattern."id"
      ORDER BY (label."name" = 'production') DESC NULLS LAST, (label."name" = 'candidate') DESC NULLS LAST, version."number" DESC
      LIMIT 1
    ) version
    LEFT JOIN "Pattern" successor ON successor."id" = pattern."successorId"
    LEFT JOIN "StyleLibrary" "successorLibrary" ON "successorLibrary"."id" = successor."libraryId"
    LEFT JOIN "PatternVersion" "originVersion" ON "originVersion"."id" = pattern."forkedFromId"
    LEFT JOIN "Pattern" origin ON origin."id" = "originVersion"."patternId"
    LEFT JOIN "StyleLibrary" "originLibrary" ON "originLibrary"."id" = origin."libraryId"
    WHERE pattern."workspaceId" = ${workspaceId}::uuid AND pattern."archivedAt" IS NULL
    ORDER BY library."position", library."id", pattern."position", pattern."id" DESC`;
  return rows.map(({ deprecatedAt, deprecation, successor, labels, model, createdAt, ...row }) => ({
    ...row,
    labels: Labels.parse(labels),
    model: ModelChoice.parse(model),
    deprecated: deprecatedAt && { at: deprecatedAt.toISOString(), reason: deprecation, successor },
    createdAt: createdAt.toISOString(),
  }));
}
