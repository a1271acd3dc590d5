import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Trouble } from "./trouble.mjs";

const MEGABYTE = 1024 * 1024;
/** Less than this and PostgreSQL cannot even make its files. */
const LEAST_SPACE_MB = 200;
/** Whatever fails with less than this has failed for want of it, whatever it says: a server that cannot write just goes away. */
const NOTHING_LEFT_MB = 8;

/** Makes the folder and makes sure that files can be written in it. `remedy` is what to do when they cannot. */
export function claimFolder(folder, remedy = "make it writable, or keep the data elsewhere with SELECTS_DATA=/some/folder") {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    // Passable for others: PostgreSQL may run as another user. What is secret in it is closed on its own.
    makeFolder(folder);
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (cause) {
    // Node answers ENOENT when it cannot make a folder on a read-only disk.
    if (["EACCES", "EROFS", "EPERM", "ENOENT"].includes(cause.code))
      throw new Trouble(`${folder} cannot be written by this user; ${remedy}.`, { cause });
    if (["ENOTDIR", "EEXIST"].includes(cause.code))
      throw new Trouble(`${folder} is not a folder; name another with SELECTS_DATA.`, { cause });
    throw cause;
  }
  requireSpace(folder, LEAST_SPACE_MB);
}

/** Makes sure that the disk of `folder` has room for what comes next. */
export function requireSpace(folder, megabytes) {
  if (spaceLeft(folder) >= megabytes) return;
  throw new Trouble(`The disk is full: ${folder} has less than ${megabytes} MB left; free some space and start again.`);
}

/** The sentence for a failure that was none of the program's own: the disk of one of these folders has run full. */
export function fullDisk(folders) {
  const full = folders.find((folder) => existsSync(folder) && spaceLeft(folder) < NOTHING_LEFT_MB);
  return full && `The disk is full at ${full}; free some space and start again.`;
}

function spaceLeft(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / MEGABYTE;
}

/** Step by step: `recursive` never comes back from a place like /proc, where a parent is there but holds no folders. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o711 });
  } catch (cause) {
    if (cause.code !== "EEXIST") throw cause;
  }
}

/**
 * One studio a data folder. Returns the way to give the folder back.
 * @param {string} folder
 * @param {string} origin told to whoever tries to start a second one
 */
export function claimStudio(folder, origin) {
  const lock = join(folder, "studio.lock");
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify({ pid: process.pid, origin }), { flag: "wx", mode: 0o600 });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readHolder(lock);
    if (holder && isStudio(holder.pid)) {
      throw new Trouble(`Selects already runs in this folder, at ${holder.origin} (process ${holder.pid}); stop it first.`);
    }
    rmSync(lock, { force: true });
  }
}

function readHolder(lock) {
  try {
    return JSON.parse(readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether the process lives and is one of ours: after a crash another program may have been given its number. */
function isStudio(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(dirname(commandLine))) return true;
  return /scripts\/(start|test)\.mjs/.test(readFileSync(commandLine, "utf8"));
}

/** Makes sure that nobody listens on the address; between now and the start of the server is a moment nobody can close. */
export function claimPort(host, port) {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", (cause) => fail(new Trouble(portSentence(cause.code, host, port), { cause })));
    probe.listen(port, host, () => probe.close(() => settle()));
  });
}

function portSentence(code, host, port) {
  if (code === "EADDRINUSE") return `Port ${port} is in use by another program; choose another one: PORT=${port + 1} npm start`;
  if (code === "EACCES") return `This user may not listen on port ${port}; choose one above 1023: PORT=3000 npm start`;
  return `The studio cannot listen on ${host}:${port} (${code}); check HOST and PORT.`;
}
