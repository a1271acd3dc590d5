-- CreateEnum
CREATE TYPE "LiveStatus" AS ENUM ('opening', 'ready', 'live', 'ending', 'ended', 'failed');

-- AlterEnum
ALTER TYPE "AssetKind" ADD VALUE 'session';

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "liveSessionId" UUID,
ALTER COLUMN "runId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "LiveSession" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "laneId" UUID,
    "engineId" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "avatarId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "status" "LiveStatus" NOT NULL DEFAULT 'opening',
    "maxSeconds" INTEGER NOT NULL,
    "minuteMicros" BIGINT NOT NULL,
    "quoteMicros" BIGINT NOT NULL,
    "actualMicros" BIGINT,
    "costFrom" TEXT,
    "seconds" INTEGER,
    "endReason" TEXT,
    "failureReason" TEXT,
    "remoteId" TEXT,
    "sealedToken" TEXT,
    "transcript" JSONB NOT NULL DEFAULT '[]',
    "joinedAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "settleTries" INTEGER NOT NULL DEFAULT 0,
    "requestedById" UUID NOT NULL,
    "assetId" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveSession_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LiveSession_assetId_key" ON "LiveSession"("assetId");

-- CreateIndex
CREATE INDEX "LiveSession_workspaceId_createdAt_id_idx" ON "LiveSession"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "LiveSession_workspaceId_engineId_status_idx" ON "LiveSession"("workspaceId", "engineId", "status");

-- CreateIndex
CREATE INDEX "LiveSession_projectId_idx" ON "LiveSession"("projectId");

-- CreateIndex
CREATE INDEX "LiveSession_laneId_idx" ON "LiveSession"("laneId");

-- CreateIndex
CREATE INDEX "LiveSession_requestedById_idx" ON "LiveSession"("requestedById");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_liveSessionId_kind_key" ON "LedgerEntry"("liveSessionId", "kind");

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_liveSessionId_fkey" FOREIGN KEY ("liveSessionId") REFERENCES "LiveSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_laneId_fkey" FOREIGN KEY ("laneId") REFERENCES "Lane"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Money moves for a run or for a session, never for both and never for nothing.
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_has_one_cause" CHECK (num_nonnulls("runId", "liveSessionId") = 1);
ALTER TABLE "LiveSession" ADD CONSTRAINT "LiveSession_money_not_negative"
  CHECK ("minuteMicros" >= 0 AND "quoteMicros" >= 0 AND ("actualMicros" IS NULL OR "actualMicros" >= 0));
