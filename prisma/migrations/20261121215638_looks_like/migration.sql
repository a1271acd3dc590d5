-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "looksLike" TEXT;
