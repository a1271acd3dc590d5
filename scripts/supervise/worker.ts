import type { ChildProcess } from "node:child_process";
import type { StudioPlace } from "./place";
import type { Service } from "./service";

const WORKER = "lib/jobs/worker.ts";

/** The process that does the jobs. It says "ready" to its parent once it takes them. */
export function workerService({ root }: StudioPlace, environment: NodeJS.ProcessEnv, preload: string): Service {
  return {
    name: "worker",
    args: ["--import", preload, "--import", "tsx", WORKER],
    cwd: root,
    environment,
    untilReady: (child, signal) => untilToldReady(child, signal),
  };
}

function untilToldReady(child: ChildProcess, signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    child.on("message", (message) => {
      if (message === "ready") settle();
    });
    signal.addEventListener("abort", () => fail(signal.reason));
  });
}
