import type { Database as Transaction } from "@/lib/db/client";
import { type AssetUses, NO_USES } from "@/lib/domain/asset/uses";

/**
 * How often each of these assets is used by what must stay readable; one that nothing uses is not among them. One walk over each table,
 * however many assets are asked for. The caller holds their rows, so that nobody points at one meanwhile.
 */
export async function usesOf(tx: Transaction, assetIds: readonly string[]): Promise<ReadonlyMap<string, AssetUses>> {
  const ids = [...assetIds];
  const rows = await tx.$queryRaw<{ assetId: string; kind: keyof AssetUses; count: number }[]>`
    SELECT "assetId", "kind", count(*)::int AS "count" FROM (
      SELECT "assetId", 'variants' AS "kind" FROM "Variant" WHERE "assetId" = ANY(${ids}::uuid[])
      UNION ALL SELECT r."assetId", 'frozenPrompts' FROM "PromptReference" r JOIN "Prompt" p ON p."id" = r."promptId"
        WHERE r."assetId" = ANY(${ids}::uuid[]) AND p."frozenAt" IS NOT NULL
      UNION ALL SELECT "assetId", 'attempts' FROM "Attempt" WHERE "assetId" = ANY(${ids}::uuid[])
      UNION ALL SELECT (o->>'assetId')::uuid, 'attempts' FROM "Attempt", jsonb_array_elements("options") o
        WHERE o->>'assetId' = ANY(${ids}::text[])
      UNION ALL SELECT "assetId", 'publications' FROM "Publication" WHERE "assetId" = ANY(${ids}::uuid[])
      UNION ALL SELECT "assetId", 'patternVersions' FROM "PatternVersionReference" WHERE "assetId" = ANY(${ids}::uuid[])
      UNION ALL SELECT (v->>'default')::uuid, 'patternVersions' FROM "PatternVersion", jsonb_array_elements("template"->'variables') v
        WHERE v->>'default' = ANY(${ids}::text[])
      UNION ALL SELECT e::uuid, 'patternVersions'
        FROM "PatternVersion", jsonb_array_elements("template"->'variables') v, jsonb_array_elements_text(v->'examples') e
        WHERE e = ANY(${ids}::text[])
    ) used GROUP BY "assetId", "kind"`;
  const uses = new Map<string, AssetUses>();
  for (const { assetId, kind, count } of rows) uses.set(assetId, { ...(uses.get(assetId) ?? NO_USES), [kind]: count });
  return uses;
}
