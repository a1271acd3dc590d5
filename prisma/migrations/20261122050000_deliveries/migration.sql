-- CreateTable
CREATE TABLE "DeliveryTarget" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "pathStyle" BOOLEAN NOT NULL DEFAULT true,
    "accessKeyId" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeliveryTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationDelivery" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "objectKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "answer" TEXT NOT NULL DEFAULT '',
    "nextTryAt" TIMESTAMPTZ(3),
    "startedById" UUID NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicationDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeliveryTarget_workspaceId_createdAt_id_idx" ON "DeliveryTarget"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PublicationDelivery_publicationId_createdAt_idx" ON "PublicationDelivery"("publicationId", "createdAt");

-- CreateIndex
CREATE INDEX "PublicationDelivery_targetId_idx" ON "PublicationDelivery"("targetId");

-- CreateIndex
CREATE INDEX "PublicationDelivery_status_nextTryAt_idx" ON "PublicationDelivery"("status", "nextTryAt");

-- AddForeignKey
ALTER TABLE "DeliveryTarget" ADD CONSTRAINT "DeliveryTarget_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryTarget" ADD CONSTRAINT "DeliveryTarget_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationDelivery" ADD CONSTRAINT "PublicationDelivery_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationDelivery" ADD CONSTRAINT "PublicationDelivery_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "DeliveryTarget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationDelivery" ADD CONSTRAINT "PublicationDelivery_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
