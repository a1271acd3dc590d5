-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "shown" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoteCandidate" (
    "voteId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "rank" INTEGER,
    "score" DOUBLE PRECISION,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,

    CONSTRAINT "VoteCandidate_pkey" PRIMARY KEY ("voteId","variantId")
);

-- CreateTable
CREATE TABLE "VoteQuestion" (
    "id" UUID NOT NULL,
    "voteId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "shown" UUID[],
    "chosenId" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoteQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Vote_workspaceId_createdAt_id_idx" ON "Vote"("workspaceId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Vote_projectId_idx" ON "Vote"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "VoteCandidate_key_key" ON "VoteCandidate"("key");

-- CreateIndex
CREATE INDEX "VoteCandidate_variantId_idx" ON "VoteCandidate"("variantId");

-- CreateIndex
CREATE INDEX "VoteQuestion_memberId_idx" ON "VoteQuestion"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "VoteQuestion_voteId_memberId_number_key" ON "VoteQuestion"("voteId", "memberId", "number");

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCandidate" ADD CONSTRAINT "VoteCandidate_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCandidate" ADD CONSTRAINT "VoteCandidate_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteQuestion" ADD CONSTRAINT "VoteQuestion_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteQuestion" ADD CONSTRAINT "VoteQuestion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A voter has one open question at a time, and what was chosen was shown.
CREATE UNIQUE INDEX "VoteQuestion_one_open" ON "VoteQuestion"("voteId", "memberId") WHERE "answeredAt" IS NULL;
ALTER TABLE "VoteQuestion"
  ADD CONSTRAINT "VoteQuestion_shows_two_to_four" CHECK (cardinality("shown") BETWEEN 2 AND 4),
  ADD CONSTRAINT "VoteQuestion_chosen_was_shown" CHECK ("chosenId" IS NULL OR ("answeredAt" IS NOT NULL AND "chosenId" = ANY("shown")));
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_shows_two_to_four" CHECK ("shown" BETWEEN 2 AND 4);
