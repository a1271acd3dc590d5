import type { ChildProcess } from "node:child_process";
import { bundleOf } from "../setup/bundle.mjs";
import type { StudioPlace } from "./place";
import type { Service } from "./service";

const WORKER = "lib/jobs/worker.ts";

/** The process that does the jobs. It says "ready" to its parent once it takes them. */
export function workerService({ root, isDevelopment }: StudioPlace, environment: NodeJS.ProcessEnv, preload: string): Service {
  return {
    name: "worker",
    // For development as it is written: what changed is translated when the worker starts again.
    args: ["--import", preload, ...(isDevelopment ? ["--import", "tsx", WORKER] : ["--enable-source-maps", bundleOf(WORKER)])],
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
