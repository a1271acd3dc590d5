import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { isClusterMade } from "@/lib/db/postgres/cluster";
import { Trouble } from "../setup/trouble.mjs";
import { DATABASE, requireDatabase } from "../supervise/database";
import { madeEngineSecrets } from "../supervise/secret";

const NO_SUCH_DATABASE = "3D000";

/** Tells of every connection in the studio of this folder, or of DATABASE_URL. True: none failed. Makes nothing; throws a sentence without a studio. */
export async function checkEngines(dataDir: string): Promise<boolean> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await requireDatabase(given);
    return checkIn(given, dataDir);
  }
  const folder = join(dataDir, "postgres");
  if (!isClusterMade(folder))
    throw new Trouble(`There is no studio in ${dataDir} yet; start it once (npm start), or name it with SELECTS_DATA or DATABASE_URL.`);
  const server = await startEmbedded(folder);
  try {
    return await checkIn(new URL(`/${DATABASE}`, server.url).href, dataDir);
  } finally {
    if (!server.attached) await server.stop();
  }
}

async function checkIn(url: string, dataDir: string): Promise<boolean> {
  // Asked without Prisma: what it says of a missing table is for us, not for an administrator.
  if (!(await hasTables(url))) throw new Trouble("There is no studio in this database yet; start it once: npm start");
  const secrets = madeEngineSecrets(dataDir);
  Object.assign(process.env, {
    DATABASE_URL: url,
    SELECTS_DATA: dataDir,
    ...(secrets === undefined ? {} : { SELECTS_ENGINE_SECRETS: secrets }),
  });
  const { tellConnections } = await import("./tell-connections");
  return tellConnections(secrets !== undefined);
}

/** A start that was broken off leaves a server without the database, or a database without tables. */
async function hasTables(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ found: string | null }>(`SELECT to_regclass('"EngineConnection"') AS found`);
    return Boolean(rows[0]?.found);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end();
  }
}
