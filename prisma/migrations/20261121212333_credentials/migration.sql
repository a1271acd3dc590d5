-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "credentials" JSONB,
ADD COLUMN     "manifestHash" TEXT;

-- What was learnt while the file was written stays as it was written, like the file.
CREATE OR REPLACE FUNCTION publication_is_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cardId" <> OLD."cardId" OR NEW."attemptId" <> OLD."attemptId" OR NEW."sourceHash" <> OLD."sourceHash"
    OR NEW."disclosure" <> OLD."disclosure" OR NEW."record" <> OLD."record" OR NEW."publishedById" <> OLD."publishedById"
    OR (OLD."assetId" IS NOT NULL AND NEW."assetId" IS DISTINCT FROM OLD."assetId")
    OR (OLD."publishedHash" IS NOT NULL AND NEW."publishedHash" IS DISTINCT FROM OLD."publishedHash")
    OR (OLD."publishedHash" IS NOT NULL AND NEW."credentials" IS DISTINCT FROM OLD."credentials")
    OR (OLD."publishedHash" IS NOT NULL AND NEW."manifestHash" IS DISTINCT FROM OLD."manifestHash")
    OR (OLD."withdrawnAt" IS NOT NULL AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt")
  THEN
    RAISE EXCEPTION 'a publication is evidence';
  END IF;
  RETURN NEW;
END $$;
