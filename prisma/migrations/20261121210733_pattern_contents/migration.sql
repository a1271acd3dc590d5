-- AlterTable
ALTER TABLE "Pattern" ADD COLUMN     "deprecatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deprecation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "forkedFromId" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "successorId" UUID,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "StyleLibrary" ADD COLUMN     "access" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "PatternDraft" (
    "patternId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "basedOn" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PatternDraft_pkey" PRIMARY KEY ("patternId")
);

-- CreateIndex
CREATE INDEX "Pattern_forkedFromId_idx" ON "Pattern"("forkedFromId");

-- CreateIndex
CREATE INDEX "Prompt_patternVersionId_idx" ON "Prompt"("patternVersionId");

-- AddForeignKey
ALTER TABLE "Pattern" ADD CONSTRAINT "Pattern_coverAssetId_fkey" FOREIGN KEY ("coverAssetId") REFERENCES "Asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pattern" ADD CONSTRAINT "Pattern_forkedFromId_fkey" FOREIGN KEY ("forkedFromId") REFERENCES "PatternVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pattern" ADD CONSTRAINT "Pattern_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Pattern"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternDraft" ADD CONSTRAINT "PatternDraft_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatternDraft" ADD CONSTRAINT "PatternDraft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
