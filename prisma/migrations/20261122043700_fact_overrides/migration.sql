-- CreateTable
CREATE TABLE "FactOverride" (
    "workspaceId" UUID NOT NULL,
    "entryId" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactOverride_pkey" PRIMARY KEY ("workspaceId","entryId","fact")
);

-- AddForeignKey
ALTER TABLE "FactOverride" ADD CONSTRAINT "FactOverride_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactOverride" ADD CONSTRAINT "FactOverride_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
