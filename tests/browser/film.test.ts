import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser";
import { clip } from "../support/videos";

/** Compared videos in Chromium, alone: which frame is asked for and which one is shown, told by bars in the picture. */

const FRAMES = 240;
const BITS = 10;
const CLIP = { durationMs: (FRAMES / 24) * 1000, frames: FRAMES };

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const files = await Promise.all(
    (["mp4", "webm"] as const).map((format) => clip({ format, frames: FRAMES, width: 160, height: 48, picture: bars })),
  );
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("film-page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
  });
  server = serve(files, bundled.outputFiles[0]?.text ?? "");
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => "filmBench" in window);
  await page.evaluate((shape) => window.filmBench.mount(shape), CLIP);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A frame that says its own number: ten columns, white for a bit that is set. */
function bars(frame: number, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(width * height * 4);
  for (let at = 0; at < bytes.length; at += 4) {
    const bit = Math.floor((((at / 4) % width) * BITS) / width);
    bytes.fill((frame >> bit) & 1 ? 235 : 20, at, at + 4);
  }
  return bytes;
}

function serve(files: readonly Uint8Array[], script: string): Server {
  return createServer((request, response) => {
    const file = files[Number(/^\/clip-(\d)$/.exec(request.url ?? "")?.[1] ?? Number.NaN)];
    if (request.url === "/page.js") return void response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    if (!file) return void response.writeHead(200, { "content-type": "text/html" }).end('<script type="module" src="/page.js"></script>');
    const [, start = "0", end] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const part = file.subarray(Number(start), end ? Number(end) + 1 : file.length);
    const range = `bytes ${start}-${Number(start) + part.length - 1}/${file.length}`;
    response.writeHead(206, { "content-length": part.length, "content-range": range, "accept-ranges": "bytes" }).end(part);
  }).listen(0, "127.0.0.1");
}

test("200 random seeks in an MP4 and a WebM show the wanted frame 200 times, in both at once", async () => {
  let state = 12_345;
  const wanted = Array.from({ length: 200 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % FRAMES;
  });
  const seen = await page.evaluate((frames) => window.filmBench.seek(frames), wanted);
  expect(seen.filter(([frame, left, right]) => left !== frame || right !== frame)).toEqual([]);
  expect(seen).toHaveLength(200);
});

test("stepping on and back shows each frame, and while they play neither is ahead of the other", async () => {
  const there = Array.from({ length: 30 }, (_, step) => 50 + step);
  const steps = await page.evaluate((frames) => window.filmBench.seek(frames), [...there, ...there.reverse()]);
  expect(steps.filter(([frame, left, right]) => left !== frame || right !== frame)).toEqual([]);
  const played = await page.evaluate(() => window.filmBench.play(60));
  expect(played.filter(([left, right]) => left !== right)).toEqual([]);
  expect(new Set(played.map(([left]) => left)).size).toBeGreaterThan(3);
});
