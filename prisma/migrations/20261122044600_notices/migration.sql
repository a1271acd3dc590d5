-- CreateEnum
CREATE TYPE "MailMode" AS ENUM ('now', 'digest', 'off');

-- AlterTable
ALTER TABLE "Lane" ADD COLUMN     "escalateHours" INTEGER DEFAULT 24,
ADD COLUMN     "remindHours" INTEGER NOT NULL DEFAULT 24;

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "inApp" BOOLEAN NOT NULL DEFAULT true,
    "readAt" TIMESTAMPTZ(3),
    "mail" "MailMode" NOT NULL DEFAULT 'off',
    "mailAfter" TIMESTAMPTZ(3),
    "mailTries" INTEGER NOT NULL DEFAULT 0,
    "mailedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeWish" (
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "mail" "MailMode" NOT NULL,

    CONSTRAINT "NoticeWish_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "NoticeDigest" (
    "memberId" UUID NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "hour" INTEGER NOT NULL DEFAULT 8,
    "sentOn" TEXT,

    CONSTRAINT "NoticeDigest_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "Notice_memberId_id_idx" ON "Notice"("memberId", "id" DESC);

-- CreateIndex
CREATE INDEX "Notice_mailAfter_idx" ON "Notice"("mailAfter");

-- CreateIndex
CREATE INDEX "Notice_createdAt_idx" ON "Notice"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_memberId_key_key" ON "Notice"("memberId", "key");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeWish" ADD CONSTRAINT "NoticeWish_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDigest" ADD CONSTRAINT "NoticeDigest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
