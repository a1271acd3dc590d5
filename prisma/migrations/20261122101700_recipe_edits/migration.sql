-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "recipeEdit" JSONB,
ADD COLUMN     "renewsId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_renewsId_key" ON "Attempt"("renewsId");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_renewsId_fkey" FOREIGN KEY ("renewsId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An approval is of bytes and of a recipe: only an approval can lose its recipe to an edit.
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_only_an_approval_has_its_recipe_edited" CHECK ("recipeEdit" IS NULL OR "status" = 'approved');

-- There are never more attempts than the card has paid retries for. Asking again for the same bytes, because the recipe of an approved
-- attempt was edited, makes nothing anew and uses no retry.
CREATE OR REPLACE FUNCTION attempt_is_within_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."contentHash" IS DISTINCT FROM (SELECT "sha256" FROM "Asset" WHERE "id" = NEW."assetId") THEN
    RAISE EXCEPTION 'an attempt is bound to the content of its asset' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."renewsId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Attempt" WHERE "id" = NEW."renewsId" AND "cardId" = NEW."cardId" AND "contentHash" = NEW."contentHash"
      AND "submittedById" = NEW."submittedById" AND "status" = 'approved' AND "recipeEdit" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'only the same bytes of an approved attempt whose recipe was edited are asked for again' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT NEW."viaFallback" AND NEW."renewsId" IS NULL AND
    (SELECT count(*) FROM "Attempt" WHERE "cardId" = NEW."cardId" AND NOT "viaFallback" AND "renewsId" IS NULL)
      > (SELECT "retriesUsed" FROM "ReviewCard" WHERE "id" = NEW."cardId") THEN
    RAISE EXCEPTION 'every attempt after the first uses a retry' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."viaFallback" AND (SELECT "fallbackTakenAt" FROM "ReviewCard" WHERE "id" = NEW."cardId") IS NULL THEN
    RAISE EXCEPTION 'the fallback path has not been taken' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What was submitted and what was decided is not rewritten; only an approval may still go stale, and of several pictures
-- that were offered one is chosen while nothing is decided.
CREATE OR REPLACE FUNCTION attempt_is_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cardId" <> OLD."cardId" OR NEW."number" <> OLD."number" OR NEW."options" <> OLD."options"
    OR NEW."renewsId" IS DISTINCT FROM OLD."renewsId"
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

-- Only an approval that counts is published, as exactly the bytes that were approved and from the recipe that was.
CREATE OR REPLACE FUNCTION publication_is_of_an_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Attempt"
    WHERE "id" = NEW."attemptId" AND "cardId" = NEW."cardId" AND "status" = 'approved' AND "staleAt" IS NULL
      AND "recipeEdit" IS NULL AND "contentHash" = NEW."sourceHash"
  ) THEN
    RAISE EXCEPTION 'only an approved attempt is published' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
