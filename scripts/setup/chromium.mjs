import { existsSync } from "node:fs";
import { run } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where the browser of the browser tests lies, if there is one; CHROMIUM names another. */
export function findChromium() {
  return [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));
}

/** Makes sure that there is a browser, by installing it where we may. */
export async function requireChromium() {
  if (findChromium()) return;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) throw new Trouble("The browser tests need Chromium; install it, or name it: CHROMIUM=/path/to/chromium npm test");
  const options = {
    cwd: "/",
    env: { DEBIAN_FRONTEND: "noninteractive" },
    failure: "Chromium could not be installed, for the reason above.",
  };
  await run("apt-get", ["update", "-q"], options);
  await run("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], options);
}
