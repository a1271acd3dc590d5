/**
 * Measures the picture surface in headless Chromium with software rendering and prints each figure as a ratio to its
 * limit: `tsx tests/bench/picture-surface/picture-surface.bench.ts`; exits 1 over a limit. Given a folder, it measures
 * nothing and takes screenshots into it instead.
 */
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { FrameReport } from "./frame-meter";
import type { MountOptions } from "./page";
import type { PicturePool } from "./pictures";
import { makePicturePool } from "./pictures";

const LIMITS = { firstPaintMs: 1_000, p95Ms: 20, dropped: 0.03, longestTaskMs: 50, heapMb: 80 };
const SCENES = [2_000, 10_000];
const RUN_MS = 5_000;
const FLAGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--enable-precise-memory-info",
];

const shotScenes: Readonly<Record<string, MountOptions>> = {
  near: { nodes: 12, showsStates: true, initial: "start", hasMinimap: true },
  board: { nodes: 24, showsStates: true, initial: "fit", hasMinimap: true },
  far: { nodes: 300, showsStates: true, initial: "fit", hasMinimap: true },
  all: { nodes: 10_000, showsStates: true, initial: "fit", hasMinimap: true },
};

const shots = process.argv[2];
const pool = await makePicturePool();
const server = await serve(pool, await bundlePage());
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", chromiumSandbox: false, args: FLAGS });
let isOver = false;
try {
  for (const nodes of shots === undefined ? SCENES : []) await benchScene(nodes);
  if (shots !== undefined) await takeShots(shots);
} finally {
  await browser.close();
  server.close();
}
process.exitCode = isOver ? 1 : 0;

async function benchScene(nodes: number): Promise<void> {
  console.log(`\n${nodes} nodes × 8 pictures`);
  const page = await openPage(browser, "dark");
  const idle = await page.evaluate((ms) => window.surfaceBench.idle(ms), 2_000);
  const paint = await mount(page, { nodes, showsStates: false, initial: "start", hasMinimap: true });
  print("first paint", paint.firstPaintMs, LIMITS.firstPaintMs, "ms");
  print("full paint at 100 %", paint.fullPaintMs, LIMITS.firstPaintMs, "ms");
  printFrames("pan", await page.evaluate((ms) => window.surfaceBench.pan(ms), RUN_MS), idle);
  printFrames("zoom", await page.evaluate((ms) => window.surfaceBench.zoom(ms), RUN_MS), idle);
  await page.evaluate(() => window.surfaceBench.settled());
  const replaceMs = await page.evaluate(() => window.surfaceBench.replaceOne());
  print("one item replaced", replaceMs, 16, "ms");
  print("heap", await heapMb(page), LIMITS.heapMb, "MB");
  await page.close();

  const whole = await openPage(browser, "dark");
  const fitted = await mount(whole, { nodes, showsStates: false, initial: "fit", hasMinimap: true });
  print("full paint of everything", fitted.fullPaintMs, LIMITS.firstPaintMs, "ms");
  printFrames("pan over everything", await whole.evaluate((ms) => window.surfaceBench.pan(ms), RUN_MS), idle);
  await whole.close();
}

function printFrames(name: string, frames: FrameReport, idle: FrameReport): void {
  console.log(`  ${name}: ${frames.fps.toFixed(1)} fps, worst frame ${frames.worstMs.toFixed(0)} ms`);
  print(`${name}, p95 frame`, frames.p95Ms, LIMITS.p95Ms, "ms");
  print(`${name}, dropped`, Math.max(0, frames.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
  print(`${name}, longest task`, frames.longestTaskMs, LIMITS.longestTaskMs, "ms");
}

function print(name: string, value: number, limit: number, unit: string): void {
  const ratio = value / limit;
  if (ratio > 1) isOver = true;
  console.log(`  ${ratio > 1 ? "OVER" : "  ok"} ${ratio.toFixed(2).padStart(6)}  ${name}: ${value.toFixed(1)} of ${limit} ${unit}`);
}

async function takeShots(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const theme of ["dark", "light"] as const) {
    for (const [name, options] of Object.entries(shotScenes)) {
      const page = await openPage(browser, theme);
      await mount(page, options);
      await page.evaluate(() => window.surfaceBench.settled());
      if (name === "near") await showMarks(page);
      await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
      await page.close();
    }
  }
}

/** A selection and the keyboard's ring, as someone at work would have them. */
async function showMarks(page: Page): Promise<void> {
  await page.mouse.click(120, 160);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.evaluate(() => window.surfaceBench.settled());
}

function mount(page: Page, options: MountOptions) {
  return page.evaluate((chosen) => window.surfaceBench.mount(chosen), options);
}

async function openPage(opener: Browser, theme: "dark" | "light"): Promise<Page> {
  const page = await opener.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => {
    console.error(error);
    isOver = true;
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?theme=${theme}`);
  return page;
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

async function bundlePage(): Promise<string> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("page.tsx", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return bundled.outputFiles[0]?.text ?? "";
}

function serve(pictures: PicturePool, script: string) {
  const served = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, kind, number, width] = url.pathname.split("/");
    const picture = kind === "picture" ? pictures.files.get(`${number}/${width}`) : pictures.sheets.get(Number(number));
    if (kind === "page.js") response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else if (kind === "") response.writeHead(200, { "content-type": "text/html" }).end(html(url.searchParams.get("theme") ?? "dark"));
    else if (picture) response.writeHead(200, { "content-type": "image/webp", "cache-control": "max-age=60" }).end(picture);
    else response.writeHead(404).end();
  });
  return new Promise<typeof served>((resolve) => {
    served.listen(0, "127.0.0.1", () => resolve(served));
  });
}

function html(theme: string): string {
  return `<!doctype html><html lang="en" data-theme="${theme === "light" ? "light" : "dark"}"><meta charset="utf-8"><title>Surface</title>
<link rel="icon" href="data:,"><style>html,body,#root{margin:0;height:100%;font:13px/20px Inter,system-ui,sans-serif}</style>
<div id="root"></div><script>window.pool=${JSON.stringify(pool.pictures)}</script><script type="module" src="/page.js"></script></html>`;
}
