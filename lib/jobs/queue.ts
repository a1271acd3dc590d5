import { fromPrisma, PgBoss } from "pg-boss";
import type { Database as Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { JOB_NAMES, JOB_PAYLOADS, type Job, QUEUE_OPTIONS } from "./contracts";

const store = globalThis as { selectsQueue?: Promise<PgBoss> };

/** A sender only: it never supervises or migrates, so any number of web processes may hold one. */
function sender(): Promise<PgBoss> {
  store.selectsQueue ??= (async () => {
    const boss = new PgBoss({ connectionString: env().databaseUrl(), max: 2, supervise: false, schedule: false, migrate: false });
    boss.on("error", (error) => console.error("[queue]", error.message));
    await boss.start();
    return boss;
  })();
  store.selectsQueue.catch(() => {
    delete store.selectsQueue;
  });
  return store.selectsQueue;
}

/** Puts a job in its queue inside the caller's transaction: rolled back with it, visible with it. */
export async function enqueue(transaction: Transaction, job: Job): Promise<void> {
  const boss = await sender();
  await boss.send(job.name, JOB_PAYLOADS[job.name].parse(job.payload), {
    db: fromPrisma(transaction),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
    ...(job.startAfterSeconds === undefined ? {} : { startAfter: job.startAfterSeconds }),
  });
}

/** Creates the queue tables and every queue of the contract. Part of migrating; safe to repeat. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", (error) => console.error("[queue]", error.message));
  await boss.start();
  try {
    for (const name of JOB_NAMES) {
      const options = { ...QUEUE_OPTIONS[name], notify: true };
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Ends this process's sender, so that the process can exit. */
export async function closeQueue(): Promise<void> {
  const boss = await store.selectsQueue?.catch(() => undefined);
  delete store.selectsQueue;
  await boss?.stop({ graceful: false });
}
