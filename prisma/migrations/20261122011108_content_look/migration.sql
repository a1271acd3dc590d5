-- CreateTable
CREATE TABLE "ContentLook" (
    "assetId" UUID NOT NULL,
    "classes" JSONB,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContentLook_pkey" PRIMARY KEY ("assetId")
);

-- AddForeignKey
ALTER TABLE "ContentLook" ADD CONSTRAINT "ContentLook_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;
