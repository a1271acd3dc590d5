import { execFileSync } from "node:child_process";

/** The account PostgreSQL runs as. `undefined` means: the account that started us. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

const CANDIDATES = ["postgres", "nobody"];

/** PostgreSQL refuses to run as root, so root hands it to an account without rights. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(`Started as root, and there is no account ${CANDIDATES.join(" or ")} to run PostgreSQL as.`);
}

/** Whether the account may execute (a file) or enter (a folder) this path. */
export function canReach(path: string, account: Account): boolean {
  if (!account) return true;
  try {
    execFileSync("/bin/sh", ["-c", 'test -x "$0"', path], { ...account, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined;
  }
}
