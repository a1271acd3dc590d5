import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { restartOnChange } from "@/scripts/supervise/reload";
import { type Service, type SupervisedService, supervise } from "@/scripts/supervise/service";

const started: SupervisedService[] = [];

afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
  vi.restoreAllMocks();
});

/** A service made of one line of code, ready as soon as it says its process id. */
function service(code: string, flags: string[] = []): { pids: number[]; supervised: SupervisedService } {
  const pids: number[] = [];
  const described: Service = {
    name: "example",
    args: [...flags, "-e", code],
    cwd: process.cwd(),
    environment: process.env,
    untilReady: (child: ChildProcess) =>
      new Promise((settle) => {
        child.on("message", (pid) => {
          pids.push(Number(pid));
          settle();
        });
      }),
  };
  const supervised = supervise(described);
  started.push(supervised);
  return { pids, supervised };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Never process 0, which would be this test and all beside it. */
function killOutright(pid: number | undefined): void {
  if (!pid) throw new Error("The service said no process id.");
  process.kill(pid, "SIGKILL");
}

const LEAVE_WITH_PARENT = new URL("../../scripts/supervise/leave-with-parent.mjs", import.meta.url).href;
const SERVES = "process.send(process.pid); setInterval(() => {}, 1000);";

test("a service that is killed is started again and says so", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { pids, supervised } = service(SERVES);
  await supervised.ready;
  killOutright(pids[0]);
  await vi.waitFor(() => expect(pids).toHaveLength(2), 5_000);
  expect(pids[1]).not.toBe(pids[0]);
  expect(said).toHaveBeenCalledWith("The example stopped unexpectedly (SIGKILL); starting it again in 0.5 s.");
});

test("a service that never comes up is given up, with what it wrote", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { supervised } = service(`console.error("no such table"); process.exit(3);`);
  await expect(supervised.ready).rejects.toThrow("The example does not start, for the reason above.");
  expect(said.mock.calls.flat().join("\n")).toContain("no such table");
});

test("stopping ends a service that ignores it, and whatever it started", async () => {
  const child = "setInterval(() => {}, 1000)";
  const code = `process.on("SIGTERM", () => {});
    const child = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}]);
    process.send(child.pid);
    setInterval(() => {}, 1000);`;
  const { pids, supervised } = service(code);
  await supervised.ready;
  const [grandchild = 0] = pids;
  expect(isAlive(grandchild)).toBe(true);
  const askedAt = performance.now();
  await supervised.stop();
  expect(performance.now() - askedAt).toBeLessThan(5_000);
  await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), 2_000);
});

test("what a service failed with is said once it matters, also after it has served", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const folder = mkdtempSync(join(tmpdir(), "selects-service-"));
  const served = JSON.stringify(join(folder, "served"));
  const code = `const fs = require("node:fs");
    if (fs.existsSync(${served})) { console.error("no such table"); process.exit(3); }
    fs.writeFileSync(${served}, "");
    ${SERVES}`;
  const { pids, supervised } = service(code);
  await supervised.ready;
  killOutright(pids[0]);
  await vi.waitFor(() => expect(said.mock.calls.flat()).toContain("no such table"), 5_000);
  await supervised.stop();
  rmSync(folder, { recursive: true });
});

test("a service that is restarted is another process at once, and nobody is alarmed", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { pids, supervised } = service(SERVES);
  await supervised.ready;
  await supervised.restart();
  await vi.waitFor(() => expect(pids).toHaveLength(2), 5_000);
  expect(isAlive(pids[0] ?? 0)).toBe(false);
  expect(said).not.toHaveBeenCalled();
});

test("a change of a source restarts the service", async () => {
  const folder = mkdtempSync(join(tmpdir(), "selects-sources-"));
  const { pids, supervised } = service(SERVES);
  await supervised.ready;
  const stopWatching = restartOnChange(supervised, folder);
  writeFileSync(join(folder, "engine.ts"), "");
  await vi.waitFor(() => expect(pids).toHaveLength(2), 5_000);
  stopWatching();
  rmSync(folder, { recursive: true });
});

test("a process that a service starts keeps the channel between the two, and does not take the supervisor's place", async () => {
  const child = `process.once("message", (pid) => process.send(pid)); process.send("listening");`;
  const code = `const child = require("node:child_process").fork("-", { stdio: ["pipe", "inherit", "inherit", "ipc"] });
    child.stdin.end(${JSON.stringify(child)});
    child.on("message", (message) => message === "listening" ? child.send(process.pid) : process.send(message));
    setInterval(() => {}, 1000);`;
  const { pids, supervised } = service(code, ["--import", LEAVE_WITH_PARENT]);
  await supervised.ready;
  expect(isAlive(pids[0] ?? 0)).toBe(true);
});

test("a service leaves when its supervisor is killed outright", async () => {
  const code = `const child = require("node:child_process").spawn(
      process.execPath, ["--import", ${JSON.stringify(LEAVE_WITH_PARENT)}, "-e", "setInterval(() => {}, 1000)"], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    process.send(child.pid);`;
  const supervisor = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const pid = await new Promise<number>((settle) => supervisor.once("message", (message) => settle(Number(message))));
  supervisor.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
});
