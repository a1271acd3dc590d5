import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import pg from "pg";
import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { startEmbedded } from "@/lib/db/embedded";
import { openBrowser } from "@/tests/support/browser";
import { startStudio } from "@/tests/support/running-studio";
import type { Judge } from "../judge";
import type { FrameReport } from "../picture-surface/frame-meter";

/** A studio of its own with somebody signed in, its database, and a browser that draws in software. */
export interface BenchStudio {
  readonly origin: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly database: pg.Client;
  readonly databaseUrl: string;
  /** A place to put recipes on: the sample's project and board. */
  readonly projectId: string;
  readonly boardId: string;
  /** The studio's API as the signed-in browser calls it. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Pictures through the door for uploads: their assets' ids, in order. */
  upload(pictures: readonly Buffer[]): Promise<readonly string[]>;
  /** Goes there and puts the frame meter into the page, as `window.meter`. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    meter: { measureFrames(durationMs: number, act: (share: number) => void): Promise<FrameReport> };
  }
}

/** What the empty page is measured for. */
const IDLE_MS = 3_000;

/** Needs the pages to be built (`tests/support/built-studio.mjs` does). */
export async function openBenchStudio({ fail }: Judge): Promise<BenchStudio> {
  const studio = await startStudio();
  const browser = await openBrowser();
  const server = await startEmbedded(`${studio.dataDir}/postgres`);
  const databaseUrl = server.url.replace(/\/[^/]*$/, "/selects");
  const database = new pg.Client({ connectionString: databaseUrl });
  const close = async () => {
    await browser.close();
    await database.end();
    await studio.stop();
  };
  try {
    await database.connect();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: studio.origin, reducedMotion: "reduce" });
    // The loader of these files names functions by a helper that the page does not have.
    await context.addInitScript("globalThis.__name = (named) => named");
    const page = await context.newPage();
    page.on("pageerror", fail);
    await signUp(page, studio.link);
    const meter = await frameMeter();
    const call: BenchStudio["call"] = async (method, path, body) => {
      const answer = await page.request.fetch(`/api/v1${path}`, {
        method,
        headers: { origin: studio.origin },
        ...(body === undefined ? {} : { data: body }),
      });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return await answer.json();
    };
    const { items } = await call<{ items: { id: string; boards: { id: string }[] }[] }>("GET", "/projects");
    return {
      origin: studio.origin,
      context,
      page,
      database,
      databaseUrl,
      projectId: items[0]?.id ?? "",
      boardId: items[0]?.boards[0]?.id ?? "",
      call,
      async upload(pictures) {
        const before = await assetCount(database);
        await page.goto("/assets");
        const files = pictures.map((buffer, n) => {
          const { ending, mimeType } = typeOf(buffer);
          return { name: `Study ${String(n).padStart(3, "0")}.${ending}`, mimeType, buffer };
        });
        await page.getByLabel("Files to add").setInputFiles(files);
        while ((await assetCount(database)) < before + pictures.length) await page.waitForTimeout(100);
        const { rows } = await database.query<{ id: string }>(
          `SELECT "id" FROM (SELECT * FROM "Asset" ORDER BY "createdAt" DESC LIMIT $1) newest ORDER BY "fileName"`,
          [pictures.length],
        );
        return rows.map(({ id }) => id);
      },
      async open(path) {
        await page.goto(path);
        await page.evaluate(meter);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The machine's own unrest: frames of a page of the studio on which nothing happens. */
export async function idleFrames({ page, open }: BenchStudio): Promise<FrameReport> {
  await open("/settings/members");
  await page.getByRole("main").waitFor();
  await page.waitForTimeout(1_000);
  const idle = await page.evaluate((ms) => window.meter.measureFrames(ms, () => undefined), IDLE_MS);
  console.log(
    `  the empty page: ${idle.fps.toFixed(1)} fps, p95 ${idle.p95Ms.toFixed(1)} ms, ${(idle.dropped * 100).toFixed(1)} % dropped`,
  );
  return idle;
}

/** Memory of JavaScript in a page, after its rubbish is gone. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 2 ** 20;
}

/** A picture that says nothing and looks like none of the others. */
export function paintStudy(n: number, width: number, height: number): Promise<Buffer> {
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${n * 47},70%,55%)"/><stop offset="1" stop-color="hsl(${n * 47 + 90},60%,25%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="60%" cy="40%" r="${12 + (n % 9)}%" fill="hsl(${n * 31},80%,80%)"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
}

function typeOf(bytes: Buffer): { readonly ending: string; readonly mimeType: string } {
  const [first] = bytes;
  if (first === 0xff) return { ending: "jpg", mimeType: "image/jpeg" };
  if (first === 0x89) return { ending: "png", mimeType: "image/png" };
  return first === 0x1a ? { ending: "webm", mimeType: "video/webm" } : { ending: "mp4", mimeType: "video/mp4" };
}

async function signUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Ada Lindqvist");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("only for this bench");
  await page.getByRole("button", { name: "Set up the studio" }).click();
  await page.waitForURL(/\/projects/);
}

async function frameMeter(): Promise<string> {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("../picture-surface/frame-meter.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "meterModule",
  });
  return `${bundled.outputFiles[0]?.text}; window.meter = meterModule;`;
}

async function assetCount(database: pg.Client): Promise<number> {
  return Number((await database.query<{ count: string }>('SELECT count(*) FROM "Asset"')).rows[0]?.count);
}
