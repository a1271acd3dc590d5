import { db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";

/** Longer than any heartbeat: a grid without a job after that has been forgotten. Seconds. */
const LOST_AFTER_SECONDS = 60;

/** Gives grids that are not filled and have no job a new one. Safe to repeat and to race: a cell is started once. */
export async function requeueUnfilled(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT g."id", g."workspaceId" FROM "Grid" g
    WHERE g."status" = 'starting' AND g."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'grid.fill' AND j.state < 'completed' AND j.data->>'gridId' = g."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await enqueue(db(), { name: "grid.fill", payload: { workspaceId, gridId: id } });
  return lost.length;
}
