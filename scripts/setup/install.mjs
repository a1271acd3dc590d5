import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { requireSpace } from "./claims.mjs";
import { run } from "./run.mjs";

/** What the packages take, with some room for npm to unpack them. */
const NEEDED_MB = 1_500;

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function install(root) {
  if (isInstalled(root)) return "up to date";
  requireSpace(root, NEEDED_MB);
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  // Install scripts would download; everything here comes whole from the registry.
  await run(command, [...args, "ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    failure: "npm could not install the packages, for the reason above; mend it and start again.",
  });
}

/** Whether npm's own record of node_modules agrees with the lock, and no package we use directly has gone missing since. */
export function isInstalled(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages ?? {};
  const wanted = Object.entries(readJson(join(root, "package-lock.json")).packages).filter(([path]) => path !== "");
  const agrees = wanted.every(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
  const { dependencies, devDependencies } = readJson(join(root, "package.json"));
  const used = Object.keys({ ...dependencies, ...devDependencies });
  return agrees && used.every((name) => existsSync(join(root, "node_modules", name, "package.json")));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
