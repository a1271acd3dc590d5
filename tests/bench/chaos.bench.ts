import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disconnect } from "@/lib/db/client";
import { createDatabase, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { closeQueue, prepareQueues } from "@/lib/jobs/queue";
import builtStudio from "../support/built-studio.mjs";
import { chaos } from "../support/chaos";
import { trialWebChaos } from "../support/trial-web-chaos";

/**
 * `npm run bench:chaos`: two hundred runs over four providers, the worker process killed at fifty random points. Ends
 * with an error unless every run ended in its true state, none was submitted twice and the ledger is exact. With `--trial`
 * (`npm run bench:trial-chaos`) it is one trial of two hundred cells on the embedded engine, started and judged over HTTP while worker and web are killed at
 * fifty points. `--small` does it with twenty cells and six kills.
 */
const folder = mkdtempSync(join(tmpdir(), "selects-chaos-"));
chmodSync(folder, 0o711);
const cluster = await startEmbedded(join(folder, "postgres"));
try {
  const url = await createDatabase(cluster.url, "chaos");
  const environment = {
    DATABASE_URL: url,
    SELECTS_DATA: folder,
    NEXTAUTH_SECRET: "a secret of the bench, long enough to be one",
    SELECTS_ENGINE_SECRETS: "a sealing secret of the bench",
    SELECTS_ORIGIN: "http://127.0.0.1:3000",
  };
  Object.assign(process.env, environment);
  await migrate(url, "prisma/migrations");
  await prepareQueues(url);
  const seed = Number(process.env.SELECTS_PROPERTY_SEED ?? 20_261_121);
  const trialOverHttp = async (size: { rows: number; columns: number; kills: number }) => {
    await builtStudio();
    return trialWebChaos(environment, { ...size, seed, longestMs: 1_500_000 });
  };
  const figures = process.argv.includes("--trial")
    ? await trialOverHttp(process.argv.includes("--small") ? { rows: 5, columns: 4, kills: 6 } : { rows: 50, columns: 4, kills: 50 })
    : await chaos(environment, { runs: 200, kills: 50, seed, longestMs: 900_000 });
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await closeQueue();
  await disconnect();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
