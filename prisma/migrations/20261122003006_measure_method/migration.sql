-- AlterTable
ALTER TABLE "TrialMeasure" ADD COLUMN     "askedAgainAt" TIMESTAMPTZ(3),
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'own-1';
