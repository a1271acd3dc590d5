-- AlterTable
ALTER TABLE "Defect" ADD COLUMN     "carriedFromId" UUID,
ADD COLUMN     "fixedById" UUID,
ADD COLUMN     "fixedInId" UUID,
ADD COLUMN     "fromMs" INTEGER,
ADD COLUMN     "outline" JSONB,
ADD COLUMN     "toMs" INTEGER;

-- AddForeignKey
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "Defect"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_fixedInId_fkey" FOREIGN KEY ("fixedInId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;
