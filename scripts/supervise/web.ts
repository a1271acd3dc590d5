import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { StudioPlace } from "./place";
import type { Service } from "./service";

const NEXT = "node_modules/next/dist/bin/next";
const POLL_MS = 50;

/** The pages and the API. */
export function webService({ root, host, port, isDevelopment }: StudioPlace, environment: NodeJS.ProcessEnv, preload: string): Service {
  const command = isDevelopment ? "dev" : "start";
  const before = (module: string) => ["--import", pathToFileURL(join(root, "scripts/supervise", module)).href];
  // A wildcard address is one to listen on, not one to call.
  const called = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host;
  return {
    name: "web",
    args: [
      "--import",
      preload,
      ...before("small-files.mjs"),
      ...before("readable-requests.mjs"),
      NEXT,
      command,
      "-H",
      host,
      "-p",
      String(port),
    ],
    cwd: root,
    // Without it Next ends before our own handlers of SIGTERM have finished.
    environment: { ...environment, NEXT_MANUAL_SIG_HANDLE: "1" },
    untilReady: (_child, signal) => untilHealthy(`http://${called}:${port}/api/health`, environment.SELECTS_START ?? "", signal),
  };
}

/** Another studio may sit on the port and be healthy: only an answer of this start counts. */
async function untilHealthy(url: string, start: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok && answer.headers.get("x-selects-start") === start) return;
    await delay(POLL_MS, undefined, { signal });
  }
}
