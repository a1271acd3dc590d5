-- AlterTable
ALTER TABLE "FactOverride" DROP CONSTRAINT "FactOverride_pkey",
ADD COLUMN     "engineId" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "FactOverride_pkey" PRIMARY KEY ("workspaceId", "entryId", "fact", "engineId");
