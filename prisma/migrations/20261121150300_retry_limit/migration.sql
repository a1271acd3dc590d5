-- The same limit as a card template's: at most 20 retries.
ALTER TABLE "ReviewCard"
  DROP CONSTRAINT "ReviewCard_retries_within_limit",
  ADD CONSTRAINT "ReviewCard_retries_within_limit" CHECK ("retriesUsed" >= 0 AND "waivedRetries" >= 0 AND ("retryLimit" IS NULL OR ("retryLimit" BETWEEN 0 AND 20)) AND "retriesUsed" <= COALESCE("retryLimit", 0) + "waivedRetries");
