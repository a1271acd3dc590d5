import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const WAIT_MS = 30_000;
const POLL_MS = 50;

/** Runs `work` while no other process does so under the same lock file; a dead holder's lock is taken over. */
export async function underLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + WAIT_MS;
  while (!take(path)) {
    if (Date.now() > giveUpAt) throw new Error(`Another process holds ${path}; end it, or remove the file.`);
    await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    removeIfStale(path);
    return false;
  }
}

/** Moves a dead holder's lock aside first: of two starters who both see it, only one can move it. */
function removeIfStale(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    const holder = Number(readFileSync(path, "utf8"));
    // An empty file is one whose holder is between creating and writing it.
    if (!holder || isAlive(holder)) return;
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
