-- AlterTable
ALTER TABLE "Lane" RENAME COLUMN "cardTemplate" TO "cardTemplates";

-- What a lane's cards started from becomes its first template, which is the default.
UPDATE "Lane" SET "cardTemplates" = jsonb_build_array(
  ("cardTemplates" - 'ownerId') || jsonb_build_object(
    'id', gen_random_uuid(),
    'name', 'Standard',
    'owner', CASE
      WHEN "cardTemplates" ->> 'ownerId' IS NULL THEN 'null'::jsonb
      ELSE jsonb_build_object('kind', 'person', 'memberId', "cardTemplates" -> 'ownerId')
    END
  )
);

-- AlterTable
ALTER TABLE "ReviewCard" ADD COLUMN     "dueByRule" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "startedFrom" JSONB;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "ticks" JSONB NOT NULL DEFAULT '[]';
