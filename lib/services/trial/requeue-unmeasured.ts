import { db } from "@/lib/db/client";
import { OLD_METHODS } from "@/lib/domain/trial/signature";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any measure takes: a picture without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;
/** What no try could measure is given up on: measures never decide. Seconds. */
const TRIED_FOR_SECONDS = 24 * 3600;

/** Cells asked for in one go: a sweep is followed by the next in ten minutes. */
const MOST = 500;

/**
 * Gives pictures of trials that were not measured and have no job a new one, and asks once for those that were measured in an old way. Safe to
 * repeat and to race: each is noted once.
 */
export async function requeueUnmeasured(): Promise<number> {
  const cells = [...(await lostCells()), ...(await oldCells())];
  for (const payload of cells) await enqueue(db(), { name: "trial.measure", payload });
  return cells.length;
}

interface Cell {
  readonly workspaceId: string;
  readonly trialId: string;
  readonly cell: number;
}

function lostCells(): Promise<Cell[]> {
  return db().$queryRaw<Cell[]>`
    SELECT t."workspaceId", t."id" AS "trialId", c."index" AS "cell"
    FROM "Trial" t JOIN "GridCell" c ON c."gridId" = t."id" JOIN "Run" r ON r."id" = c."runId"
    WHERE r."status" = 'succeeded'
      AND r."finishedAt" BETWEEN now() - make_interval(secs => ${TRIED_FOR_SECONDS}) AND now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (SELECT 1 FROM "TrialMeasure" m WHERE m."trialId" = t."id" AND m."cellIndex" = c."index")
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'trial.measure' AND j.state < 'completed' AND j.data->>'trialId' = t."id"::text AND j.data->>'cell' = c."index"::text)
    LIMIT ${MOST}`;
}

/** An asked cell whose picture is gone keeps what is known of it: it is not asked again. */
function oldCells(): Promise<Cell[]> {
  return db().$queryRaw<Cell[]>`
    UPDATE "TrialMeasure" m SET "askedAgainAt" = now() FROM "Trial" t
    WHERE t."id" = m."trialId" AND (m."trialId", m."cellIndex") IN (
      SELECT "trialId", "cellIndex" FROM "TrialMeasure"
      WHERE "method" = ANY(${[...OLD_METHODS]}) AND "askedAgainAt" IS NULL LIMIT ${MOST} FOR UPDATE SKIP LOCKED)
    RETURNING t."workspaceId", m."trialId", m."cellIndex" AS "cell"`;
}
