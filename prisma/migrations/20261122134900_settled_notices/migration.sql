-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "cardId" UUID,
ADD COLUMN     "settled" JSONB;

-- CreateIndex
CREATE INDEX "Notice_cardId_idx" ON "Notice"("cardId");

-- Notices from before know their card by what they say.
UPDATE "Notice" SET "cardId" = ("facts"->'subject'->>'id')::uuid WHERE "facts"->'subject'->>'kind' = 'card';

-- What waited for somebody on a card that has ended since does not wait any more. Who ended it stands in the card's history.
UPDATE "Notice" n SET
  "settled" = jsonb_build_object('how', c."status"::text, 'byId', NULL, 'by', NULL),
  "readAt" = coalesce(n."readAt", now())
FROM "ReviewCard" c
WHERE c."id" = n."cardId" AND c."status" IN ('approved', 'rejected', 'split', 'stopped', 'published')
  AND n."kind" IN ('assigned', 'submitted', 'changes-requested', 'exhausted', 'due-soon', 'overdue', 'escalated');
