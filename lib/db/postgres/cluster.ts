import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Account, canReach } from "./account";
import type { Binaries } from "./binaries";
import { isAlive } from "./lock";

/** A made cluster: where its files lie, who owns them and the password of its one user. */
export interface Cluster {
  readonly dataDir: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

export const SUPERUSER = "selects";

/** Where root keeps clusters whose wanted folder the unprivileged account cannot enter. */
const SYSTEM_DATA = "/var/lib/selects";

/** Makes the folder and hands it to `account`; falls back to {@link SYSTEM_DATA} when the account cannot enter it. */
export function claimDataDir(wanted: string, account: Account): string {
  const dataDir = resolve(wanted);
  if (!account) return ownedFolder(dataDir, account);
  const elsewhere = elsewhereOf(dataDir);
  // Data once placed elsewhere stays there, even if the wanted folder has become reachable since.
  if (!existsSync(join(elsewhere, "PG_VERSION")) && canReach(ownedFolder(dataDir, account), account)) return dataDir;
  return ownedFolder(elsewhere, account);
}

/** Whether a complete cluster lies where {@link claimDataDir} would put it. Makes nothing. */
export function isClusterMade(wanted: string): boolean {
  const dataDir = resolve(wanted);
  return [dataDir, elsewhereOf(dataDir)].some(isMade);
}

function isMade(dataDir: string): boolean {
  return existsSync(passwordFile(dataDir)) && existsSync(join(dataDir, "PG_VERSION"));
}

function elsewhereOf(dataDir: string): string {
  return join(SYSTEM_DATA, createHash("sha256").update(dataDir).digest("hex").slice(0, 16), "postgres");
}

/** PostgreSQL insists on a folder closed to everybody else; those above it need only be passable. */
function ownedFolder(path: string, account: Account): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
  return path;
}

/** Runs initdb once. A folder left half-made by a crash is made anew. */
export function makeCluster({ dataDir, account, binaries }: Cluster): void {
  if (isMade(dataDir)) return;
  rmSync(dataDir, { recursive: true, force: true });
  ownedFolder(dataDir, account);
  const password = randomBytes(24).toString("base64url");
  const handed = `${dataDir}.${process.pid}.password`;
  writeFileSync(handed, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(handed, account.uid, account.gid);
  const options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"];
  try {
    execFileSync(binaries.initdb, ["-D", dataDir, "-U", SUPERUSER, "-A", "scram-sha-256", `--pwfile=${handed}`, ...options], {
      ...account,
      cwd: dirname(dataDir),
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", "ignore", "pipe"],
    });
  } finally {
    rmSync(handed, { force: true });
  }
  // Written last: its presence says that the cluster is complete.
  writeFileSync(passwordFile(dataDir), password, { mode: 0o600 });
}

/** The connection string of the cluster's maintenance database. */
export function clusterUrl(dataDir: string, port: number): string {
  const password = readFileSync(passwordFile(dataDir), "utf8").trim();
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

/** The process that holds this cluster now, if any. */
export function runningServer(dataDir: string): { pid: number; port: number } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const holder = { pid: Number(pid), port: Number(port) };
    return holder.pid > 0 && holder.port > 0 && isAlive(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** A plain environment: the server's behaviour must not hang on the caller's locale or PG* variables. */
export const SERVER_ENVIRONMENT = { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" } as const;

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}
