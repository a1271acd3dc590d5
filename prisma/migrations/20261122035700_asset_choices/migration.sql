-- CreateEnum
CREATE TYPE "Colour" AS ENUM ('none', 'red', 'yellow', 'green', 'blue', 'violet');

-- AlterTable
ALTER TABLE "Asset" ADD COLUMN     "colour" "Colour" NOT NULL DEFAULT 'none',
ADD COLUMN     "flag" "Flag" NOT NULL DEFAULT 'none',
ADD COLUMN     "isCovered" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rating" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stackId" UUID;

-- AlterTable
ALTER TABLE "Variant" ADD COLUMN     "colour" "Colour" NOT NULL DEFAULT 'none';

ALTER TABLE "Asset"
  ADD CONSTRAINT "Asset_rating_is_0_to_5" CHECK ("rating" BETWEEN 0 AND 5),
  ADD CONSTRAINT "Asset_covered_in_a_stack" CHECK (NOT "isCovered" OR "stackId" IS NOT NULL);

UPDATE "Asset" a SET "flag" = v."flag", "rating" = v."rating"
FROM "Variant" v WHERE v."assetId" = a."id" AND (v."flag" <> 'none' OR v."rating" <> 0);

-- What lists and the gallery walk, newest first. What it includes answers "what is at row n" and "which colour has it" without the table.
CREATE INDEX "Asset_listed" ON "Asset" ("workspaceId", "id" DESC)
  INCLUDE ("isCovered", "thumbHash", "width", "height") WHERE "deletedAt" IS NULL;
CREATE INDEX "Asset_flagged" ON "Asset" ("workspaceId", "flag", "id" DESC) WHERE "deletedAt" IS NULL AND "flag" <> 'none';
CREATE INDEX "Asset_rated" ON "Asset" ("workspaceId", "rating", "id" DESC) WHERE "deletedAt" IS NULL AND "rating" > 0;
CREATE INDEX "Asset_coloured" ON "Asset" ("workspaceId", "colour", "id" DESC) WHERE "deletedAt" IS NULL AND "colour" <> 'none';
CREATE INDEX "Asset_deleted" ON "Asset" ("workspaceId", "id" DESC) WHERE "deletedAt" IS NOT NULL;
CREATE INDEX "Asset_stacked" ON "Asset" ("stackId") WHERE "stackId" IS NOT NULL;
CREATE UNIQUE INDEX "Asset_one_cover" ON "Asset" ("stackId") WHERE "stackId" IS NOT NULL AND NOT "isCovered";

-- A choice is made of a picture, wherever it is seen: of a variant on the board, of its asset in the gallery. Each follows the other; what
-- stands already is not written again, and so the two end.
CREATE FUNCTION asset_follows_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Asset" SET "flag" = NEW."flag", "rating" = NEW."rating", "colour" = NEW."colour", "version" = "version" + 1
  WHERE "id" = NEW."assetId" AND ("flag", "rating", "colour") IS DISTINCT FROM (NEW."flag", NEW."rating", NEW."colour");
  RETURN NULL;
END $$;
CREATE TRIGGER "variant_choice_is_its_assets" AFTER UPDATE OF "flag", "rating", "colour" ON "Variant"
  FOR EACH ROW WHEN ((OLD."flag", OLD."rating", OLD."colour") IS DISTINCT FROM (NEW."flag", NEW."rating", NEW."colour"))
  EXECUTE FUNCTION asset_follows_variant();

CREATE FUNCTION variant_follows_asset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Variant" SET "flag" = NEW."flag", "rating" = NEW."rating", "colour" = NEW."colour", "version" = "version" + 1
  WHERE "assetId" = NEW."id" AND ("flag", "rating", "colour") IS DISTINCT FROM (NEW."flag", NEW."rating", NEW."colour");
  RETURN NULL;
END $$;
CREATE TRIGGER "asset_choice_is_its_variants" AFTER UPDATE OF "flag", "rating", "colour" ON "Asset"
  FOR EACH ROW WHEN ((OLD."flag", OLD."rating", OLD."colour") IS DISTINCT FROM (NEW."flag", NEW."rating", NEW."colour"))
  EXECUTE FUNCTION variant_follows_asset();
