-- CreateEnum
CREATE TYPE "GridStatus" AS ENUM ('starting', 'started', 'stopped', 'cancelled');

-- CreateTable
CREATE TABLE "Grid" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "promptId" UUID NOT NULL,
    "axes" JSONB NOT NULL,
    "skips" JSONB NOT NULL,
    "status" "GridStatus" NOT NULL DEFAULT 'starting',
    "stopReason" TEXT,
    "quoteMicros" BIGINT NOT NULL,
    "requestedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GridCell" (
    "gridId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "at" INTEGER[],
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "quoteMicros" BIGINT NOT NULL,
    "promptId" UUID,
    "runId" UUID,
    "refusal" TEXT,

    CONSTRAINT "GridCell_pkey" PRIMARY KEY ("gridId","index")
);

-- CreateIndex
CREATE UNIQUE INDEX "Grid_promptId_key" ON "Grid"("promptId");

-- CreateIndex
CREATE INDEX "Grid_projectId_createdAt_id_idx" ON "Grid"("projectId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Grid_workspaceId_idx" ON "Grid"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "GridCell_promptId_key" ON "GridCell"("promptId");

-- CreateIndex
CREATE UNIQUE INDEX "GridCell_runId_key" ON "GridCell"("runId");

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GridCell" ADD CONSTRAINT "GridCell_gridId_fkey" FOREIGN KEY ("gridId") REFERENCES "Grid"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GridCell" ADD CONSTRAINT "GridCell_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GridCell" ADD CONSTRAINT "GridCell_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A cell is started once: what it became is never taken away or exchanged.
CREATE FUNCTION grid_cell_is_started_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."runId" IS NOT NULL AND NEW."runId" IS DISTINCT FROM OLD."runId")
    OR (OLD."promptId" IS NOT NULL AND NEW."promptId" IS DISTINCT FROM OLD."promptId") THEN
    RAISE EXCEPTION 'a cell of a grid is started once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grid_cell_is_started_once BEFORE UPDATE ON "GridCell" FOR EACH ROW EXECUTE FUNCTION grid_cell_is_started_once();

-- A grid's own prompt never runs: only its cells do.
CREATE FUNCTION grid_prompt_never_runs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Grid" WHERE "promptId" = NEW."promptId") THEN
    RAISE EXCEPTION 'the prompt of a grid never runs itself';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grid_prompt_never_runs BEFORE INSERT ON "Run" FOR EACH ROW EXECUTE FUNCTION grid_prompt_never_runs();
