-- CreateTable
CREATE TABLE "AssetChoice" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID,
    "choice" JSONB NOT NULL,
    "filter" JSONB,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "cursorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssetChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssetChoiceItem" (
    "choiceId" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "flag" "Flag" NOT NULL,
    "rating" INTEGER NOT NULL,
    "colour" "Colour" NOT NULL,

    CONSTRAINT "AssetChoiceItem_pkey" PRIMARY KEY ("choiceId","assetId")
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "createdById" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionAsset" (
    "collectionId" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollectionAsset_pkey" PRIMARY KEY ("collectionId","assetId")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AssetChoice_workspaceId_idx" ON "AssetChoice"("workspaceId");

-- CreateIndex
CREATE INDEX "AssetChoice_createdAt_idx" ON "AssetChoice"("createdAt");

-- CreateIndex
CREATE INDEX "AssetChoiceItem_assetId_idx" ON "AssetChoiceItem"("assetId");

-- CreateIndex
CREATE INDEX "Collection_workspaceId_name_idx" ON "Collection"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "Collection_parentId_idx" ON "Collection"("parentId");

-- CreateIndex
CREATE INDEX "CollectionAsset_assetId_idx" ON "CollectionAsset"("assetId");

-- CreateIndex
CREATE INDEX "SavedSearch_workspaceId_name_idx" ON "SavedSearch"("workspaceId", "name");

-- CreateIndex
CREATE INDEX "SavedSearch_memberId_idx" ON "SavedSearch"("memberId");

-- AddForeignKey
ALTER TABLE "AssetChoice" ADD CONSTRAINT "AssetChoice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssetChoiceItem" ADD CONSTRAINT "AssetChoiceItem_choiceId_fkey" FOREIGN KEY ("choiceId") REFERENCES "AssetChoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssetChoiceItem" ADD CONSTRAINT "AssetChoiceItem_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionAsset" ADD CONSTRAINT "CollectionAsset_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionAsset" ADD CONSTRAINT "CollectionAsset_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Collection" ADD CONSTRAINT "Collection_not_in_itself" CHECK ("parentId" IS DISTINCT FROM "id");
ALTER TABLE "AssetChoice"
  ADD CONSTRAINT "AssetChoice_status" CHECK ("status" IN ('running', 'done', 'undoing', 'undone')),
  ADD CONSTRAINT "AssetChoice_counts" CHECK ("done" >= 0 AND "total" >= 0);
