import pg from "pg";
import { env } from "@/lib/env";

export interface Listener {
  /** Settles when the channel is heard for the first time; a failing first attempt is retried like any later one. */
  readonly ready: Promise<void>;
  /** Stops listening and closes the connection. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Default: the database of the environment. */
  readonly url?: string;
  /** Called after every regained connection: notifications sent meanwhile are lost, so read the table from where you were. */
  readonly onReconnect?: () => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears PostgreSQL's NOTIFY on a connection of its own, since pooled ones are handed around, and reconnects for ever.
 * `onPayload` gets the text given to `pg_notify` (at most 8,000 bytes) in the order of commits.
 */
export function listen(channel: string, onPayload: (payload: string) => void, options: ListenOptions = {}): Listener {
  const connectionString = options.url ?? env().databaseUrl();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let isClosed = false;
  let wasHeard = false;
  let heard = () => {};
  const ready = new Promise<void>((settle) => {
    heard = settle;
  });

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = next;
    // Both "error" and "end" may be emitted for one loss: only the current connection may plan its successor.
    const lost = () => {
      if (client !== next || isClosed) return;
      client = undefined;
      next.end().catch(() => {});
      timer = setTimeout(() => void connect(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    };
    next.on("error", lost);
    next.on("end", lost);
    next.on("notification", (notification) => onPayload(notification.payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch {
      return lost();
    }
    pauseMs = FIRST_PAUSE_MS;
    if (wasHeard) options.onReconnect?.();
    wasHeard = true;
    heard();
  }

  void connect();
  return {
    ready,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
