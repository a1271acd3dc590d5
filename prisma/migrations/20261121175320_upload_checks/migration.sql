-- AlterTable
ALTER TABLE "UploadTicket" ADD COLUMN     "checkTries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "sha256" TEXT;
