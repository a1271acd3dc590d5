import pg from "pg";
import { env } from "@/lib/env";

/** What one process at a time does for all that share a database. */
export interface Sole {
  /** Whether it is this process's turn; then it stays so until {@link close}, or until its connection is lost. False when nobody can tell. */
  isMine(): Promise<boolean>;
  /** Leaves it to another. */
  close(): Promise<void>;
}

/**
 * Takes a lock of PostgreSQL that lasts as long as the connection it was taken on, so that whoever is killed lets go as well.
 * @param lock which one; `url` default: the database of the environment
 */
export function sole(lock: number, url = env().databaseUrl()): Sole {
  let client: pg.Client | undefined;
  const letGo = async () => {
    const old = client;
    client = undefined;
    await old?.end().catch(() => {});
  };
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
    next.on("error", () => {
      if (client === next) client = undefined;
    });
    client = next;
    await next.connect();
    return next;
  };
  return {
    async isMine() {
      try {
        const { rows } = await (client ?? (await connect())).query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [lock]);
        return rows[0]?.mine === true;
      } catch {
        await letGo();
        return false;
      }
    },
    close: letGo,
  };
}
