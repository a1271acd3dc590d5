-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "engineHosts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Whoever is connected through a host of their own stays so.
UPDATE "Workspace" w SET "engineHosts" = c.hosts
FROM (
  SELECT "workspaceId", array_agg(DISTINCT lower(substring("baseUrl" from '^https?://([^/:?#]+)'))) AS hosts
  FROM "EngineConnection" WHERE "baseUrl" ~ '^https?://[^/:?#\[]+' GROUP BY "workspaceId"
) c
WHERE c."workspaceId" = w.id;
