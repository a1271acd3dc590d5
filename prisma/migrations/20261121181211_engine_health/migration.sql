-- AlterTable
ALTER TABLE "EngineConnection" ADD COLUMN     "atOnce" INTEGER,
ADD COLUMN     "perMinute" INTEGER;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "turn" INTEGER;

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "draftsFirst" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "EngineHealth" (
    "workspaceId" UUID NOT NULL,
    "engineId" TEXT NOT NULL,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "trips" INTEGER NOT NULL DEFAULT 0,
    "openUntil" TIMESTAMPTZ(3),
    "probedAt" TIMESTAMPTZ(3),
    "restUntil" TIMESTAMPTZ(3),

    CONSTRAINT "EngineHealth_pkey" PRIMARY KEY ("workspaceId","engineId")
);

-- CreateIndex
CREATE INDEX "Run_workspaceId_engineId_status_idx" ON "Run"("workspaceId", "engineId", "status");

-- CreateIndex
CREATE INDEX "Run_turn_idx" ON "Run"("turn");

-- AddForeignKey
ALTER TABLE "EngineHealth" ADD CONSTRAINT "EngineHealth_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
