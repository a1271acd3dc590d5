import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, buildPrograms, generate } from "./build.mjs";
import { bundleOf } from "./bundle.mjs";
import { claimFolder, claimPort, claimStudio, fullDisk } from "./claims.mjs";
import { install, isInstalled } from "./install.mjs";
import { killRunning } from "./run.mjs";
import { seconds, step } from "./steps.mjs";
import { sentenceFor, Trouble } from "./trouble.mjs";

const ECHO_MS = 1_000;
const PARENT_POLL_MS = 250;
const SUPERVISOR = "scripts/supervise/studio.ts";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs, builds, starts and supervises the studio until it is told to stop, and then ends the process.
 * @param {{ isDevelopment: boolean }} options
 */
export async function start({ isDevelopment }) {
  const startedAt = performance.now();
  process.chdir(ROOT);
  let stop = async () => killRunning();
  onEnd(() => stop());
  try {
    const place = readPlace();
    // The clone first: while its packages cannot be installed, no other folder helps.
    if (!isInstalled(ROOT)) claimFolder(resolve(ROOT), "the packages are installed into it: make it writable");
    claimFolder(place.dataDir);
    process.once("exit", claimStudio(place.dataDir, place.origin));
    await claimPort(place.host, place.port);
    console.log("Selects\n");
    await step("Installing packages", () => install(ROOT));
    await step("Making the database client", () => generate(ROOT));
    if (!isDevelopment) await step("Making worker and supervisor", () => buildPrograms(ROOT));
    const { openStudio, requireDatabase } = await (isDevelopment ? loadTypeScript(SUPERVISOR) : import(`../../${bundleOf(SUPERVISOR)}`));
    await requireDatabase(process.env.DATABASE_URL);
    if (!isDevelopment) await step("Building the studio", () => build(ROOT));
    const studio = openStudio({ ...place, isDevelopment });
    stop = () => studio.stop();
    const { link, isNew } = await studio.start(step);
    console.log(`\n  Ready in ${seconds(startedAt)}. ${isNew ? "Set it up at" : "Open"} ${link}\n  Stop with Ctrl-C.\n`);
  } catch (error) {
    console.error(`\n${fullDisk([ROOT, dataFolder()]) ?? sentenceFor(error)}`);
    if (process.env.SELECTS_LOG === "debug") console.error(error);
    await stop();
    process.exit(1);
  }
}

/**
 * Ctrl-C, a service manager and a closed terminal all stop in order; a second Ctrl-C does not wait. So does the end of npm, whose shell
 * takes a SIGTERM to itself without passing it on.
 */
function onEnd(stop) {
  let firstAt;
  const end = async () => {
    // One Ctrl-C arrives twice under npm: from the terminal and passed on by npm.
    if (firstAt !== undefined && performance.now() - firstAt > ECHO_MS) process.exit(1);
    if (firstAt !== undefined) return;
    firstAt = performance.now();
    await stop().catch((error) => console.error(sentenceFor(error)));
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, PARENT_POLL_MS);
  watch.unref();
}

/** For development nothing is made beforehand: tsx translates what is loaded. */
async function loadTypeScript(source) {
  const { register } = await import("tsx/esm/api");
  register();
  return import(`../../${source}`);
}

function readPlace() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(`PORT=${process.env.PORT} is not a port; use a number up to 65535.`);
  const host = process.env.HOST || "127.0.0.1";
  const dataDir = dataFolder();
  const origin = process.env.SELECTS_ORIGIN || process.env.NEXTAUTH_URL || `http://${isEverywhere(host) ? "127.0.0.1" : host}:${port}`;
  if (!existsSync(join(ROOT, "package-lock.json")))
    throw new Trouble("package-lock.json is missing; this is not a whole clone of Selects.");
  return { root: ROOT, dataDir, host, port, origin };
}

function dataFolder() {
  return resolve(ROOT, process.env.SELECTS_DATA || ".data");
}

/** An address to listen on that is none to open. */
function isEverywhere(host) {
  return host === "0.0.0.0" || host === "::";
}
