/**
 * `npm run bench:gallery`, the part `gallery` of `npm run bench:web`: a studio with 1,000,000 files in its real database (`-- --small`: 100,000), its gallery in headless Chromium with
 * software rendering; each figure is printed as a ratio to its limit, and a figure over its limit makes the exit 1. Given a folder, it leaves
 * pictures of the gallery there too. Needs a built studio (`npx next build`).
 */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import pg from "pg";
import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { disconnect } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { placeOf } from "@/lib/domain/asset/gallery";
import { galleryIndex } from "@/lib/services/asset/gallery-index";
import { galleryRows, galleryRowsSql } from "@/lib/services/asset/gallery-rows";
import { openBrowser } from "@/tests/support/browser";
import { startStudio } from "@/tests/support/running-studio";
import { createJudge, median, p95 } from "../judge";
import type { FrameReport } from "./frame-meter";

const LIMITS = {
  p95Ms: 20,
  dropped: 0.03,
  longestTaskMs: 50,
  barePercent: 2,
  slowMs: 200,
  jumpMs: 250,
  sqlRatio: 2,
  tallestPx: 10_000_000,
  heapGrowth: 1.5,
};
const isSmall = process.argv.includes("--small");
const shots = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const TOTAL = isSmall ? 100_000 : 1_000_000;
const PICTURES = 18;
const QUERIES = 200;
const JUMPS = [0.7, 0.1, 0.95, 0.33, 0.5, 0.82, 0.21, 0.64];
const FLING_MS = 5_000;
/** What a wheel that is spun brings a frame. */
const FLING_PX = 320;

declare global {
  interface Window {
    pressedAt: number;
    meter: { measureFrames(durationMs: number, act: (share: number) => void): Promise<FrameReport> };
  }
}

const judge = createJudge();
const filter = AssetFilter.parse({});
const studio = await startStudio();
const server = await startEmbedded(`${studio.dataDir}/postgres`);
const databaseUrl = server.url.replace(/\/[^/]*$/, "/selects");
process.env.DATABASE_URL = databaseUrl;
const client = new pg.Client({ connectionString: databaseUrl });
const browser = await openBrowser();
try {
  await client.connect();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: studio.origin, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", judge.fail);
  await signUp(page);
  await fill(page);
  console.log(`\nA gallery of ${TOTAL.toLocaleString("en")} files`);
  await benchQueries();
  await benchGallery(page);
  if (shots !== undefined) await takeShots(context, page, shots);
} finally {
  await browser.close();
  await client.end();
  await disconnect();
  await studio.stop();
}
process.exit(judge.isOver ? 1 : 0);

async function signUp(page: Page): Promise<void> {
  await page.goto(studio.link);
  await page.getByLabel("Your name").fill("Ada Lindqvist");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("only for this bench");
  await page.getByRole("button", { name: "Set up the studio" }).click();
  await page.waitForURL(/\/projects/);
}

/** Real pictures through the door for uploads; the rest are rows that lead to the same bytes. */
async function fill(page: Page): Promise<void> {
  await page.goto("/assets");
  const files = await Promise.all(
    Array.from({ length: PICTURES }, async (_, n) => ({ name: `Study ${n}.png`, mimeType: "image/png", buffer: await paint(n) })),
  );
  await page.getByLabel("Files to add").setInputFiles(files);
  await page.getByText(`${PICTURES} files`).waitFor();
  await client.query("SET synchronous_commit = off");
  await client.query(
    `INSERT INTO "Asset" ("id","workspaceId","kind","origin","fileName","mimeType","byteSize","sha256","width","height","thumbHash","flag","rating","colour")
     SELECT uuidv7(make_interval(secs => -n)), a."workspaceId", a."kind", a."origin", 'Picture ' || n, a."mimeType", a."byteSize", a."sha256",
       a."width", a."height", a."thumbHash", (ARRAY['none','none','pick','none','reject'])[1 + n % 5]::"Flag",
       CASE WHEN n % 7 = 0 THEN n % 6 ELSE 0 END, (ARRAY['none','none','none','red','none','green','none','blue','yellow','none','violet'])[1 + n % 11]::"Colour"
     FROM generate_series(1, $1::int) n
     JOIN (SELECT *, row_number() OVER (ORDER BY "id") - 1 AS k FROM "Asset") a ON a.k = n % ${PICTURES}`,
    [TOTAL - PICTURES],
  );
  await client.query(
    `INSERT INTO "Rendition" SELECT b."id", r."name", r."sha256", r."mimeType", r."byteSize", r."width", r."height"
     FROM (SELECT DISTINCT ON (a."sha256") a."id", a."sha256" FROM "Asset" a WHERE a."fileName" LIKE 'Study%') first
     JOIN "Rendition" r ON r."assetId" = first."id" AND r."name" = 'thumb'
     JOIN "Asset" b ON b."sha256" = first."sha256" AND b."fileName" LIKE 'Picture%'`,
  );
  await client.query("VACUUM ANALYZE");
}

function paint(n: number): Promise<Buffer> {
  const [w, h] = [
    [640, 400],
    [400, 640],
    [500, 500],
  ][n % 3] ?? [500, 500];
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${n * 47},70%,55%)"/><stop offset="1" stop-color="hsl(${n * 47 + 90},60%,25%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="60%" cy="40%" r="${60 + n * 4}" fill="hsl(${n * 31},80%,80%)"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
}

/** The verb against the same SQL by the plain driver, in turns, at the same places; and that a place is the row it says it is. */
async function benchQueries(): Promise<void> {
  const member = (
    await client.query<{ id: string; workspaceId: string; userId: string }>(
      'SELECT "id", "workspaceId", "userId" FROM "Member" WHERE "userId" IS NOT NULL',
    )
  ).rows[0];
  if (!member) throw new Error("nobody is there");
  const actor: PersonActor = { kind: "member", workspaceId: member.workspaceId, memberId: member.id, userId: member.userId, role: "admin" };
  const startedAt = performance.now();
  const index = await galleryIndex(actor, { filter });
  console.log(`  the index of positions: ${Math.round(performance.now() - startedAt)} ms, ${index.entries.length} entries`);
  const verbMs: number[] = [];
  const sqlMs: number[] = [];
  for (let turn = 0; turn < QUERIES; turn += 1) {
    const row = Math.floor(((turn * 0.618034) % 1) * index.total);
    const place = placeOf(index, row);
    const range = { skip: place?.skip ?? 0, limit: 100, ...(place?.from ? { from: place.from } : {}) };
    // Prisma numbers the places of its values as the driver wants them.
    const { text, values } = galleryRowsSql(actor.workspaceId, filter, range);
    const alone = { text, values: [...values] };
    verbMs.push(await timed(() => galleryRows(actor, { filter, ...range })));
    sqlMs.push(await timed(() => client.query(alone)));
    if (turn % 20 > 0) continue;
    const [found] = await galleryRows(actor, { filter, ...range });
    const truth = await client.query<{ id: string }>(
      `SELECT "id" FROM "Asset" WHERE "deletedAt" IS NULL AND NOT "isCovered" ORDER BY "id" DESC OFFSET $1 LIMIT 1`,
      [row],
    );
    if (found?.id !== truth.rows[0]?.id) throw new Error(`row ${row} is not what the list has there`);
  }
  console.log(`  a page: p95 ${p95(verbMs).toFixed(1)} ms, the same SQL alone ${p95(sqlMs).toFixed(1)} ms`);
  judge.judge("page query, p95 against its SQL alone", p95(verbMs) / p95(sqlMs), LIMITS.sqlRatio, "×");
}

async function benchGallery(page: Page): Promise<void> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("frame-meter.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "meterModule",
  });
  await page.goto("/projects");
  await page.evaluate(`${bundled.outputFiles[0]?.text}; window.meter = meterModule;`);
  const idle = await page.evaluate((ms) => window.meter.measureFrames(ms, () => undefined), 2_000);
  console.log(`  the empty page: ${idle.fps.toFixed(1)} fps, ${(idle.dropped * 100).toFixed(1)} % dropped`);
  await page.goto("/assets");
  await page.evaluate(`${bundled.outputFiles[0]?.text}; window.meter = meterModule;`);
  await page.getByText(`${TOTAL.toLocaleString("en")} files`).waitFor();
  await settled(page);
  const heapBefore = await heapMb(page);

  const before = await counts(page);
  const frames = await page.evaluate(
    ([ms, px]) => {
      const canvas = document.querySelector("main canvas");
      return window.meter.measureFrames(ms, () =>
        canvas?.dispatchEvent(new WheelEvent("wheel", { deltaY: px, bubbles: true, cancelable: true })),
      );
    },
    [FLING_MS, FLING_PX] as const,
  );
  const stoppedAt = performance.now();
  await settled(page);
  const slowMs = performance.now() - stoppedAt;
  const after = await counts(page);
  console.log(
    `  fling: ${frames.fps.toFixed(1)} fps, worst frame ${frames.worstMs.toFixed(0)} ms, ${(after.shown - before.shown).toLocaleString("en")} cells drawn`,
  );
  judge.judge("fling, p95 frame", frames.p95Ms, LIMITS.p95Ms, "ms");
  judge.judge("fling, dropped", Math.max(0, frames.dropped - idle.dropped) * 100, LIMITS.dropped * 100, "%");
  judge.judge("fling, longest task", frames.longestTaskMs, LIMITS.longestTaskMs, "ms");
  judge.judge(
    "fling, cells bare of colour",
    (100 * (after.bare - before.bare)) / Math.max(1, after.shown - before.shown),
    LIMITS.barePercent,
    "%",
  );
  judge.judge("pictures after it slows", slowMs, LIMITS.slowMs, "ms");

  const jumps: number[] = [];
  for (const share of JUMPS) jumps.push(await jumpTo(page, share));
  console.log(`  jumps: ${jumps.map((ms) => Math.round(ms)).join(", ")} ms`);
  judge.judge("jump anywhere to pictures, median", median(jumps), LIMITS.jumpMs, "ms");
  const tallest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll("*")].map((element) => Math.max(element.scrollHeight, element.clientHeight))),
  );
  judge.judge("tallest element", tallest, LIMITS.tallestPx, "px");
  judge.judge("heap against the first screen's", (await heapMb(page)) / heapBefore, LIMITS.heapGrowth, "×");
}

/** Presses the scrollbar at a share of its length. Milliseconds until every picture in view is painted. */
async function jumpTo(page: Page, share: number): Promise<number> {
  const bar = await page.getByRole("scrollbar").boundingBox();
  if (!bar) throw new Error("there is no scrollbar");
  await page.evaluate(() => {
    window.pressedAt = performance.now();
  });
  await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height * share);
  // The first frames may still show that nothing was waited for before the press.
  const painted = await page.waitForFunction(
    () => {
      const sinceMs = performance.now() - window.pressedAt;
      return sinceMs > 40 && document.querySelector<HTMLElement>("main canvas")?.dataset.waiting === "0" ? sinceMs : false;
    },
    undefined,
    { polling: "raf" },
  );
  const ms = Number(await painted.jsonValue());
  await page.waitForTimeout(400);
  return ms;
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLElement>("main canvas")?.dataset.waiting === "0", undefined, {
    polling: "raf",
  });
}

function counts(page: Page): Promise<{ shown: number; bare: number }> {
  return page.evaluate(() => {
    const { shown = "0", bare = "0" } = document.querySelector<HTMLElement>("main canvas")?.dataset ?? {};
    return { shown: Number(shown), bare: Number(bare) };
  });
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

async function takeShots(context: BrowserContext, page: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shoot = async (name: string) => {
    await settled(page);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/${name}.png` });
  };
  for (const theme of ["dark", "light"] as const) {
    await context.addCookies([{ name: "selects-theme", value: theme, url: studio.origin }]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/assets");
    await settled(page);
    const [first] = await page.getByRole("option").all();
    await first?.focus();
    for (const key of ["ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown"]) await page.keyboard.press(key);
    await shoot(`grid-${theme}`);
    await page.keyboard.press("Control+g");
    await page.waitForTimeout(1_500);
    await page.keyboard.press("7");
    await shoot(`stacked-${theme}`);
    await page.keyboard.press("a");
    await page.getByLabel("Name").fill(`Spring ${theme}`);
    await shoot(`collect-${theme}`);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(1_500);
    await page.goto("/assets?as=list&flag=pick");
    await shoot(`list-${theme}`);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${folder}/loupe-${theme}.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/assets");
    await shoot(`narrow-${theme}`);
    await page.getByRole("button", { name: "Places" }).click();
    await shoot(`narrow-places-${theme}`);
  }
}
