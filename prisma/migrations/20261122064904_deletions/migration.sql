-- AlterTable
ALTER TABLE "AssetChoice" ADD COLUMN     "kept" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "AssetChoiceItem" ADD COLUMN     "stackId" UUID;

-- What is due to go for ever.
CREATE INDEX "Asset_purged" ON "Asset" ("deletedAt") WHERE "deletedAt" IS NOT NULL;
