import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { serverAccount } from "./postgres/account";
import { locateBinaries } from "./postgres/binaries";
import { type Cluster, claimDataDir, clusterUrl, makeCluster, runningServer, SERVER_ENVIRONMENT } from "./postgres/cluster";
import { underLock } from "./postgres/lock";

export interface EmbeddedPostgres {
  /** Connection string of the maintenance database; see {@link createDatabase} for one of your own. */
  readonly url: string;
  readonly port: number;
  /** Where the files lie: the folder asked for, or one the server's account can enter when we are root. */
  readonly dataDir: string;
  /** True when a server of an earlier or a parallel start was already running on this folder. */
  readonly attached: boolean;
  /** Settles when the server ends for any reason; never rejects. Pending for ever on an attached server. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Port to prefer, so that a restarted server keeps the address its clients know. Default: any free one. */
  readonly port?: number;
  /** Server settings such as `{ fsync: "off" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** After kill -9 the dead server's children hold shared memory for about a second, and starts fail meanwhile. */
const RETRY_MS = 5_000;
const START_MS = 60_000;
const STOP_SECONDS = 5;

/**
 * Starts the real PostgreSQL that comes from npm, or attaches to the one already running on this folder.
 * Listens on loopback only. Throws with one readable sentence when it cannot.
 */
export async function startEmbedded(wantedDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const dataDir = claimDataDir(wantedDir, account);
  const cluster: Cluster = { dataDir, account, binaries: locateBinaries(account) };
  return underLock(`${dataDir}.lock`, async () => {
    makeCluster(cluster);
    return (await attach(cluster)) ?? (await startWithRetry(cluster, options));
  });
}

/**
 * Creates a database in the cluster of `url` and returns its connection string. An existing one is left as it is.
 * `template` copies another database, which nobody may be connected to.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const copied = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${copied}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === "42P04")) throw error;
  } finally {
    await client.end();
  }
  const created = new URL(url);
  created.pathname = `/${name}`;
  return created.href;
}

/** Whether a server answers at this address within two seconds. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function attach(cluster: Cluster): Promise<EmbeddedPostgres | undefined> {
  const server = runningServer(cluster.dataDir);
  if (!server) return undefined;
  const url = clusterUrl(cluster.dataDir, server.port);
  if (!(await answers(url))) return undefined;
  const ended = new Promise<void>(() => {});
  return { url, port: server.port, dataDir: cluster.dataDir, attached: true, ended, stop: () => stopServer(cluster) };
}

async function startWithRetry(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const giveUpAt = Date.now() + RETRY_MS;
  for (;;) {
    try {
      return await start(cluster, options);
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(250);
    }
  }
}

async function start(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const port = await freePort(options.port);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "120",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(cluster.binaries.postgres, ["-D", cluster.dataDir, "-p", String(port), ...flags], {
    ...cluster.account,
    cwd: dirname(cluster.dataDir),
    env: SERVER_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
    // A session of its own: Ctrl-C in the terminal must reach us first, so that web and worker drain before it stops.
    detached: true,
  });
  const log = lastLines(server);
  const exit = new Promise<string>((settle) => {
    server.once("error", (error) => settle(error.message));
    server.once("exit", (code, signal) => settle(`exit ${code ?? signal}`));
  });
  const ended = exit.then(() => {});
  const url = clusterUrl(cluster.dataDir, port);
  const failed = await Promise.race([exit, untilReady(url, log)]);
  if (failed) throw new Error(`PostgreSQL did not start (${failed}): ${reason(log())}`);
  const guard = stopWhenWeDie(server, cluster);
  void ended.then(() => guard?.kill("SIGKILL"));
  const stop = async () => {
    await stopServer(cluster);
    await ended;
  };
  return { url, port, dataDir: cluster.dataDir, attached: false, ended, stop };
}

/** Settles with nothing once the server takes queries, or with a reason after {@link START_MS}. */
async function untilReady(url: string, log: () => string): Promise<string | undefined> {
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt) {
    if (log().includes("ready to accept connections") && (await answers(url))) return undefined;
    await delay(20);
  }
  return `no answer within ${START_MS / 1000} s`;
}

/** Collects the end of the server's log; it goes on reading so that the pipe never fills. */
function lastLines(server: ChildProcess): () => string {
  let text = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8_000);
  });
  return () => text;
}

/** The line of the log that names the cause. */
function reason(log: string): string {
  const lines = log.trim().split("\n");
  return lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "no message";
}

/** A shell that waits on a pipe of ours: if we are killed outright the pipe closes, and it stops the server. */
function stopWhenWeDie(server: ChildProcess, { account }: Cluster): ChildProcess | undefined {
  if (process.platform === "win32" || !server.pid) return undefined;
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(server.pid)], {
    ...account,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.on("error", () => {});
  guard.unref();
  return guard;
}

async function stopServer({ dataDir, account, binaries }: Cluster): Promise<void> {
  if (!runningServer(dataDir)) return;
  const args = ["-D", dataDir, "-m", "fast", "-w", "-t", String(STOP_SECONDS), "stop"];
  await new Promise<void>((settle, fail) => {
    execFile(binaries.pgCtl, args, { ...account, cwd: "/", env: SERVER_ENVIRONMENT }, (error) => {
      if (error && runningServer(dataDir)) fail(new Error("PostgreSQL did not stop in time.", { cause: error }));
      else settle();
    });
  });
}

async function freePort(preferred = 0): Promise<number> {
  const port = await listenOnce(preferred);
  return port ?? (await listenOnce(0)) ?? preferred;
}

/** Asks the system for the port by listening on it for a moment; nothing when it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", () => settle(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
