import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgBoss } from "pg-boss";
import sharp from "sharp";
import { db, disconnect } from "@/lib/db/client";
import { createDatabase, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue, prepareQueues } from "@/lib/jobs/queue";
import { startWorker } from "@/lib/jobs/start-worker";
import { startRun } from "@/lib/services/run/start-run";
import { idleHandlers } from "../support/idle-handlers";
import { openStudio } from "../support/studio";
import { workerTools } from "../support/worker-tools";
import { instantEngine } from "./instant-engine";

/**
 * `npm run bench`: how many runs a second go through the whole pipeline – quote, hold, job, claim, intent, submit, poll,
 * storage, variants, charge, audit, events – against what the queue alone does with empty jobs, in the same run on the
 * same durable PostgreSQL. The ratio is what the studio costs on top of its queue; it does not depend on the machine.
 */
const RUNS = 200;
const AT_ONCE = 8;

async function inTurn(count: number, act: () => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await act();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Empty jobs a second, sent one by one and worked on as many at once as the studio's. */
async function queueRate(databaseUrl: string): Promise<number> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: AT_ONCE, useListenNotify: true, schedule: false });
  await boss.start();
  await boss.createQueue("bench", { notify: true });
  const started = performance.now();
  let done = 0;
  const workers: string[] = [];
  const all = new Promise<void>((settle) => {
    const work = async () => {
      done += 1;
      setImmediate(() => {
        for (const id of workers) boss.notifyWorker(id);
      });
      if (done === RUNS) settle();
    };
    const options = { batchSize: 1, localConcurrency: AT_ONCE, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 1 };
    void boss.work("bench", options, work).then((id) => workers.push(id));
  });
  await inTurn(RUNS, () => boss.send("bench", {}));
  await all;
  const rate = RUNS / ((performance.now() - started) / 1_000);
  await boss.stop({ graceful: false });
  return rate;
}

async function studioRate(databaseUrl: string, dataDir: string): Promise<number> {
  const picture = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  const engine = instantEngine(picture);
  const tools = workerTools([engine], { pollMs: 10 });
  const studio = await openStudio();
  const prompts: string[] = [];
  await inTurn(RUNS, async () => prompts.push(await studio.prompt()));
  let done = 0;
  let settle = () => {};
  const all = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const worker = await startWorker({
    databaseUrl,
    dataDir,
    concurrency: AT_ONCE,
    handlers: idleHandlers({
      "run.generate": async (payload, signal) => {
        await generate(payload, signal, tools);
        done += 1;
        if (done === RUNS) settle();
      },
    }),
  });
  const started = performance.now();
  await inTurn(RUNS, () => startRun(studio.people.operator, { promptId: prompts.pop() ?? "" }));
  await all;
  const rate = RUNS / ((performance.now() - started) / 1_000);
  await worker.stop();
  const succeeded = await db().run.count({ where: { status: "succeeded" } });
  if (succeeded !== RUNS) throw new Error(`${succeeded} of ${RUNS} runs succeeded: there is nothing to compare.`);
  return rate;
}

const folder = mkdtempSync(join(tmpdir(), "selects-bench-"));
chmodSync(folder, 0o711);
const cluster = await startEmbedded(join(folder, "postgres"));
try {
  const url = await createDatabase(cluster.url, "bench");
  Object.assign(process.env, { DATABASE_URL: url, SELECTS_DATA: folder, NEXTAUTH_SECRET: "bench" });
  await migrate(url, "prisma/migrations");
  await prepareQueues(url);
  const queue = await queueRate(url);
  const studio = await studioRate(url, folder);
  console.log(`queue alone    ${queue.toFixed(0)} jobs/s`);
  console.log(`whole pipeline ${studio.toFixed(1)} runs/s`);
  console.log(`ratio          ${(studio / queue).toFixed(3)} (pipeline / queue, ${RUNS} runs, ${AT_ONCE} at once)`);
} finally {
  await closeQueue();
  await disconnect();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
