-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "failedAt" TIMESTAMPTZ(3),
ADD COLUMN     "failureReason" TEXT,
ADD COLUMN     "writeTries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Publication_assetId_idx" ON "Publication"("assetId");

-- A failure has a reason, and a publication that has its file has not failed.
ALTER TABLE "Publication"
  ADD CONSTRAINT "Publication_failure_has_a_reason" CHECK (("failedAt" IS NULL) = ("failureReason" IS NULL) AND "failureReason" <> ''),
  ADD CONSTRAINT "Publication_failed_without_a_file" CHECK ("failedAt" IS NULL OR "assetId" IS NULL);
