-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "guestId" UUID;

-- CreateTable
CREATE TABLE "ShareLink" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "powers" TEXT[],
    "passwordHash" TEXT,
    "failedEntries" INTEGER NOT NULL DEFAULT 0,
    "restsUntil" TIMESTAMPTZ(3),
    "isWatermarked" BOOLEAN NOT NULL DEFAULT false,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "madeById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShareLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShareLinkCard" (
    "linkId" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ShareLinkCard_pkey" PRIMARY KEY ("linkId","cardId")
);

-- CreateTable
CREATE TABLE "Guest" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestView" (
    "guestId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuestView_pkey" PRIMARY KEY ("guestId","attemptId","act")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "guestId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestMark" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "guestId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,
    "outline" JSONB,
    "fromMs" INTEGER,
    "toMs" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "defectId" UUID,

    CONSTRAINT "GuestMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestRendition" (
    "guestId" UUID NOT NULL,
    "assetId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "byteSize" BIGINT NOT NULL,

    CONSTRAINT "GuestRendition_pkey" PRIMARY KEY ("guestId","assetId","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_publicId_key" ON "ShareLink"("publicId");

-- CreateIndex
CREATE INDEX "ShareLink_workspaceId_createdAt_id_idx" ON "ShareLink"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ShareLinkCard_cardId_idx" ON "ShareLinkCard"("cardId");

-- CreateIndex
CREATE UNIQUE INDEX "Guest_secretHash_key" ON "Guest"("secretHash");

-- CreateIndex
CREATE INDEX "Guest_linkId_createdAt_idx" ON "Guest"("linkId", "createdAt");

-- CreateIndex
CREATE INDEX "Recommendation_cardId_idx" ON "Recommendation"("cardId");

-- CreateIndex
CREATE UNIQUE INDEX "Recommendation_attemptId_guestId_key" ON "Recommendation"("attemptId", "guestId");

-- CreateIndex
CREATE UNIQUE INDEX "GuestMark_defectId_key" ON "GuestMark"("defectId");

-- CreateIndex
CREATE INDEX "GuestMark_attemptId_createdAt_idx" ON "GuestMark"("attemptId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestRendition_sha256_idx" ON "GuestRendition"("sha256");

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareLinkCard" ADD CONSTRAINT "ShareLinkCard_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ShareLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareLinkCard" ADD CONSTRAINT "ShareLinkCard_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Guest" ADD CONSTRAINT "Guest_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ShareLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestView" ADD CONSTRAINT "GuestView_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "Guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestView" ADD CONSTRAINT "GuestView_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "Guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestMark" ADD CONSTRAINT "GuestMark_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestMark" ADD CONSTRAINT "GuestMark_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "Guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestMark" ADD CONSTRAINT "GuestMark_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestMark" ADD CONSTRAINT "GuestMark_defectId_fkey" FOREIGN KEY ("defectId") REFERENCES "Defect"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestRendition" ADD CONSTRAINT "GuestRendition_guestId_fkey" FOREIGN KEY ("guestId") REFERENCES "Guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestRendition" ADD CONSTRAINT "GuestRendition_assetId_fkey" FOREIGN KEY ("assetId") REFERENCES "Asset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A guest recommends one of two things, and a mark is settled by somebody.
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_verdict" CHECK ("verdict" IN ('approve', 'changes'));
ALTER TABLE "GuestView" ADD CONSTRAINT "GuestView_act" CHECK ("act" IN ('seen', 'downloaded'));
ALTER TABLE "GuestMark" ADD CONSTRAINT "GuestMark_settled"
  CHECK (("settledAt" IS NULL) = ("settledById" IS NULL) AND ("settledAt" IS NOT NULL OR "defectId" IS NULL));

-- In the trail, a guest's act names the guest and no member.
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_guest_alone"
  CHECK (("actorKind" = 'guest') = ("guestId" IS NOT NULL) AND ("guestId" IS NULL OR "memberId" IS NULL));
