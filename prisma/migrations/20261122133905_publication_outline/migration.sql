-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "outline" JSONB;
