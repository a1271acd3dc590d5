/**
 * `npm run bench:web -- --part board`: a board of 10,000 prompts × 8 variants in a studio, in headless Chromium with software rendering
 * (`--small`: 1,000 prompts). Its lineage is laid out without a browser first.
 */
import { type LayoutNode, layOutLineage } from "@/lib/domain/board/layout";
import { createJudge, median, p95 } from "../judge";
import type { FrameReport } from "../picture-surface/frame-meter";
import { type BenchStudio, heapMb, idleFrames, openBenchStudio, paintStudy } from "./bench-studio";
import { fillBoard } from "./fill-board";

const LIMITS = { layoutMs: 100, addMs: 16, firstPaintMs: 1_000, p95Ms: 20, dropped: 0.03, longestTaskMs: 50, heapMb: 80 };
const PROMPTS = process.argv.includes("--small") ? 1_000 : 10_000;
const STUDIES = 18;
const RUN_MS = 5_000;
const LAYOUTS = 30;

declare global {
  interface Window {
    boardBench: { answeredAt: number; paintedAt: number; longestTaskMs: number };
  }
}

const judge = createJudge();
benchLayout(10_000);
const studio = await openBenchStudio(judge);
try {
  const studies = await studio.upload(
    await Promise.all(Array.from({ length: STUDIES }, (_, n) => paintStudy(n, n % 3 === 1 ? 480 : 720, n % 3 === 0 ? 480 : 720))),
  );
  const boardId = await fillBoard(studio, PROMPTS, studies);
  await benchBoard(studio, boardId);
} finally {
  await studio.close();
}
process.exit(judge.isOver ? 1 : 0);

/** The rule alone: what a worker, or the page, pays for it. */
function benchLayout(count: number): void {
  console.log(`\nThe lineage of ${count.toLocaleString("en")} prompts`);
  const nodes = Array.from({ length: count }, (_, n): LayoutNode => {
    const place = n % 200;
    return {
      id: `n${n}`,
      parentId: place === 0 ? null : `n${n - place + Math.floor((place - 1) / 3)}`,
      width: 320,
      height: 200 + (n % 5) * 40,
    };
  });
  const child: LayoutNode = { id: "new", parentId: "n4321", width: 320, height: 260 };
  const whole: number[] = [];
  const added: number[] = [];
  let moved = 0;
  for (let turn = 0; turn < LAYOUTS; turn += 1) {
    const startedAt = performance.now();
    const before = layOutLineage(nodes).places;
    const betweenAt = performance.now();
    const after = layOutLineage([...nodes, child]).places;
    added.push(performance.now() - betweenAt);
    whole.push(betweenAt - startedAt);
    const at = after.get("new");
    moved = nodes.filter(({ id }) => {
      const [was, is] = [before.get(id), after.get(id)];
      return was && is && at && was.y < at.y && (was.y !== is.y || was.x !== is.x);
    }).length;
  }
  judge.judge("laid out, p95", p95(whole), LIMITS.layoutMs, "ms");
  judge.judge("laid out with one more, median", median(added), LIMITS.addMs, "ms");
  judge.judge("moved above the new one", moved, 0.5, "prompts");
}

async function benchBoard(bench: BenchStudio, boardId: string): Promise<void> {
  const { page } = bench;
  console.log(`\nA board of ${PROMPTS.toLocaleString("en")} prompts × 8 variants`);
  const idle = await idleFrames(bench);
  await page.addInitScript(() => {
    window.boardBench = { answeredAt: 0, paintedAt: 0, longestTaskMs: 0 };
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.boardBench.longestTaskMs = Math.max(window.boardBench.longestTaskMs, task.duration);
    }).observe({ type: "longtask" });
  });
  await bench.open(`/boards/${boardId}`);
  await painted(page);
  const read = await page.evaluate(() => {
    const pages = performance
      .getEntriesByType("resource")
      .flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.includes("/rpc/board/get") ? [entry] : []));
    const [first] = pages;
    const at = Math.max(...pages.map(({ responseEnd }) => responseEnd));
    return {
      at,
      tookMs: at - (first?.startTime ?? Number.NaN),
      bytes: pages.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  });
  const { paintedAt, longestTaskMs } = await page.evaluate(() => window.boardBench);
  console.log(
    `  read in ${Math.round(read.tookMs)} ms, ${(read.bytes / 1e6).toFixed(1)} MB; longest task while it opens ${Math.round(longestTaskMs)} ms`,
  );
  judge.judge("first full paint after the data", paintedAt - read.at, LIMITS.firstPaintMs, "ms");
  await benchFrames(bench, "pan", idle);
  await benchFrames(bench, "zoom", idle);
  await painted(page);
  judge.judge("heap", await heapMb(page), LIMITS.heapMb, "MB");
}

/** Waits until every picture in view is painted. */
async function painted(page: BenchStudio["page"]): Promise<void> {
  await page.waitForFunction(
    () => {
      const waiting = document.querySelector<HTMLElement>("main canvas")?.dataset.waiting;
      if (waiting !== "0") window.boardBench.paintedAt = 0;
      else if (window.boardBench.paintedAt === 0) window.boardBench.paintedAt = performance.now();
      // Pictures that are still to be wished for come within a few frames.
      return window.boardBench.paintedAt > 0 && performance.now() - window.boardBench.paintedAt > 500;
    },
    undefined,
    { polling: "raf", timeout: 180_000 },
  );
}

async function benchFrames({ page }: BenchStudio, act: "pan" | "zoom", idle: FrameReport): Promise<void> {
  const frames = await page.evaluate(
    ([kind, ms]) => {
      const canvas = document.querySelector("main canvas");
      const box = canvas?.getBoundingClientRect() ?? new DOMRect();
      const wheel = (init: WheelEventInit) =>
        canvas?.dispatchEvent(
          new WheelEvent("wheel", {
            clientX: box.x + box.width / 2,
            clientY: box.y + box.height / 2,
            bubbles: true,
            cancelable: true,
            ...init,
          }),
        );
      // From as near as it is to everything and back, in this many wheel pixels a frame.
      const step = 14;
      return window.meter.measureFrames(ms, (share) =>
        kind === "pan"
          ? wheel({ deltaX: share < 0.5 ? 22 : -22, deltaY: 9 })
          : wheel({ deltaY: share < 0.5 ? step : -step, ctrlKey: true }),
      );
    },
    [act, RUN_MS] as const,
  );
  console.log(`  ${act}: ${frames.fps.toFixed(1)} fps, worst frame ${frames.worstMs.toFixed(0)} ms`);
  judge.judge(`${act}, p95 frame`, frames.p95Ms, LIMITS.p95Ms, "ms");
  judge.judge(`${act}, dropped`, Math.max(0, frames.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
  judge.judge(`${act}, longest task`, frames.longestTaskMs, LIMITS.longestTaskMs, "ms");
}
