-- AlterTable
ALTER TABLE "EngineHealth" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3);
