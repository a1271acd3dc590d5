import { PgBoss } from "pg-boss";
import { z } from "zod";
import { placeOf } from "@/lib/domain/metrics/traceparent";
import { type LogFacts, log, within } from "@/lib/log";
import { asJob } from "@/lib/trace";
import { ActiveJobs } from "./active-jobs";
import { JOB_NAMES, JOB_PAYLOADS, type JobName, TRACEPARENT } from "./contracts";
import { giveBack } from "./give-back";

/**
 * Works on one job; throwing gives it back to the queue. The signal means: stop here, another worker goes on. What it returns is the answer to
 * a question (`askAnew`).
 */
export type Handler<Name extends JobName> = (payload: z.infer<(typeof JOB_PAYLOADS)[Name]>, signal: AbortSignal) => Promise<unknown>;
export type Handlers = { readonly [Name in JobName]: Handler<Name> };

export interface Worker {
  /** Stops taking jobs, gives the running ones back, closes the connections. Resolves within a few seconds. */
  stop(): Promise<void>;
}

const JobData = z.looseObject({ [TRACEPARENT]: z.string().optional() });

/** Housekeeping runs every ten minutes on one of the workers. */
const SWEEP_SCHEDULE = "*/10 * * * *";
/** What is due is said, and what waits is sent, within a minute. */
const ROUND_SCHEDULE = "* * * * *";
const STOP_TIMEOUT_MS = 2_000;
/** Only runs wait for somebody else. Every place asks the database for work, so that queues of short jobs have few. */
const PLACES_FOR_SHORT_JOBS = 4;

/**
 * Starts taking jobs. A worker that was killed is noticed at once on the same host (its file names what it held) and
 * after ten seconds of missing heartbeats anywhere else.
 */
export async function startWorker(options: {
  databaseUrl: string;
  dataDir: string;
  handlers: Handlers;
  /** Runs followed at once; of other queues at most four jobs. */
  concurrency: number;
}): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    migrate: false,
  });
  boss.on("error", (error) => log.error("worker", "trouble", {}, error));
  await boss.start();
  const active = new ActiveJobs(options.dataDir);
  await giveBack(await active.ofDeadWorkers());

  await boss.schedule("house.sweep", SWEEP_SCHEDULE, {});
  await boss.schedule("notice.round", ROUND_SCHEDULE, {});
  const stopping = new AbortController();
  for (const name of JOB_NAMES) {
    const workers: string[] = [];
    const handler = options.handlers[name] as Handler<JobName>;
    const id = await boss.work<object>(
      name,
      {
        batchSize: 1,
        localConcurrency: name === "run.generate" ? options.concurrency : Math.min(options.concurrency, PLACES_FOR_SHORT_JOBS),
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 1,
        priority: true,
      },
      async ([job]) => {
        if (!job) return;
        await active.add(name, job.id);
        try {
          const { [TRACEPARENT]: traceparent, ...data } = JobData.parse(job.data);
          const payload = JOB_PAYLOADS[name].parse(data);
          const asked = placeOf(traceparent);
          const signal = AbortSignal.any([job.signal, stopping.signal]);
          return await within({ job: name, jobId: job.id, ...idsOf(payload) }, () =>
            asJob(asked, () => handler(payload, signal)).catch((error: unknown) => {
              if (!stopping.signal.aborted) log.error("worker", "a job failed", {}, error);
              throw error;
            }),
          );
        } finally {
          await active.remove(job.id);
          // With one job a batch a worker would wait for the next poll; asking at once keeps a full queue moving.
          setImmediate(() => {
            for (const worker of workers) boss.notifyWorker(worker);
          });
        }
      },
    );
    workers.push(id);
  }
  return {
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
      await active.close();
    },
  };
}

/** What a job is about, for the log: its ids, and nothing else of what it carries. */
function idsOf(payload: object): LogFacts {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => /Id$/.test(name)));
}
