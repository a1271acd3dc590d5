-- AlterTable
ALTER TABLE "PatternDraft" ADD COLUMN     "writerIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "PatternVersion" ADD COLUMN     "coAuthorIds" UUID[] DEFAULT ARRAY[]::UUID[];
