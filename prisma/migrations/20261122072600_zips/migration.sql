-- CreateTable
CREATE TABLE "AssetZip" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "target" JSONB NOT NULL,
    "isStripped" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'packing',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "cursorId" UUID,
    "byteSize" BIGINT NOT NULL DEFAULT 0,
    "manifestHash" TEXT,
    "manifestSize" INTEGER NOT NULL DEFAULT 0,
    "manifestCrc" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssetZip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssetZipEntry" (
    "zipId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "assetId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "crc" BIGINT NOT NULL,

    CONSTRAINT "AssetZipEntry_pkey" PRIMARY KEY ("zipId","position")
);

-- CreateIndex
CREATE INDEX "AssetZip_workspaceId_memberId_idx" ON "AssetZip"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "AssetZip_memberId_idx" ON "AssetZip"("memberId");

-- CreateIndex
CREATE INDEX "AssetZip_createdAt_idx" ON "AssetZip"("createdAt");

-- CreateIndex
CREATE INDEX "AssetZipEntry_assetId_idx" ON "AssetZipEntry"("assetId");

-- AddForeignKey
ALTER TABLE "AssetZip" ADD CONSTRAINT "AssetZip_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssetZip" ADD CONSTRAINT "AssetZip_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssetZipEntry" ADD CONSTRAINT "AssetZipEntry_zipId_fkey" FOREIGN KEY ("zipId") REFERENCES "AssetZip"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssetZipEntry" ADD CONSTRAINT "AssetZipEntry_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;
