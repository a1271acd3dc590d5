-- CreateTable
CREATE TABLE "EngineMessage" (
    "hash" TEXT NOT NULL,
    "runId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EngineMessage_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "EngineMessage_receivedAt_idx" ON "EngineMessage"("receivedAt");
