-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "options" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "pickedById" UUID;

-- AlterTable
ALTER TABLE "ReviewCard" ADD COLUMN     "makerId" UUID;

-- AddForeignKey
ALTER TABLE "ReviewCard" ADD CONSTRAINT "ReviewCard_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_pickedById_fkey" FOREIGN KEY ("pickedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was submitted and what was decided is not rewritten; only an approval may still go stale, and of several pictures
-- that were offered one is chosen while nothing is decided.
CREATE OR REPLACE FUNCTION attempt_is_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cardId" <> OLD."cardId" OR NEW."number" <> OLD."number" OR NEW."options" <> OLD."options"
    OR NEW."submittedById" <> OLD."submittedById" OR NEW."viaFallback" <> OLD."viaFallback" OR NEW."createdAt" <> OLD."createdAt"
    OR ((NEW."assetId" <> OLD."assetId" OR NEW."variantId" IS DISTINCT FROM OLD."variantId" OR NEW."contentHash" <> OLD."contentHash")
      AND NOT (OLD."status" = 'submitted' AND OLD."options" @> jsonb_build_array(
        jsonb_build_object('assetId', NEW."assetId", 'variantId', NEW."variantId", 'contentHash', NEW."contentHash"))))
    OR (OLD."status" <> 'submitted' AND (NEW."status" <> OLD."status" OR NEW."decidedById" IS DISTINCT FROM OLD."decidedById"
      OR NEW."decidedAt" IS DISTINCT FROM OLD."decidedAt" OR NEW."decisionNote" <> OLD."decisionNote"))
    OR (OLD."staleAt" IS NOT NULL AND NEW."staleAt" IS DISTINCT FROM OLD."staleAt")
  THEN
    RAISE EXCEPTION 'an attempt is evidence' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
