-- AlterTable
ALTER TABLE "EngineHealth" ADD COLUMN     "heardAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ModelPrice" ADD COLUMN     "why" TEXT;
