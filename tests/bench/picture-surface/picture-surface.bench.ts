/**
 * `npm run bench:web -- --part surface`: the picture surface alone in headless Chromium with software rendering, without a studio around it. Run
 * by itself and given a folder, it measures nothing and takes screenshots into it instead.
 */
import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { createJudge } from "../judge";
import type { FrameReport } from "./frame-meter";
import { startHarness } from "./harness";
import type { MountOptions } from "./page";

const LIMITS = { firstPaintMs: 1_000, p95Ms: 20, dropped: 0.03, longestTaskMs: 50, cpuMs: 1000 / 60, heapMb: 80 };
const SCENES = process.argv.includes("--small") ? [2_000] : [2_000, 10_000];
const RUN_MS = 5_000;
const shotScenes: Readonly<Record<string, MountOptions>> = {
  near: { nodes: 12, showsStates: true, initial: "start", hasMinimap: true },
  board: { nodes: 24, showsStates: true, initial: "fit", hasMinimap: true },
  far: { nodes: 300, showsStates: true, initial: "fit", hasMinimap: true },
  all: { nodes: 10_000, showsStates: true, initial: "fit", hasMinimap: true },
};

const shots = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const judge = createJudge();
const harness = await startHarness(judge.fail);
try {
  for (const nodes of shots === undefined ? SCENES : []) await benchScene(nodes);
  if (shots !== undefined) await takeShots(shots);
} finally {
  await harness.close();
}
process.exitCode = judge.isOver ? 1 : 0;

async function benchScene(nodes: number): Promise<void> {
  console.log(`\n${nodes} nodes × 8 pictures`);
  const page = await harness.openPage("dark");
  const idle = await page.evaluate((ms) => window.surfaceBench.idle(ms), 2_000);
  console.log(
    `  the empty page: ${idle.fps.toFixed(1)} fps, p95 ${idle.p95Ms.toFixed(1)} ms, ${(idle.dropped * 100).toFixed(1)} % dropped`,
  );
  const paint = await mount(page, { nodes, showsStates: false, initial: "start", hasMinimap: true });
  judge.judge("first paint", paint.firstPaintMs, LIMITS.firstPaintMs, "ms");
  judge.judge("full paint at 100 %", paint.fullPaintMs, LIMITS.firstPaintMs, "ms");
  await benchFrames(page, "pan", idle);
  await benchFrames(page, "zoom", idle);
  await page.evaluate(() => window.surfaceBench.settled());
  const replaceMs = await page.evaluate(() => window.surfaceBench.replaceOne());
  judge.judge("one item replaced", replaceMs, 16, "ms");
  judge.judge("heap", await heapMb(page), LIMITS.heapMb, "MB");
  await page.close();

  const whole = await harness.openPage("dark");
  const fitted = await mount(whole, { nodes, showsStates: false, initial: "fit", hasMinimap: true });
  judge.judge("full paint of everything", fitted.fullPaintMs, LIMITS.firstPaintMs, "ms");
  await benchFrames(whole, "pan", idle);
  await whole.close();
}

/** Besides how frames came, the processor time they took: the figure that a busy machine does not change much. */
async function benchFrames(page: Page, act: "pan" | "zoom", idle: FrameReport): Promise<void> {
  const clock = await mainThreadClock(page);
  const before = await clock();
  const frames = await page.evaluate(([chosen, ms]) => window.surfaceBench[chosen](ms), [act, RUN_MS] as const);
  const cpuMs = ((await clock()) - before) / ((frames.fps * RUN_MS) / 1000);
  console.log(`  ${act}: ${frames.fps.toFixed(1)} fps, worst frame ${frames.worstMs.toFixed(0)} ms`);
  judge.judge(`${act}, p95 frame`, frames.p95Ms, LIMITS.p95Ms, "ms");
  judge.judge(`${act}, dropped`, Math.max(0, frames.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
  judge.judge(`${act}, longest task`, frames.longestTaskMs, LIMITS.longestTaskMs, "ms");
  judge.judge(`${act}, main thread a frame`, cpuMs, LIMITS.cpuMs, "ms");
}

/** Processor time of the page's main thread so far, in milliseconds. */
async function mainThreadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? 0);
  };
}

async function takeShots(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const theme of ["dark", "light"] as const) {
    for (const [name, options] of Object.entries(shotScenes)) {
      const page = await harness.openPage(theme);
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

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

function mount(page: Page, options: MountOptions) {
  return page.evaluate((chosen) => window.surfaceBench.mount(chosen), options);
}
