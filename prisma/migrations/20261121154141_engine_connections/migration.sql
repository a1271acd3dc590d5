-- CreateTable
CREATE TABLE "EngineConnection" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "engineId" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "sealedWebhookSecret" TEXT,
    "keyHint" TEXT NOT NULL,
    "baseUrl" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "connectedById" UUID NOT NULL,
    "checkOutcome" TEXT,
    "checkReason" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EngineConnection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelPrice" (
    "workspaceId" UUID NOT NULL,
    "engineId" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "micros" BIGINT NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelPrice_pkey" PRIMARY KEY ("workspaceId","engineId","modelId")
);

-- CreateIndex
CREATE UNIQUE INDEX "EngineConnection_workspaceId_engineId_key" ON "EngineConnection"("workspaceId", "engineId");

-- AddForeignKey
ALTER TABLE "EngineConnection" ADD CONSTRAINT "EngineConnection_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngineConnection" ADD CONSTRAINT "EngineConnection_connectedById_fkey" FOREIGN KEY ("connectedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelPrice" ADD CONSTRAINT "ModelPrice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelPrice" ADD CONSTRAINT "ModelPrice_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
