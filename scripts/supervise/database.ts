import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { createDatabase, type EmbeddedPostgres, startEmbedded } from "@/lib/db/embedded";
import { Trouble } from "../setup/trouble.mjs";

/** The studio's database for as long as the studio runs. */
export interface KeptDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

export const DATABASE = "selects";
const PAUSE_MS = 500;

/** A server of the operator's own: ours to use, not to start or stop. */
export function ownDatabase(url: string): KeptDatabase {
  return { url, stop: async () => {} };
}

/** The embedded server, started again on the same port should it die. */
export async function keepDatabase(dataDir: string): Promise<KeptDatabase> {
  const folder = join(dataDir, "postgres");
  let isStopping = false;
  let server = await startEmbedded(folder);
  const url = await createDatabase(server.url, DATABASE);
  const watch = async (current: EmbeddedPostgres): Promise<void> => {
    await current.ended;
    while (!isStopping) {
      console.error("PostgreSQL stopped unexpectedly; starting it again.");
      await delay(PAUSE_MS);
      try {
        server = await startEmbedded(folder, { port: current.port });
        return watch(server);
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  };
  void watch(server);
  return {
    url,
    async stop() {
      isStopping = true;
      await server.stop();
    },
  };
}

/** Throws a sentence when a given DATABASE_URL leads nowhere. Never repeats the password in it. */
export async function requireDatabase(url: string | undefined): Promise<void> {
  if (!url) return;
  const where = addressOf(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new Trouble(`The PostgreSQL of DATABASE_URL, ${where}, cannot be used: ${reasonOf(cause)}.`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

function addressOf(url: string): string {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(`${protocol} is another database's`);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    throw new Trouble("DATABASE_URL is not the address of a PostgreSQL; it looks like postgresql://user:password@host:5432/database.");
  }
}

function reasonOf(cause: unknown): string {
  // Several addresses of one name fail together; the first says enough.
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  if (!(first instanceof Error)) return "no connection";
  if ("code" in first && first.code === "ECONNREFUSED") return "nobody answers there (connection refused)";
  if ("code" in first && first.code === "ENOTFOUND") return "there is no host of that name";
  return first.message.replace(/\.$/, "");
}
