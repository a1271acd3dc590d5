-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "isSameAgain" BOOLEAN,
ADD COLUMN     "replayOfId" UUID;

-- CreateIndex
CREATE INDEX "Run_replayOfId_idx" ON "Run"("replayOfId");

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_replayOfId_fkey" FOREIGN KEY ("replayOfId") REFERENCES "Variant"("id") ON DELETE SET NULL ON UPDATE CASCADE;
