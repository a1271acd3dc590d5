-- AlterTable
ALTER TABLE "Help" ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "waits" TEXT;

-- AlterTable
ALTER TABLE "LiveSession" ADD COLUMN     "avatarName" TEXT,
ADD COLUMN     "contextId" TEXT,
ADD COLUMN     "startMicros" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "voiceId" TEXT;

-- CreateTable
CREATE TABLE "LiveOffers" (
    "workspaceId" UUID NOT NULL,
    "engineId" TEXT NOT NULL,
    "offers" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "readAt" TIMESTAMPTZ(3),
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LiveOffers_pkey" PRIMARY KEY ("workspaceId","engineId")
);

-- AddForeignKey
ALTER TABLE "LiveOffers" ADD CONSTRAINT "LiveOffers_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
