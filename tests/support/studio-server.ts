import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The studio the browser tests drive, started by `npm start` itself on an empty data folder. */
    studio: {
      /** Its address, without a trailing slash. */
      origin: string;
      /** What it printed on its first start: the set-up link with the one-time token. */
      link: string;
      dataDir: string;
    };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "selects-browser-"));
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const studio = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, NODE_ENV: "production", SELECTS_DATA: dataDir, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const link = await printedLink(studio);
  project.provide("studio", { origin: new URL(link).origin, link, dataDir });
  return async () => {
    const exited = new Promise((settle) => studio.once("exit", settle));
    studio.kill("SIGTERM");
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function printedLink(studio: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let text = "";
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const link = /Ready in .* (http\S+)/.exec(text)?.[1];
      if (link) settle(link);
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
