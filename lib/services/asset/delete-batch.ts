import type { Database as Transaction } from "@/lib/db/client";
import { NO_USES, refuseDeletion } from "@/lib/domain/asset/uses";
import { tidyStacks } from "./stacks";
import { usesOf } from "./uses-of";

interface Files {
  readonly workspaceId: string;
  readonly choiceId: string;
  readonly ids: readonly string[];
}

/**
 * Deletes these files and notes that each was there. What something that must stay uses is left as it is.
 * @returns why, one sentence for each file that was left
 */
export async function deleteFiles(tx: Transaction, { workspaceId, choiceId, ids }: Files): Promise<string[]> {
  // The strongest row lock: whoever is just pointing a row at one of them finishes first and is counted.
  const there = await lock(tx, workspaceId, ids, false);
  const uses = await usesOf(tx, there);
  const refusals = there.map((id) => refuseDeletion(uses.get(id) ?? NO_USES));
  const free = there.filter((_, nth) => refusals[nth] === null);
  await tx.$executeRaw`
    INSERT INTO "AssetChoiceItem" ("choiceId", "assetId", "flag", "rating", "colour", "stackId")
    SELECT ${choiceId}::uuid, "id", "flag", "rating", "colour", "stackId" FROM "Asset" WHERE "id" = ANY(${free}::uuid[])
    ON CONFLICT DO NOTHING`;
  const stacks = await tx.$queryRaw<{ stackId: string }[]>`
    SELECT DISTINCT "stackId" FROM "Asset" WHERE "id" = ANY(${free}::uuid[]) AND "stackId" IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE "Asset" SET "deletedAt" = now(), "stackId" = NULL, "isCovered" = false, "version" = "version" + 1
    WHERE "id" = ANY(${free}::uuid[])`;
  await tidyStacks(
    tx,
    workspaceId,
    stacks.map(({ stackId }) => stackId),
  );
  return refusals.filter((refusal) => refusal !== null);
}

/** Brings these files back, and notes that each was deleted. */
export async function restoreFiles(tx: Transaction, { workspaceId, choiceId, ids }: Files): Promise<void> {
  const gone = await lock(tx, workspaceId, ids, true);
  await tx.$executeRaw`
    INSERT INTO "AssetChoiceItem" ("choiceId", "assetId", "flag", "rating", "colour")
    SELECT ${choiceId}::uuid, "id", "flag", "rating", "colour" FROM "Asset" WHERE "id" = ANY(${gone}::uuid[])
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`UPDATE "Asset" SET "deletedAt" = NULL, "version" = "version" + 1 WHERE "id" = ANY(${gone}::uuid[])`;
}

/** Undoes a deletion of these files: each lies in its stack again, under its cover, where that is still a stack. */
export async function undelete(tx: Transaction, { workspaceId, choiceId, ids }: Files): Promise<void> {
  const gone = await lock(tx, workspaceId, ids, true);
  await tx.$executeRaw`
    UPDATE "Asset" a SET "deletedAt" = NULL, "version" = a."version" + 1, "stackId" = s."stackId", "isCovered" = s."stackId" IS NOT NULL
    FROM "AssetChoiceItem" i
    LEFT JOIN LATERAL (SELECT o."stackId" FROM "Asset" o WHERE o."stackId" = i."stackId" AND NOT o."isCovered" LIMIT 1) s ON true
    WHERE i."choiceId" = ${choiceId}::uuid AND i."assetId" = a."id" AND a."id" = ANY(${gone}::uuid[])`;
}

async function lock(tx: Transaction, workspaceId: string, ids: readonly string[], isDeleted: boolean): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Asset" WHERE "id" = ANY(${[...ids]}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid
      AND ("deletedAt" IS NOT NULL) = ${isDeleted}
    ORDER BY "id" FOR UPDATE`;
  return rows.map(({ id }) => id);
}
