import { db } from "@/lib/db/client";

/** Kills a job survives: more than a bad day has, and an end to one that itself brings its worker down. */
const MOST_KILLS = 50;

/**
 * Frees jobs that a killed worker held, at once and as if nobody had tried them: being killed is not failing. pg-boss itself would count each kill
 * as a failed try and wait twice as long after each, so that five restarts in a row would end a job for good.
 */
export async function giveBack(jobs: readonly { readonly name: string; readonly id: string }[]): Promise<void> {
  for (const { name, id } of jobs)
    await db().$executeRaw`
      UPDATE pgboss.job SET
        state = (CASE WHEN retry_count < ${MOST_KILLS} THEN 'retry' ELSE 'failed' END)::pgboss.job_state,
        completed_on = CASE WHEN retry_count < ${MOST_KILLS} THEN NULL ELSE now() END,
        -- The next try counts one more, so the limit moves with it.
        retry_limit = GREATEST(retry_limit, LEAST(retry_limit + 1, ${MOST_KILLS})),
        start_after = now(),
        heartbeat_on = NULL
      WHERE name = ${name} AND id = ${id}::uuid AND state = 'active'`;
}
