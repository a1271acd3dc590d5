import type { Database as Transaction } from "@/lib/db/client";

/** Stacks as they must be, after files left them: none of a single file, and each with one cover – the newest, where it lost its own. */
export async function tidyStacks(tx: Transaction, workspaceId: string, stackIds: readonly string[]): Promise<void> {
  const named = [...new Set(stackIds)];
  if (named.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Asset" SET "stackId" = NULL, "isCovered" = false, "version" = "version" + 1
    WHERE "workspaceId" = ${workspaceId}::uuid AND "stackId" IN (
      SELECT "stackId" FROM "Asset" WHERE "stackId" = ANY(${named}::uuid[]) GROUP BY "stackId" HAVING count(*) < 2)`;
  await tx.$executeRaw`
    UPDATE "Asset" SET "isCovered" = false, "version" = "version" + 1
    WHERE "workspaceId" = ${workspaceId}::uuid AND "id" IN (
      SELECT DISTINCT ON (s."stackId") s."id" FROM "Asset" s
      WHERE s."stackId" = ANY(${named}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM "Asset" c WHERE c."stackId" = s."stackId" AND NOT c."isCovered")
      ORDER BY s."stackId", s."id" DESC)`;
}
