import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any measure takes: a picture without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;
/** What no try could measure is given up on: measures never decide. Seconds. */
const TRIED_FOR_SECONDS = 24 * 3600;

/** Gives pictures of trials that were not measured and have no job a new one. Safe to repeat and to race: each is noted once. */
export async function requeueUnmeasured(): Promise<number> {
  const lost = await db().$queryRaw<{ workspaceId: string; trialId: string; cell: number }[]>`
    SELECT t."workspaceId", t."id" AS "trialId", c."index" AS "cell"
    FROM "Trial" t JOIN "GridCell" c ON c."gridId" = t."id" JOIN "Run" r ON r."id" = c."runId"
    WHERE r."status" = 'succeeded'
      AND r."finishedAt" BETWEEN now() - make_interval(secs => ${TRIED_FOR_SECONDS}) AND now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (SELECT 1 FROM "TrialMeasure" m WHERE m."trialId" = t."id" AND m."cellIndex" = c."index")
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'trial.measure' AND j.state < 'completed' AND j.data->>'trialId' = t."id"::text AND j.data->>'cell' = c."index"::text)
    LIMIT 500`;
  for (const payload of lost) await enqueue(db(), { name: "trial.measure", payload });
  return lost.length;
}
