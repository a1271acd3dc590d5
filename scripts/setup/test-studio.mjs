import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, generate } from "./build.mjs";
import { requireChromium } from "./chromium.mjs";
import { durations } from "./durations.mjs";
import { install } from "./install.mjs";
import { capture, killRunning, passThrough } from "./run.mjs";
import { seconds, step } from "./steps.mjs";
import { sentenceFor, Trouble } from "./trouble.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Each check that needs no database: its title and, in order, the arguments of node. None of them needs another; the longest come first. */
const CHECKS = [
  [
    "Types",
    // The pages' types are made from the pages.
    ["node_modules/next/dist/bin/next", "typegen"],
    ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false", "--checkers", "1"],
  ],
  ["Migrations make the schema", ["node_modules/tsx/dist/cli.mjs", "scripts/migration.ts", "--check"]],
  ["Import table", ["scripts/import-table.mjs"]],
  ["Dead code", ["node_modules/knip/bin/knip.js", "--no-progress"]],
  ["Format and lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
];
/** Two cores are the least a machine has; more checks at once would only wait for each other. */
const CHECKS_AT_ONCE = 2;

const ROOMS = ["domain", "client", "engines", "media", "db", "services", "api", "jobs", "house"];

/** What the person has set for their own studio must not lead the tests to it. */
const OF_THE_STUDIO = /^(DATABASE_URL|DATABASE_POOL_SIZE|SELECTS_.*|NEXTAUTH_.*|UPLOADTHING_TOKEN|PORT|HOST|NODE_ENV)$/;

/**
 * Runs all checks and tests and returns the exit code. A failing step does not keep the later ones from running.
 * @param {{ isVerifyOnly: boolean }} options
 */
export async function test({ isVerifyOnly }) {
  const startedAt = performance.now();
  process.chdir(ROOT);
  process.once("exit", killRunning);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
  for (const name of Object.keys(process.env)) if (OF_THE_STUDIO.test(name)) delete process.env[name];
  try {
    await step("Installing packages", () => install(ROOT));
    await step("Making the database client", () => generate(ROOT));
  } catch (error) {
    console.error(`\n${sentenceFor(error)}`);
    return 1;
  }
  const failed = [];
  const waiting = [...CHECKS];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, ...programs] = next;
      await attempt(failed, title, () => step(title, () => check(programs)));
    }
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work));
  if (isVerifyOnly) return concludeChecks(failed, startedAt);

  const counts = [];
  await attempt(failed, "Tests", async () => counts.push(await runTests(ROOMS)));
  await attempt(failed, "Building the studio", () => step("Building the studio", () => build(ROOT)));
  await attempt(failed, "Browser tests", async () => {
    await step("Finding Chromium", requireChromium);
    counts.push(await runTests(["browser"]));
  });
  return conclude(failed, counts, startedAt);
}

async function attempt(failed, title, work) {
  try {
    await work();
  } catch (error) {
    console.error(`${sentenceFor(error)}\n`);
    failed.push(title);
  }
}

/** Runs the programs of one check quietly; a failing one shows all it wrote. */
async function check(programs) {
  for (const args of programs) {
    const { code, output } = await capture(process.execPath, args, { cwd: ROOT });
    if (code !== 0) throw new Trouble(`\n${output.trim()}`);
  }
}

/** Runs the tests of some rooms in sight and counts them. Tests that fail are counted, so they are no error here. */
async function runTests(rooms) {
  const startedAt = performance.now();
  console.log(`\n  Tests: ${rooms.join(", ")}\n`);
  const folder = mkdtempSync(join(tmpdir(), "selects-counts-"));
  const report = join(folder, "report.json");
  const projects = rooms.flatMap((room) => ["--project", room]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await passThrough(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...projects, ...reporters], { cwd: ROOT });
  try {
    const results = JSON.parse(readFileSync(report, "utf8"));
    const counted = countsOf(results);
    // A file that cannot even be loaded, or a setup that fails, has no failing test to show for it.
    if (code !== 0 && counted.failed === 0) counted.failed = 1;
    console.log(`${durations(results.testResults, ROOT)}\n  ${counted.passed + counted.failed} tests in ${seconds(startedAt)}\n`);
    return counted;
  } catch (cause) {
    throw new Trouble("The tests did not run to their end.", { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + (numTodoTests ?? 0) };
}

function concludeChecks(failed, startedAt) {
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : `\nAll checks hold, in ${seconds(startedAt)}.`);
  return failed.length > 0 ? 1 : 0;
}

/** The last line stands alone: a step that failed without a failing test counts as one. */
function conclude(failed, counts, startedAt) {
  const sum = (kind) => counts.reduce((total, count) => total + count[kind], 0);
  const passed = sum("passed");
  const failures = sum("failed") + failed.length;
  if (failed.length > 0) console.log(`Failed steps: ${failed.join(", ")}`);
  console.log(`Everything took ${seconds(startedAt)}.\n`);
  console.log(`${passed} passed, ${failures} failed, ${sum("skipped")} skipped`);
  return failures > 0 || passed === 0 ? 1 : 0;
}
