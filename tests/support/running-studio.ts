import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningStudio {
  /** Its address, without a trailing slash. */
  readonly origin: string;
  /** What it printed on its first start: the set-up link with the one-time token. */
  readonly link: string;
  readonly dataDir: string;
  /** Ends the web process without a word, as a crash would; its supervisor starts another. */
  crashWeb(): void;
  /** Ends it as Ctrl-C does, and removes its data. */
  stop(): Promise<void>;
}

/**
 * A real studio, brought up by the script of `npm start` on an empty data folder and a free port, with its own PostgreSQL, worker and web.
 * The pages are built by then (built-studio.mjs).
 */
export async function startStudio(): Promise<RunningStudio> {
  const dataDir = mkdtempSync(join(tmpdir(), "selects-studio-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(dataDir, 0o711);
  const studio = spawn(process.execPath, ["--import", "./scripts/supervise/leave-with-parent.mjs", "scripts/start.mjs"], {
    env: environmentFor(dataDir, await freePort()),
    // The channel closes should this process be killed, and the studio leaves too.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const link = await printedLink(studio);
  return {
    origin: new URL(link).origin,
    link,
    dataDir,
    crashWeb: () => process.kill(webProcessOf(studio), "SIGKILL"),
    async stop() {
      const exited = new Promise((settle) => studio.once("exit", settle));
      studio.kill("SIGTERM");
      await exited;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Next names its own process; among the studio's children only the web's name has it. */
function webProcessOf(studio: ChildProcess): number {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" }).split("\n");
  for (const line of processes) {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === studio.pid && /\bnext\b/.test(command)) return Number(pid);
  }
  throw new Error("The studio has no web process.");
}

function environmentFor(dataDir: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, SELECTS_ORIGIN: _origin, NEXTAUTH_URL: _address, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production", SELECTS_DATA: dataDir, PORT: String(port), HOST: "127.0.0.1" };
}

function printedLink(studio: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let text = "";
    let isReady = false;
    const read = (chunk: Buffer) => {
      // A studio that runs well is silent: what it says after its start may explain a test that fails.
      if (isReady) process.stderr.write(chunk);
      text += chunk.toString();
      const link = /Ready in .* (http\S+)\s+Stop with/.exec(text)?.[1];
      if (!link) return;
      isReady = true;
      settle(link);
    };
    studio.stdout?.on("data", read);
    studio.stderr?.on("data", read);
    studio.once("exit", (code) => fail(new Error(`The studio ended with exit ${code}:\n${text}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? settle(address.port) : fail(new Error("no port"))));
    });
  });
}
