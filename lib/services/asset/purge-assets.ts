import { z } from "zod";
import { db } from "@/lib/db/client";
import { NO_USES, purgedBefore, refuseDeletion } from "@/lib/domain/asset/uses";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { usesOf } from "./uses-of";

/** Files of one transaction. */
const BATCH = 500;

/**
 * Removes for ever what was deleted thirty days ago. What anything still names – a recipe, a draft, a card, a publication, a pattern, a
 * comparison – is kept, deleted as it is: it can still be brought back. Its bytes go with the next sweep of what nobody names.
 */
export const purgeAssets = write({
  verb: "asset.purge",
  permission: "asset.write",
  input: z.strictObject({ after: Id.nullable() }),
  output: z.strictObject({ removed: z.int(), kept: z.int(), next: Id.nullable() }),
  async run({ tx, actor, now }, { after }) {
    const { workspaceId } = actor;
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Asset"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "deletedAt" < ${purgedBefore(now)} AND (${after}::uuid IS NULL OR "id" > ${after}::uuid)
      ORDER BY "id" LIMIT ${BATCH} FOR UPDATE`;
    const ids = rows.map(({ id }) => id);
    const uses = await usesOf(tx, ids);
    const named = await namedAnywhere(tx, workspaceId, ids);
    const free = ids.filter((id) => !named.has(id) && refuseDeletion(uses.get(id) ?? NO_USES) === null);
    await tx.help.updateMany({ where: { assetId: { in: free } }, data: { assetId: null } });
    await tx.asset.deleteMany({ where: { id: { in: free } } });
    const next = ids.length < BATCH ? null : (ids.at(-1) ?? null);
    const result = { removed: free.length, kept: ids.length - free.length, next };
    const [first] = free;
    if (first === undefined) return { result, unchanged: true };
    return { result, audit: [{ subjectKind: "asset", subjectId: first, details: { files: free.length } }] };
  },
});

/** Where an asset's id may stand in what a person wrote, beside what must stay for ever. */
async function namedAnywhere(tx: Parameters<typeof usesOf>[0], workspaceId: string, assetIds: readonly string[]) {
  const ids = [...assetIds];
  if (ids.length === 0) return new Set<string>();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "assetId"::text AS "id" FROM "PromptReference" WHERE "assetId" = ANY(${ids}::uuid[])
    UNION SELECT "assetId"::text FROM "LiveSession" WHERE "assetId" = ANY(${ids}::uuid[])
    UNION SELECT "coverAssetId"::text FROM "Pattern" WHERE "coverAssetId" = ANY(${ids}::uuid[])
    UNION SELECT found[1] FROM (
      SELECT "members"::text AS "said" FROM "Comparison" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "fallbackPath"::text FROM "ReviewCard" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "startedFrom"::text FROM "ReviewCard" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "patternValues"::text FROM "Prompt" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "axes"::text FROM "Grid" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "cardTemplates"::text FROM "Lane" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "subjects"::text FROM "EvalSet" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "content"::text FROM "PatternDraft"
      UNION ALL SELECT "template"::text FROM "PatternVersion"
    ) texts, regexp_matches("said", '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') found
    WHERE found[1] = ANY(${ids}::text[])`;
  return new Set(rows.map(({ id }) => id));
}

/** Removes what is due in every workspace. Returns how many files went for ever. */
export async function sweepDeletedAssets(now: Date): Promise<number> {
  const due = await db().$queryRaw<{ workspaceId: string }[]>`
    SELECT DISTINCT "workspaceId" FROM "Asset" WHERE "deletedAt" < ${purgedBefore(now)}`;
  let removed = 0;
  for (const { workspaceId } of due) {
    for (let after: string | null = null; ; ) {
      const part: { removed: number; next: string | null } = await purgeAssets({ kind: "system", workspaceId }, { after });
      removed += part.removed;
      if (part.next === null) break;
      after = part.next;
    }
  }
  return removed;
}
