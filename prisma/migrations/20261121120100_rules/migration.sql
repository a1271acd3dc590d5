-- Rules the database keeps by itself, whatever code does. Each names the rule it holds.

-- Money is never negative, and nothing over a hard budget is held: the check fails the racing transaction.
ALTER TABLE "Project"
  ADD CONSTRAINT "Project_money_not_negative" CHECK ("heldMicros" >= 0 AND "spentMicros" >= 0 AND ("hardBudgetMicros" IS NULL OR "hardBudgetMicros" >= 0));
ALTER TABLE "Run"
  ADD CONSTRAINT "Run_money_not_negative" CHECK ("quoteMicros" >= 0 AND ("actualMicros" IS NULL OR "actualMicros" >= 0)),
  ADD CONSTRAINT "Run_count_in_range" CHECK ("count" BETWEEN 1 AND 8 AND cardinality("seeds") = "count"),
  ADD CONSTRAINT "Run_finished_when_terminal" CHECK (("status" IN ('succeeded', 'refused', 'failed', 'cancelled')) = ("finishedAt" IS NOT NULL));
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_amount_not_negative" CHECK ("amountMicros" >= 0);

-- A review card's retries never exceed its limit plus what a lead waived, however many people press at once.
ALTER TABLE "ReviewCard"
  ADD CONSTRAINT "ReviewCard_retries_within_limit" CHECK ("retriesUsed" >= 0 AND "waivedRetries" >= 0 AND ("retryLimit" IS NULL OR ("retryLimit" BETWEEN 0 AND 50)) AND "retriesUsed" <= COALESCE("retryLimit", 0) + "waivedRetries"),
  ADD CONSTRAINT "ReviewCard_complete_when_submitted" CHECK ("status" = 'draft' OR ("goal" <> '' AND "ownerId" IS NOT NULL AND "retryLimit" IS NOT NULL AND "fallbackPath" IS NOT NULL) OR "status" IN ('stopped', 'split'));
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_number_from_one" CHECK ("number" >= 1);
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_place_on_picture" CHECK ("x" BETWEEN 0 AND 1 AND "y" BETWEEN 0 AND 1);

ALTER TABLE "Prompt"
  ADD CONSTRAINT "Prompt_count_in_range" CHECK ("count" BETWEEN 1 AND 8),
  ADD CONSTRAINT "Prompt_not_own_parent" CHECK ("parentId" IS NULL OR "parentId" <> "id");
ALTER TABLE "PromptReference" ADD CONSTRAINT "PromptReference_weight_in_range" CHECK ("weight" BETWEEN 0 AND 1);
ALTER TABLE "PatternVersionReference" ADD CONSTRAINT "PatternVersionReference_weight_in_range" CHECK ("weight" BETWEEN 0 AND 1);
ALTER TABLE "Variant"
  ADD CONSTRAINT "Variant_rating_in_range" CHECK ("rating" BETWEEN 0 AND 5),
  ADD CONSTRAINT "Variant_seed_unsigned_32" CHECK ("seed" BETWEEN 0 AND 4294967295),
  ADD CONSTRAINT "Variant_hash_is_sha256" CHECK ("contentHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Asset"
  ADD CONSTRAINT "Asset_hash_is_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "Asset_has_a_size" CHECK ("byteSize" > 0 AND "width" > 0 AND "height" > 0);

-- A run prompt is frozen: its recipe has no update path once `frozenAt` is set, and the freezing cannot be undone.
CREATE FUNCTION prompt_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."frozenAt" IS NOT NULL AND (
    NEW."frozenAt" IS DISTINCT FROM OLD."frozenAt" OR NEW."text" <> OLD."text" OR NEW."negative" <> OLD."negative"
    OR NEW."engineId" <> OLD."engineId" OR NEW."modelId" <> OLD."modelId" OR NEW."modelRevision" <> OLD."modelRevision"
    OR NEW."controls" <> OLD."controls" OR NEW."seeds" <> OLD."seeds" OR NEW."count" <> OLD."count"
    OR NEW."parentId" IS DISTINCT FROM OLD."parentId" OR NEW."parentVariantId" IS DISTINCT FROM OLD."parentVariantId"
    OR NEW."boardId" <> OLD."boardId"
  ) THEN
    RAISE EXCEPTION 'a run prompt is frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER prompt_is_frozen BEFORE UPDATE ON "Prompt" FOR EACH ROW EXECUTE FUNCTION prompt_is_frozen();

CREATE FUNCTION prompt_references_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Prompt" WHERE "id" = COALESCE(NEW."promptId", OLD."promptId") AND "frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'a run prompt is frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER prompt_references_are_frozen BEFORE INSERT OR UPDATE OR DELETE ON "PromptReference"
  FOR EACH ROW EXECUTE FUNCTION prompt_references_are_frozen();

-- Rows that are evidence are written once.
CREATE FUNCTION row_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are written once', TG_TABLE_NAME;
END $$;
CREATE TRIGGER pattern_version_is_immutable BEFORE UPDATE OR DELETE ON "PatternVersion" FOR EACH ROW EXECUTE FUNCTION row_is_immutable();
CREATE TRIGGER pattern_version_reference_is_immutable BEFORE UPDATE OR DELETE ON "PatternVersionReference" FOR EACH ROW EXECUTE FUNCTION row_is_immutable();
CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION row_is_immutable();
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION row_is_immutable();

-- A late or repeated event never moves a run backwards: a terminal run stays what it is.
CREATE FUNCTION run_never_goes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" IN ('succeeded', 'refused', 'failed', 'cancelled') AND NEW."status" <> OLD."status" THEN
    RAISE EXCEPTION 'a finished run never changes its status';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER run_never_goes_back BEFORE UPDATE ON "Run" FOR EACH ROW EXECUTE FUNCTION run_never_goes_back();
