-- The fallback path is taken at most once and allows one attempt that is not a retry.
ALTER TABLE "ReviewCard" ADD COLUMN "fallbackTakenAt" TIMESTAMPTZ(3);
ALTER TABLE "Attempt" ADD COLUMN "viaFallback" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_hash_is_sha256" CHECK ("contentHash" ~ '^[0-9a-f]{64}$'),
  -- Four eyes: nobody decides on their own attempt.
  ADD CONSTRAINT "Attempt_decided_by_another" CHECK ("decidedById" IS NULL OR "decidedById" <> "submittedById"),
  ADD CONSTRAINT "Attempt_decision_is_whole" CHECK (
    ("decidedById" IS NULL) = ("decidedAt" IS NULL)
    AND ("status" IN ('changes_requested', 'approved', 'rejected')) = ("decidedById" IS NOT NULL)
  ),
  ADD CONSTRAINT "Attempt_changes_need_a_note" CHECK ("status" NOT IN ('changes_requested', 'rejected') OR "decisionNote" <> ''),
  ADD CONSTRAINT "Attempt_only_an_approval_goes_stale" CHECK ("staleAt" IS NULL OR "status" = 'approved');

-- One attempt waits for a decision, one approval counts, one attempt came by the fallback path.
CREATE UNIQUE INDEX "Attempt_one_waits" ON "Attempt" ("cardId") WHERE "status" = 'submitted';
CREATE UNIQUE INDEX "Attempt_one_approval_counts" ON "Attempt" ("cardId") WHERE "status" = 'approved' AND "staleAt" IS NULL;
CREATE UNIQUE INDEX "Attempt_one_by_fallback" ON "Attempt" ("cardId") WHERE "viaFallback";

ALTER TABLE "Defect"
  ADD CONSTRAINT "Defect_severity_is_known" CHECK ("severity" IN ('minor', 'major', 'critical')),
  ADD CONSTRAINT "Defect_waiver_has_a_reason" CHECK (("waivedById" IS NULL) = ("waiverReason" IS NULL) AND "waiverReason" <> '');

-- An attempt is bound to the bytes it was submitted with, and there are never more attempts than the card has paid retries for.
CREATE FUNCTION attempt_is_within_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."contentHash" IS DISTINCT FROM (SELECT "sha256" FROM "Asset" WHERE "id" = NEW."assetId") THEN
    RAISE EXCEPTION 'an attempt is bound to the content of its asset' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT NEW."viaFallback" AND
    (SELECT count(*) FROM "Attempt" WHERE "cardId" = NEW."cardId" AND NOT "viaFallback")
      > (SELECT "retriesUsed" FROM "ReviewCard" WHERE "id" = NEW."cardId") THEN
    RAISE EXCEPTION 'every attempt after the first uses a retry' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."viaFallback" AND (SELECT "fallbackTakenAt" FROM "ReviewCard" WHERE "id" = NEW."cardId") IS NULL THEN
    RAISE EXCEPTION 'the fallback path has not been taken' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attempt_is_within_limit BEFORE INSERT ON "Attempt" FOR EACH ROW EXECUTE FUNCTION attempt_is_within_limit();

-- What was submitted and what was decided is not rewritten; only an approval may still go stale.
CREATE FUNCTION attempt_is_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cardId" <> OLD."cardId" OR NEW."number" <> OLD."number" OR NEW."assetId" <> OLD."assetId"
    OR NEW."variantId" IS DISTINCT FROM OLD."variantId" OR NEW."contentHash" <> OLD."contentHash"
    OR NEW."submittedById" <> OLD."submittedById" OR NEW."viaFallback" <> OLD."viaFallback" OR NEW."createdAt" <> OLD."createdAt"
    OR (OLD."status" <> 'submitted' AND (NEW."status" <> OLD."status" OR NEW."decidedById" IS DISTINCT FROM OLD."decidedById"
      OR NEW."decidedAt" IS DISTINCT FROM OLD."decidedAt" OR NEW."decisionNote" <> OLD."decisionNote"))
    OR (OLD."staleAt" IS NOT NULL AND NEW."staleAt" IS DISTINCT FROM OLD."staleAt")
  THEN
    RAISE EXCEPTION 'an attempt is evidence' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attempt_is_evidence BEFORE UPDATE ON "Attempt" FOR EACH ROW EXECUTE FUNCTION attempt_is_evidence();

-- A closed card never opens again, and its counters only count up.
CREATE FUNCTION card_never_goes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."status" IN ('rejected', 'stopped', 'split') AND NEW."status" <> OLD."status")
    OR NEW."retriesUsed" < OLD."retriesUsed" OR NEW."waivedRetries" < OLD."waivedRetries"
    OR (OLD."fallbackTakenAt" IS NOT NULL AND NEW."fallbackTakenAt" IS DISTINCT FROM OLD."fallbackTakenAt")
    OR (OLD."status" <> 'draft' AND NEW."retryLimit" IS DISTINCT FROM OLD."retryLimit")
  THEN
    RAISE EXCEPTION 'a review card never goes back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_never_goes_back BEFORE UPDATE ON "ReviewCard" FOR EACH ROW EXECUTE FUNCTION card_never_goes_back();

-- Only an approval that counts is published, as exactly the bytes that were approved.
CREATE FUNCTION publication_is_of_an_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Attempt"
    WHERE "id" = NEW."attemptId" AND "cardId" = NEW."cardId" AND "status" = 'approved' AND "staleAt" IS NULL AND "contentHash" = NEW."sourceHash"
  ) THEN
    RAISE EXCEPTION 'only an approved attempt is published' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_is_of_an_approval BEFORE INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION publication_is_of_an_approval();

-- The record is written once; the file is added once; a withdrawal is not undone.
CREATE FUNCTION publication_is_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."cardId" <> OLD."cardId" OR NEW."attemptId" <> OLD."attemptId" OR NEW."sourceHash" <> OLD."sourceHash"
    OR NEW."disclosure" <> OLD."disclosure" OR NEW."record" <> OLD."record" OR NEW."publishedById" <> OLD."publishedById"
    OR (OLD."assetId" IS NOT NULL AND NEW."assetId" IS DISTINCT FROM OLD."assetId")
    OR (OLD."publishedHash" IS NOT NULL AND NEW."publishedHash" IS DISTINCT FROM OLD."publishedHash")
    OR (OLD."withdrawnAt" IS NOT NULL AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt")
  THEN
    RAISE EXCEPTION 'a publication is evidence' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_is_evidence BEFORE UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION publication_is_evidence();
