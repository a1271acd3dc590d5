import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** The real web process, as `npm start` runs it, without anybody who starts it again. */
export interface WebProcess {
  /** SIGKILL: no goodbye, nothing cleaned up. */
  kill(): Promise<void>;
}

/** Longer than a start takes on a machine that is busy with everything else. */
const START_MS = 60_000;

/** Starts one on a port of its own and waits until it answers. The pages are built by then (built-studio.mjs). */
export async function startWebProcess(environment: Readonly<Record<string, string>>, port: number): Promise<WebProcess> {
  const next = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, ["--import", "./scripts/supervise/leave-with-parent.mjs", ...next], {
    env: { ...process.env, ...environment, NODE_ENV: "production", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const latest = performance.now() + START_MS;
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`The web process ended with exit ${child.exitCode}.`);
    if (performance.now() > latest) throw new Error("The web process does not answer.");
    await pause(50);
  }
  return { kill: () => killed(child) };
}

async function isHealthy(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
