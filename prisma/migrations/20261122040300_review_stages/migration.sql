-- AlterTable
ALTER TABLE "ReviewCard" ADD COLUMN     "stages" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "votes" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ReviewSeat" (
    "cardId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewSeat_pkey" PRIMARY KEY ("cardId","memberId")
);

-- CreateIndex
CREATE INDEX "ReviewSeat_memberId_opensAt_idx" ON "ReviewSeat"("memberId", "opensAt");

-- AddForeignKey
ALTER TABLE "ReviewSeat" ADD CONSTRAINT "ReviewSeat_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSeat" ADD CONSTRAINT "ReviewSeat_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
