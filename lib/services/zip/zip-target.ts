import { Prisma } from "@/lib/db/generated/client";
import type { Target } from "@/lib/domain/asset/choice";
import { assetsWhere } from "../asset/filter-sql";

/** The files a zip is about, as a condition on `"Asset" a`: what the workspace has and nobody deleted. */
export function zippedWhere(workspaceId: string, { filter, assetIds = [] }: Target): Prisma.Sql {
  if (filter) return assetsWhere(workspaceId, filter);
  return Prisma.sql`a."workspaceId" = ${workspaceId}::uuid AND a."deletedAt" IS NULL AND a."id" = ANY(${assetIds}::uuid[])`;
}
