-- CreateEnum
CREATE TYPE "BudgetScope" AS ENUM ('workspace', 'lane', 'person');

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "softBudgetMicros" BIGINT;

-- CreateTable
CREATE TABLE "Budget" (
    "workspaceId" UUID NOT NULL,
    "scope" "BudgetScope" NOT NULL,
    "subjectId" UUID NOT NULL,
    "softMicros" BIGINT,
    "hardMicros" BIGINT,
    "heldMicros" BIGINT NOT NULL DEFAULT 0,
    "spentMicros" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("workspaceId","scope","subjectId")
);

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Money is never negative here either.
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_money_not_negative"
  CHECK ("heldMicros" >= 0 AND "spentMicros" >= 0 AND ("hardMicros" IS NULL OR "hardMicros" >= 0) AND ("softMicros" IS NULL OR "softMicros" >= 0));

-- What was committed and spent before there were budgets, of every workspace, lane and person.
INSERT INTO "Budget" ("workspaceId", "scope", "subjectId", "heldMicros", "spentMicros")
SELECT r."workspaceId", s."scope"::"BudgetScope", s."subjectId",
  SUM(CASE WHEN r."finishedAt" IS NULL THEN r."quoteMicros" ELSE 0 END), SUM(COALESCE(r."actualMicros", 0))
FROM "Run" r CROSS JOIN LATERAL (VALUES ('workspace', r."workspaceId"), ('lane', r."laneId"), ('person', r."requestedById")) AS s("scope", "subjectId")
WHERE s."subjectId" IS NOT NULL
GROUP BY 1, 2, 3;
