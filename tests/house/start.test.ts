import { type SpawnOptions, spawn } from "node:child_process";
import { chmodSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fullDisk, requireSpace } from "@/scripts/setup/claims.mjs";
import { nodeProblem, OLDEST_NODE } from "@/scripts/setup/node-version.mjs";
import { saysDiskFull, sentenceFor } from "@/scripts/setup/trouble.mjs";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let dataDir = "";
let taken: Server;
let takenPort = 0;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "selects-start-"));
  chmodSync(dataDir, 0o711);
  taken = createServer();
  await new Promise<void>((settle) => taken.listen(0, "127.0.0.1", settle));
  const address = taken.address();
  takenPort = typeof address === "object" && address ? address.port : 0;
});

afterEach(() => {
  taken.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly text: string;
}

/** Runs `npm start`'s script to its end. Each test gives it a reason to end before it builds anything. */
function start(variables: Record<string, string>, nodeFlags: string[] = [], options: SpawnOptions = {}): Promise<Outcome> {
  return new Promise((settle) => {
    const { DATABASE_URL: _url, ...rest } = process.env;
    const env = { ...rest, SELECTS_DATA: dataDir, PORT: "0", ...variables };
    const child = spawn(process.execPath, [...nodeFlags, "scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "pipe"], ...options });
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      text += chunk;
    });
    child.once("close", (code) => settle({ code, text }));
  });
}

/** One line, no stack. */
function expectSentence({ code, text }: Outcome, sentence: string | RegExp): void {
  expect(text).toMatch(sentence);
  expect(text).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
}

/** A port nobody listens on. */
async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((settle) => probe.listen(0, "127.0.0.1", settle));
  const address = probe.address();
  await new Promise((settle) => probe.close(settle));
  return String(typeof address === "object" && address ? address.port : 0);
}

describe("an old Node", () => {
  test("is told what is needed", () => {
    expect(nodeProblem("18.20.4")).toBe(
      `Selects needs Node ${OLDEST_NODE} or newer; this is 18.20.4. Get a newer one at https://nodejs.org and start again.`,
    );
    expect(nodeProblem("20.18.9")).toBeDefined();
    expect(nodeProblem("20.19.0")).toBeUndefined();
    expect(nodeProblem("26.0.0")).toBeUndefined();
  });

  test("is the one package.json refuses", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
  });

  test.each(["scripts/start.mjs", "scripts/test.mjs", "scripts/setup/node-version.mjs"])("can read %s up to the sentence", (path) => {
    // Node 12 knows modules, but not these.
    expect(readFileSync(path, "utf8")).not.toMatch(/^(const .*)?await |\?\.|\?\?/m);
  });

  test("stops the start at once", async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.4"}})`;
    expectSentence(await start({}, ["--import", pretend]), /^Selects needs Node 20\.19\.0 or newer; this is 18\.20\.4\./);
  });
});

describe("the address", () => {
  test("a busy port is named, with a way out", async () => {
    const outcome = await start({ PORT: String(takenPort) });
    expectSentence(outcome, `Port ${takenPort} is in use by another program; choose another one: PORT=${takenPort + 1} npm start`);
  });

  test("a port that is none is refused", async () => {
    expectSentence(await start({ PORT: "webserver" }), "PORT=webserver is not a port");
  });
});

describe("a second start in the same folder", () => {
  test("is told where the first one is", async () => {
    const first = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "scripts/start.mjs"]);
    writeFileSync(join(dataDir, "studio.lock"), JSON.stringify({ pid: first.pid, origin: "http://127.0.0.1:4321" }));
    const outcome = await start({ PORT: await freePort() });
    first.kill();
    expectSentence(outcome, `Selects already runs in this folder, at http://127.0.0.1:4321 (process ${first.pid}); stop it first.`);
  });

  test("takes over what a crashed one left, even if its number was given to another program", async () => {
    writeFileSync(join(dataDir, "studio.lock"), JSON.stringify({ pid: process.pid, origin: "http://127.0.0.1:4321" }));
    expectSentence(await start({ PORT: String(takenPort) }), `Port ${takenPort} is in use`);
  });
});

describe("DATABASE_URL", () => {
  test("an unreachable server is named without its password", async () => {
    const outcome = await start({ PORT: await freePort(), DATABASE_URL: "postgresql://me:hunter2@127.0.0.1:1/mine" });
    expectSentence(outcome, "The PostgreSQL of DATABASE_URL, 127.0.0.1:1/mine, cannot be used: nobody answers there (connection refused).");
    expect(outcome.text).not.toContain("hunter2");
  });

  test("text that is no address is refused", async () => {
    expectSentence(await start({ PORT: await freePort(), DATABASE_URL: "my database" }), "DATABASE_URL is not the address of a PostgreSQL");
    expectSentence(
      await start({ PORT: await freePort(), DATABASE_URL: "mysql://me@127.0.0.1/x" }),
      "DATABASE_URL is not the address of a PostgreSQL",
    );
  });
});

describe("the disk", () => {
  const mayBeNobody = !isRoot || readableByAll(resolve("."));

  test.skipIf(!existsSync("/proc/self"))("a place that takes no folders is named at once", async () => {
    const outcome = await start({ PORT: await freePort(), SELECTS_DATA: "/proc/nothing/here" });
    expectSentence(outcome, "/proc/nothing/here cannot be written by this user; make it writable");
  });

  test("a file where the folder should be is named", async () => {
    const outcome = await start({ PORT: await freePort(), SELECTS_DATA: resolve("package.json") });
    expectSentence(outcome, `${resolve("package.json")} is not a folder; name another with SELECTS_DATA.`);
  });

  test.skipIf(!mayBeNobody)("a folder that cannot be written is named", async () => {
    chmodSync(dataDir, 0o555);
    const outcome = await start({ PORT: await freePort() }, [], isRoot ? { uid: NOBODY, gid: NOBODY } : {});
    expectSentence(outcome, `${dataDir} cannot be written by this user; make it writable`);
  });

  test("a full one is recognised wherever it is met", () => {
    const met = Object.assign(new Error("write"), { code: "ENOSPC", path: "/data" });
    expect(sentenceFor(new Error("initdb failed", { cause: met }))).toBe("The disk is full at /data; free some space and start again.");
  });

  test.each([
    ["npm", "npm error code ENOSPC\nnpm error syscall write\nnpm error errno -28\nnpm error nospc ENOSPC: no space left on device, write"],
    ["Node", "Error: ENOSPC: no space left on device, write '/studio/.next/server/app.js'"],
    ["the compiler of the pages", "thread 'tokio' panicked: failed to write: No space left on device (os error 28)"],
    ["PostgreSQL, made", 'initdb: error: could not write to file "pg_wal/000000010000000000000001": No space left on device'],
    ["PostgreSQL, at work", 'could not extend file "base/16384/2619": No space left on device'],
    ["PostgreSQL's code", "Raw query failed. Code: `53100`. Message: `could not write`"],
    ["a quota", "EDQUOT: quota exceeded, open '/data/x'"],
  ])("the words of %s are understood", (_program, words) => {
    expect(sentenceFor(new Error("It failed", { cause: new Error(words) }))).toMatch(
      /^The disk is full.*free some space and start again\.$/,
    );
    expect(saysDiskFull(words)).toBe(true);
  });

  test("what fails for another reason is not taken for it", () => {
    expect(saysDiskFull("Error: connect ECONNREFUSED 127.0.0.1:5310")).toBe(false);
    expect(fullDisk([dataDir])).toBeUndefined();
  });

  test("before something large is begun, there is room for it", () => {
    expect(() => requireSpace(dataDir, 1e12)).toThrow(`The disk is full: ${dataDir} has less than 1000000000000 MB left`);
    expect(() => requireSpace(dataDir, 1)).not.toThrow();
  });
});

/** Whether every folder down to this one may be entered and read by anybody. */
function readableByAll(folder: string): boolean {
  const open = constants.S_IROTH | constants.S_IXOTH;
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    if ((statSync(path).mode & open) !== open) return false;
  }
  return true;
}
