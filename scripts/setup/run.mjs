import { spawn } from "node:child_process";
import { saysDiskFull, sentenceFor, Trouble } from "./trouble.mjs";

/** Programs running now, each the head of a process group of its own. */
const running = new Set();

/**
 * Runs a program to its end and returns what it wrote. When it fails, its whole output is shown and `failure` is thrown as the sentence.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, failure: string, env?: Record<string, string | undefined> }} options
 */
export async function run(command, args, { cwd, failure, env = {} }) {
  const { code, output } = await capture(command, args, { cwd, env });
  if (code === 0) return output;
  if (saysDiskFull(output)) throw new Trouble(sentenceFor(new Error("ENOSPC")));
  console.error(`\n${output.trim()}\n`);
  throw new Trouble(failure);
}

/**
 * Runs a program to its end, whatever that is.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { cwd, env = {} }) {
  return new Promise((settle) => {
    const child = launch(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const written = () => Buffer.concat(chunks).toString();
    child.once("error", (error) => settle({ code: 1, output: `${written()}${error.message}` }));
    child.once("close", (code) => settle({ code: code ?? 1, output: written() }));
  });
}

/**
 * Runs a program to its end in sight of the person and returns its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string }} options
 * @returns {Promise<number>}
 */
export function passThrough(command, args, { cwd }) {
  return new Promise((settle) => {
    const child = launch(command, args, { cwd, env: {}, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", () => settle(1));
    child.once("close", (code) => settle(code ?? 1));
  });
}

function launch(command, args, { cwd, env, stdio }) {
  const isWindows = process.platform === "win32";
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio,
    // npm is a script there.
    shell: isWindows && !command.endsWith(".exe"),
    detached: !isWindows,
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** Ends every program started here, with all that it has started. */
export function killRunning() {
  for (const child of running) {
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
    } catch {
      // It has just ended by itself.
    }
  }
}
