-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "opensAttempt" BOOLEAN NOT NULL DEFAULT false;
