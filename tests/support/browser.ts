import { type Browser, chromium } from "playwright-core";
import { findChromium } from "@/scripts/setup/chromium.mjs";

/** Chromium without its own traffic to the outside, drawing in software: the same on every machine. */
const FLAGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Starts a headless Chromium; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium; name one with CHROMIUM=/path/to/chromium.");
  return chromium.launch({ executablePath, chromiumSandbox: false, args: FLAGS });
}
