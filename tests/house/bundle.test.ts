import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundle, bundleOf } from "@/scripts/setup/bundle.mjs";

let root = "";

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "selects-bundle-")));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, source: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source);
}

/** What the bundle of a program prints in plain Node. */
function run(program: string): string {
  return execFileSync(process.execPath, [bundleOf(program)], { cwd: root, encoding: "utf8", timeout: 20_000 }).trim();
}

test("a thread is bundled too, and needs no loader of TypeScript", async () => {
  write(
    "lib/jobs/program.ts",
    `import { paint } from "../paint/pool";\nconst colour: string = await paint();\nconsole.log(colour);\nprocess.exit(0);`,
  );
  write(
    "lib/paint/pool.ts",
    `import { Worker } from "node:worker_threads";
export function paint(): Promise<string> {
  const thread = new Worker(new URL("./start-thread.mjs", import.meta.url), { execArgv: [] });
  return new Promise((settle, fail) => thread.once("message", settle).once("error", fail));
}`,
  );
  write("lib/paint/start-thread.mjs", `import { register } from "tsx/esm/api";\nregister();\nawait import("./thread.ts");`);
  write(
    "lib/paint/thread.ts",
    `import { parentPort } from "node:worker_threads";\nconst colour: string = "blue";\nparentPort?.postMessage(colour);`,
  );
  await bundle(root, ["lib/jobs/program.ts"]);
  expect(run("lib/jobs/program.ts")).toBe("blue");
});

test("so is a process, from wherever its starter lies", async () => {
  write("lib/jobs/program.ts", `import { paint } from "../paint/starter";\nconsole.log(paint());`);
  write(
    "lib/paint/starter.ts",
    `import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
export const paint = (): string =>
  execFileSync(process.execPath, [fileURLToPath(new URL("./start-painter.mjs", import.meta.url))], { encoding: "utf8" }).trim();`,
  );
  write("lib/paint/start-painter.mjs", `import { register } from "tsx/esm/api";\nregister();\nawait import("./painter.ts");`);
  write("lib/paint/painter.ts", `const colour: string = "green";\nconsole.log(colour);`);
  await bundle(root, ["lib/jobs/program.ts"]);
  expect(run("lib/jobs/program.ts")).toBe("green");
});

test("a source still knows its own place, where the files beside it are", async () => {
  write("lib/words/program.ts", `import { place } from "./sub/words";\nconsole.log(place);`);
  write("lib/words/sub/words.ts", `export const place: string = new URL("./words.json", import.meta.url).href;`);
  await bundle(root, ["lib/words/program.ts"]);
  expect(run("lib/words/program.ts")).toBe(pathToFileURL(join(root, "lib/words/sub/words.json")).href);
});

test("set-up code is not copied: an error of it is known as such outside the bundle", async () => {
  write("scripts/setup/trouble.mjs", "export class Trouble extends Error {}");
  write("scripts/supervise/program.ts", `import { Trouble } from "../setup/trouble.mjs";\nexport const trouble = new Trouble("sorry");`);
  await bundle(root, ["scripts/supervise/program.ts"]);
  write(
    "start.mjs",
    `import { Trouble } from "./scripts/setup/trouble.mjs";
const { trouble } = await import("./${bundleOf("scripts/supervise/program.ts")}");
console.log(trouble instanceof Trouble);`,
  );
  expect(execFileSync(process.execPath, ["start.mjs"], { cwd: root, encoding: "utf8" }).trim()).toBe("true");
});
