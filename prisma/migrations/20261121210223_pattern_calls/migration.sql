-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "projectId" UUID;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "calledBy" "LabelName";

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
