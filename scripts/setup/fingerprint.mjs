import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A hash over the content of files and whole folders below `root`; missing ones count as such.
 * @param {string} root
 * @param {string[]} paths
 * @param {string[]} [skipped] folders left out
 */
export function fingerprint(root, paths, skipped = []) {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const full = join(root, path);
    if (skipped.includes(path) || !existsSync(full)) return;
    if (!statSync(full).isDirectory()) {
      hash.update(`\0${path}\0`).update(readFileSync(full));
      return;
    }
    for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/**
 * Runs `work` unless the stamp says that it was done for exactly this fingerprint. The stamp is written last, so that an interrupted
 * work is done again.
 * @param {string} stamp
 * @param {string} mark
 * @param {() => Promise<void>} work
 */
export async function unlessStamped(stamp, mark, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === mark) return "up to date";
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
}
