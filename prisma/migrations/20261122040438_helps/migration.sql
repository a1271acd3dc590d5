-- CreateEnum
CREATE TYPE "HelpStatus" AS ENUM ('asked', 'answered', 'failed');

-- AlterTable
ALTER TABLE "Asset" ADD COLUMN     "altText" TEXT;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "helpId" UUID;

-- CreateTable
CREATE TABLE "Help" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID,
    "laneId" UUID,
    "kind" TEXT NOT NULL,
    "status" "HelpStatus" NOT NULL DEFAULT 'asked',
    "by" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "attemptId" UUID,
    "assetId" UUID,
    "modelName" TEXT,
    "answer" JSONB,
    "failureKind" TEXT,
    "failureReason" TEXT,
    "used" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "quoteMicros" BIGINT NOT NULL DEFAULT 0,
    "actualMicros" BIGINT,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "requestedById" UUID NOT NULL,
    "intentAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Help_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Help_workspaceId_createdAt_id_idx" ON "Help"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Help_attemptId_createdAt_idx" ON "Help"("attemptId", "createdAt");

-- CreateIndex
CREATE INDEX "Help_assetId_createdAt_idx" ON "Help"("assetId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_helpId_kind_key" ON "LedgerEntry"("helpId", "kind");

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_helpId_fkey" FOREIGN KEY ("helpId") REFERENCES "Help"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_laneId_fkey" FOREIGN KEY ("laneId") REFERENCES "Lane"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Help" ADD CONSTRAINT "Help_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Money moves for a run, a live session or a help: for exactly one of them.
ALTER TABLE "LedgerEntry" DROP CONSTRAINT "LedgerEntry_has_one_cause";
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_has_one_cause" CHECK (num_nonnulls("runId", "liveSessionId", "helpId") = 1);
ALTER TABLE "Help"
  ADD CONSTRAINT "Help_money_not_negative" CHECK ("quoteMicros" >= 0 AND ("actualMicros" IS NULL OR "actualMicros" >= 0)),
  ADD CONSTRAINT "Help_answered_when_over" CHECK (("status" <> 'asked') = ("answeredAt" IS NOT NULL)),
  ADD CONSTRAINT "Help_failed_with_a_kind" CHECK (("status" = 'failed') = ("failureKind" IS NOT NULL) AND ("status" = 'answered') = ("answer" IS NOT NULL));
