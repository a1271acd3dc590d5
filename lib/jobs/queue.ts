import { fromPrisma, PgBoss } from "pg-boss";
import type { Database as Transaction } from "@/lib/db/client";
import { traceparentOf } from "@/lib/domain/metrics/traceparent";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { placeAtHand } from "@/lib/trace";
import { JOB_NAMES, JOB_PAYLOADS, type Job, type JobName, QUEUE_OPTIONS, TRACEPARENT } from "./contracts";

const store = globalThis as { selectsQueue?: Promise<PgBoss> };

/** A sender only: it never supervises or migrates, so any number of web processes may hold one. */
function sender(): Promise<PgBoss> {
  store.selectsQueue ??= (async () => {
    const boss = new PgBoss({ connectionString: env().databaseUrl(), max: 2, supervise: false, schedule: false, migrate: false });
    boss.on("error", (error) => log.error("queue", "trouble", {}, error));
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
  await boss.send(job.name, dataOf(job), {
    db: fromPrisma(transaction),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
    ...(job.startAfterSeconds === undefined ? {} : { startAfter: job.startAfterSeconds }),
  });
}

/** A job somebody waits for. */
export type Answer = { readonly kind: "waiting" } | { readonly kind: "answered"; readonly answer: unknown } | { readonly kind: "gone" };

/**
 * Asks a question that only its asker wants answered, in place of what they asked before: that is not worked on any more, or what comes
 * of it is thrown away.
 * @returns the job's id, for {@link answerTo}; null for one who has asked `most` times within the time questions are remembered
 */
export async function askAnew(job: Job & { readonly asker: string }, most: number): Promise<string | null> {
  const boss = await sender();
  const before = await boss.findJobs(job.name, { key: job.asker });
  const open = before.filter(({ state }) => state === "created" || state === "active").map(({ id }) => id);
  if (open.length > 0) await boss.cancel(job.name, open);
  if (before.length >= most) return null;
  return boss.send(job.name, dataOf(job), { singletonKey: job.asker });
}

/** The payload, and where one is told of, the work it was asked for in. */
function dataOf(job: Job): object {
  const payload = JOB_PAYLOADS[job.name].parse(job.payload);
  const place = placeAtHand();
  return place ? { ...payload, [TRACEPARENT]: traceparentOf(place) } : payload;
}

/** How far a question is, to who asked it. `gone`: a newer one took its place, the worker could not answer, or nobody asked it. */
export async function answerTo(name: JobName, id: string, asker: string): Promise<Answer> {
  const boss = await sender();
  const [job] = await boss.findJobs(name, { id, key: asker });
  if (job?.state === "created" || job?.state === "active") return { kind: "waiting" };
  return job?.state === "completed" ? { kind: "answered", answer: job.output } : { kind: "gone" };
}

/** Creates the queue tables and every queue of the contract. Part of migrating; safe to repeat. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", (error) => log.error("queue", "trouble", {}, error));
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
