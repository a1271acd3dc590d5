/**
 * `npm run bench:web -- --part screens`: how much JavaScript the first load of a board brings, how soon the page answers a hand while eight runs
 * are streaming in, and how soon a decision is seen and durable.
 */
import type { Page } from "playwright-core";
import { createJudge, median, p95 } from "../judge";
import { type BenchStudio, openBenchStudio, paintStudy } from "./bench-studio";
import { fillBoard } from "./fill-board";

const LIMITS = { scriptKb: 200, nextPaintMs: 100, visibleMs: 50, durableMs: 500 };
const PROMPTS = 300;
const RUNS = 8;
const DECISIONS = 40;
/** Event Timing does not report what took less than this. */
const LEAST_REPORTED_MS = 16;

const judge = createJudge();
const studio = await openBenchStudio(judge);
try {
  const studies = await studio.upload(await Promise.all(Array.from({ length: 12 }, (_, n) => paintStudy(n, 720, 480))));
  const boardId = await fillBoard(studio, PROMPTS, studies, { isJudged: false });
  await benchFirstLoad(studio, boardId);
  await benchDecisions(studio, boardId);
  await benchInteractions(studio, boardId);
} finally {
  await studio.close();
}
process.exit(judge.isOver ? 1 : 0);

/** Everything a browser that was never here before fetches of scripts, as it comes over the wire. */
async function benchFirstLoad({ context }: BenchStudio, boardId: string): Promise<void> {
  console.log("\nThe first load of a board");
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main canvas[data-waiting='0']")) return;
      window.paintedAt = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-waiting"] });
  });
  await page.goto(`/boards/${boardId}`);
  await page.locator("main canvas[data-waiting='0']").first().waitFor();
  await page.waitForLoadState("networkidle");
  const untilPainted = await scriptKb(page, await page.evaluate(() => window.paintedAt));
  const untilQuiet = await scriptKb(page, Number.POSITIVE_INFINITY);
  console.log(
    `  ${untilPainted.files} scripts until its pictures are painted; ${(untilQuiet.kb - untilPainted.kb).toFixed(0)} kB in ${untilQuiet.files - untilPainted.files} more come by themselves later`,
  );
  judge.judge("compressed JavaScript until a board is painted", untilPainted.kb, LIMITS.scriptKb, "kB");
  await page.close();
}

/** Scripts that were asked for before a moment, in the page's own time. */
function scriptKb(page: Page, beforeMs: number): Promise<{ files: number; kb: number }> {
  return page.evaluate((before) => {
    const scripts = performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith(".js"))
      .filter((entry) => entry.startTime < before)
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0));
    return { files: scripts.length, kb: scripts.reduce((sum, bytes) => sum + bytes, 0) / 1000 };
  }, beforeMs);
}

/** P on one variant after the other: seen as the board says it is picked, durable as the studio has answered. */
async function benchDecisions({ page, open, database }: BenchStudio, boardId: string): Promise<void> {
  console.log("\nDecisions on a board");
  await open(`/boards/${boardId}`);
  await standOnVariant(page);
  const visibleMs: number[] = [];
  const durableMs: number[] = [];
  for (let turn = 0; turn < DECISIONS; turn += 1) {
    const answered = page.waitForResponse((answer) => answer.url().includes("/rpc/variant/choose"));
    const seen = page.evaluate(() => {
      const stood = document.activeElement;
      if (!stood?.getAttribute("aria-label")?.startsWith("Variant")) throw new Error("the keyboard is on no variant");
      return new Promise<number>((settle) => {
        addEventListener(
          "keydown",
          async ({ timeStamp }) => {
            while (stood.isConnected && !stood.getAttribute("aria-label")?.includes(", picked"))
              await new Promise((next) => {
                requestAnimationFrame(next);
              });
            // The frame that has it is painted once its own callbacks are through.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => settle(performance.now() - timeStamp);
            port2.postMessage(null);
          },
          { once: true, capture: true },
        );
      });
    });
    const pressedAt = performance.now();
    await page.keyboard.press("p");
    const [ms] = await Promise.all([seen, answered.then((answer) => answer.finished())]);
    durableMs.push(performance.now() - pressedAt);
    visibleMs.push(ms);
    await page.waitForTimeout(150);
  }
  const { rows } = await database.query<{ count: string }>(
    `SELECT count(*) FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId" WHERE p."boardId" = $1 AND v."flag" = 'pick'`,
    [boardId],
  );
  if (Number(rows[0]?.count) !== DECISIONS) judge.fail(`${rows[0]?.count} of ${DECISIONS} decisions are in the database`);
  console.log(`  visible: median ${median(visibleMs).toFixed(0)} ms; durable: median ${median(durableMs).toFixed(0)} ms`);
  judge.judge("decision visible, p95", p95(visibleMs), LIMITS.visibleMs, "ms");
  judge.judge("decision durable, p95", p95(durableMs), LIMITS.durableMs, "ms");
}

/** Keys and clicks of somebody who goes on working while eight runs paint. */
async function benchInteractions({ page, open, call }: BenchStudio, boardId: string): Promise<void> {
  console.log(`\nA board of ${PROMPTS} prompts while ${RUNS} runs are streaming in`);
  await open(`/boards/${boardId}`);
  await standOnVariant(page);
  const { prompts } = await call<{ prompts: { id: string }[] }>("GET", `/boards/${boardId}`);
  const runs: string[] = [];
  for (const { id } of prompts.slice(0, RUNS)) {
    const change = { text: "a lone sailboat on a calm sea at night, watercolour", seeds: { mode: "random" } };
    const child = await call<{ id: string }>("POST", `/prompts/${id}/branches`, { change });
    runs.push((await call<{ id: string }>("POST", "/runs", { promptId: child.id })).id);
  }
  await page.evaluate(() => {
    window.slow = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry instanceof PerformanceEventTiming && entry.interactionId !== 0) window.slow.push([entry.interactionId, entry.duration]);
    }).observe(Object.assign({ type: "event" }, { durationThreshold: 16 }));
  });
  const left = async () => {
    const { items } = await call<{ items: { id: string; status: string }[] }>("GET", "/runs?limit=50");
    return items.filter(({ id, status }) => runs.includes(id) && ["queued", "submitting", "processing"].includes(status)).length;
  };
  let interactions = 0;
  const keys = ["ArrowRight", "p", "ArrowDown", "ArrowRight", "x", "ArrowLeft", "3", "ArrowUp"];
  for (let turn = 0; turn < 400 && (turn % 25 > 0 || (await left()) > 0); turn += 1) {
    await page.keyboard.press(keys[turn % keys.length] ?? "p");
    interactions += 1;
    await page.waitForTimeout(60);
  }
  await page
    .getByRole("textbox", { name: /prompt/i })
    .first()
    .click();
  for (const letter of "a boat under the moon") {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    interactions += 1;
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => window.slow);
  const longest = new Map<number, number>();
  for (const [id, ms] of slow) longest.set(id, Math.max(ms, longest.get(id) ?? 0));
  const unreported = Math.max(0, interactions - longest.size);
  const all = [...longest.values(), ...Array.from({ length: unreported }, () => LEAST_REPORTED_MS)];
  console.log(
    `  ${interactions} interactions, ${longest.size} over ${LEAST_REPORTED_MS} ms, the slowest ${Math.max(...all)} ms; ${await left()} runs still at work`,
  );
  judge.judge("interaction to next paint, p95", p95(all), LIMITS.nextPaintMs, "ms");
}

declare global {
  interface Window {
    /** When the pictures of a board were on the screen first. */
    paintedAt: number;
    /** Interactions the browser reports: their number, and milliseconds to the next paint. */
    slow: [interaction: number, ms: number][];
  }
}

/** Stands on the first variant of the board, as somebody who clicked it. */
async function standOnVariant(page: Page): Promise<void> {
  await page.locator("main canvas[data-waiting='0']").first().waitFor();
  await page
    .getByRole("treeitem", { name: /^Variant 1, seed/ })
    .first()
    .focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
}
