import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "selects-check-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run engines:check`'s script to its end. */
function check(variables: Record<string, string>): Promise<{ code: number | null; text: string }> {
  return new Promise((settle) => {
    const { DATABASE_URL: _url, SELECTS_ENGINE_SECRETS: _secrets, ...rest } = process.env;
    const child = spawn(process.execPath, ["scripts/engines-check.mjs"], {
      env: { ...rest, SELECTS_DATA: folder, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    const take = (chunk: Buffer) => {
      text += chunk;
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("close", (code) => settle({ code, text }));
  });
}

test("where no studio was started yet, a look at its engines says so in a sentence and makes nothing", async () => {
  const nowhere = join(folder, "nowhere");
  const [missing, empty, unreachable] = await Promise.all([
    check({ SELECTS_DATA: nowhere }),
    check({}),
    check({ DATABASE_URL: "postgresql://me:hunter2@127.0.0.1:1/mine" }),
  ]);
  const sentence = (where: string) =>
    `There is no studio in ${where} yet; start it once (npm start), or name it with SELECTS_DATA or DATABASE_URL.\n`;
  expect(missing).toEqual({ code: 1, text: sentence(nowhere) });
  expect(empty).toEqual({ code: 1, text: sentence(folder) });
  expect(unreachable).toEqual({
    code: 1,
    text: "The PostgreSQL of DATABASE_URL, 127.0.0.1:1/mine, cannot be used: nobody answers there (connection refused).\n",
  });
  expect([existsSync(nowhere), readdirSync(folder)]).toEqual([false, []]);
});
