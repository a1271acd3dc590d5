-- CreateEnum
CREATE TYPE "LabelMoveKind" AS ENUM ('saved', 'moved', 'rolled_back');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('pass', 'fail');

-- AlterTable
ALTER TABLE "Lane" ADD COLUMN     "evidenceRule" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "LabelMove" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "patternId" UUID NOT NULL,
    "label" "LabelName" NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "LabelMoveKind" NOT NULL,
    "fromId" UUID,
    "toId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB,
    "movedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabelMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvalSet" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subjects" JSONB NOT NULL,
    "seeds" BIGINT[],
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvalSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trial" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "patternVersionId" UUID NOT NULL,
    "evalSetId" UUID,
    "blind" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrialJudgement" (
    "trialId" UUID NOT NULL,
    "cellIndex" INTEGER NOT NULL,
    "memberId" UUID NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "defectKind" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "judgedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrialJudgement_pkey" PRIMARY KEY ("trialId","cellIndex","memberId")
);

-- CreateTable
CREATE TABLE "TrialMeasure" (
    "trialId" UUID NOT NULL,
    "cellIndex" INTEGER NOT NULL,
    "signature" JSONB NOT NULL,
    "fromReferences" JSONB,
    "measuredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrialMeasure_pkey" PRIMARY KEY ("trialId","cellIndex")
);

-- CreateIndex
CREATE INDEX "LabelMove_workspaceId_idx" ON "LabelMove"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "LabelMove_patternId_label_number_key" ON "LabelMove"("patternId", "label", "number");

-- CreateIndex
CREATE INDEX "EvalSet_workspaceId_createdAt_id_idx" ON "EvalSet"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Trial_patternVersionId_idx" ON "Trial"("patternVersionId");

-- CreateIndex
CREATE INDEX "Trial_workspaceId_createdAt_id_idx" ON "Trial"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "TrialJudgement_memberId_idx" ON "TrialJudgement"("memberId");

-- AddForeignKey
ALTER TABLE "LabelMove" ADD CONSTRAINT "LabelMove_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabelMove" ADD CONSTRAINT "LabelMove_patternId_fkey" FOREIGN KEY ("patternId") REFERENCES "Pattern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabelMove" ADD CONSTRAINT "LabelMove_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "PatternVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabelMove" ADD CONSTRAINT "LabelMove_toId_fkey" FOREIGN KEY ("toId") REFERENCES "PatternVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabelMove" ADD CONSTRAINT "LabelMove_movedById_fkey" FOREIGN KEY ("movedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvalSet" ADD CONSTRAINT "EvalSet_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvalSet" ADD CONSTRAINT "EvalSet_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_id_fkey" FOREIGN KEY ("id") REFERENCES "Grid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_patternVersionId_fkey" FOREIGN KEY ("patternVersionId") REFERENCES "PatternVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_evalSetId_fkey" FOREIGN KEY ("evalSetId") REFERENCES "EvalSet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialJudgement" ADD CONSTRAINT "TrialJudgement_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialJudgement" ADD CONSTRAINT "TrialJudgement_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialMeasure" ADD CONSTRAINT "TrialMeasure_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "Trial"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The history of a label is evidence: written once.
CREATE TRIGGER label_move_is_immutable BEFORE UPDATE OR DELETE ON "LabelMove" FOR EACH ROW EXECUTE FUNCTION row_is_immutable();
ALTER TABLE "LabelMove"
  ADD CONSTRAINT "LabelMove_number_from_one" CHECK ("number" >= 1),
  ADD CONSTRAINT "LabelMove_goes_somewhere" CHECK ("fromId" IS DISTINCT FROM "toId");
-- A picture that passed has no defect.
ALTER TABLE "TrialJudgement" ADD CONSTRAINT "TrialJudgement_defect_of_a_failure" CHECK ("defectKind" IS NULL OR "verdict" = 'fail');
-- What was measured and how, is not changed once a trial stands on it.
CREATE FUNCTION trial_keeps_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."patternVersionId" <> OLD."patternVersionId" OR NEW."workspaceId" <> OLD."workspaceId" THEN
    RAISE EXCEPTION 'a trial belongs to the version it measured';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trial_keeps_its_version BEFORE UPDATE ON "Trial" FOR EACH ROW EXECUTE FUNCTION trial_keeps_its_version();
