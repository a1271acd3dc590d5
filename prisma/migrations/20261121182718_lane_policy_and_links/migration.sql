-- AlterTable
ALTER TABLE "Lane" ADD COLUMN     "policy" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "requiresDraft" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "finalOfId" UUID,
ADD COLUMN     "laneId" UUID,
ADD COLUMN     "switchedFromId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Run_switchedFromId_key" ON "Run"("switchedFromId");

-- CreateIndex
CREATE INDEX "Run_laneId_idx" ON "Run"("laneId");

-- CreateIndex
CREATE INDEX "Run_finalOfId_idx" ON "Run"("finalOfId");

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_laneId_fkey" FOREIGN KEY ("laneId") REFERENCES "Lane"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_switchedFromId_fkey" FOREIGN KEY ("switchedFromId") REFERENCES "Run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_finalOfId_fkey" FOREIGN KEY ("finalOfId") REFERENCES "Variant"("id") ON DELETE SET NULL ON UPDATE CASCADE;
