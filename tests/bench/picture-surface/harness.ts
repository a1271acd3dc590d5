import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { openBrowser } from "@/tests/support/browser";
import type { PicturePool } from "./pictures";
import { makePicturePool } from "./pictures";

/** The surface alone in a real browser, with a server of generated pictures. */
export type SurfaceHarness = {
  /** A page of 1440 × 900 with nothing mounted yet: `page.evaluate(() => window.surfaceBench.mount(…))`. */
  openPage(theme: "dark" | "light"): Promise<Page>;
  close(): Promise<void>;
};

/** @param onPageError hears every uncaught error of every page */
export async function startHarness(onPageError: (error: Error) => void): Promise<SurfaceHarness> {
  const pool = await makePicturePool();
  const server = await serve(pool, await bundlePage());
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser();
  return {
    async openPage(theme) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.on("pageerror", onPageError);
      await page.goto(`http://127.0.0.1:${port}/?theme=${theme}`);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
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
    else if (kind === "")
      response.writeHead(200, { "content-type": "text/html" }).end(html(pictures, url.searchParams.get("theme") ?? "dark"));
    else if (picture) response.writeHead(200, { "content-type": "image/webp", "cache-control": "max-age=60" }).end(picture);
    else response.writeHead(404).end();
  });
  return new Promise<typeof served>((resolve) => {
    served.listen(0, "127.0.0.1", () => resolve(served));
  });
}

function html(pool: PicturePool, theme: string): string {
  return `<!doctype html><html lang="en" data-theme="${theme === "light" ? "light" : "dark"}"><meta charset="utf-8"><title>Surface</title>
<link rel="icon" href="data:,"><style>html,body,#root{margin:0;height:100%;font:13px/20px Inter,system-ui,sans-serif}</style>
<div id="root"></div><div id="map" style="position:fixed;right:12px;bottom:12px"></div><script>window.pool=${JSON.stringify(pool.pictures)}</script><script type="module" src="/page.js"></script></html>`;
}
