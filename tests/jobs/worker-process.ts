import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { buildPrograms } from "@/scripts/setup/build.mjs";
import { bundleOf } from "@/scripts/setup/bundle.mjs";

/** The real worker in a process of its own, as `npm start` runs it. */
export interface WorkerProcess {
  /** SIGKILL: no goodbye, nothing cleaned up. */
  kill(): Promise<void>;
  /** SIGTERM: it gives back what it holds and ends by itself. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Once for all workers of this process: to see that nothing has changed, every source is read. */
const built = buildPrograms(process.cwd());

/** Starts a worker and waits until it takes jobs. */
export async function startWorkerProcess(environment: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  await built;
  const child = spawn(process.execPath, ["--enable-source-maps", bundleOf("lib/jobs/worker.ts")], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const said: string[] = [];
  child.stdout?.on("data", (text) => said.push(String(text)));
  child.stderr?.on("data", (text) => said.push(String(text)));
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`The worker ended before it was ready:\n${said.join("")}`);
    }),
  ]);
  return {
    kill: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended(child);
      return child.exitCode;
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
