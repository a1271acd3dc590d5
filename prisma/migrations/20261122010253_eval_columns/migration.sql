-- AlterTable
ALTER TABLE "EvalSet" ADD COLUMN     "variables" TEXT[] DEFAULT ARRAY[]::TEXT[];
