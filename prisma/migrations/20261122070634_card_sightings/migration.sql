-- CreateTable
CREATE TABLE "CardSighting" (
    "cardId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "seenTo" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CardSighting_pkey" PRIMARY KEY ("cardId","memberId")
);

-- AddForeignKey
ALTER TABLE "CardSighting" ADD CONSTRAINT "CardSighting_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardSighting" ADD CONSTRAINT "CardSighting_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
