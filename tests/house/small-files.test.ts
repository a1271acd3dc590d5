import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSmall } from "@/scripts/setup/small-files.mjs";

const PRELOAD = new URL("../../scripts/supervise/small-files.mjs", import.meta.url).href;
/** Stands where Next does: sends the file of the address, and says of what kind it is by its ending. */
const SERVES = `
  const server = require("node:http").createServer((request, response) => {
    const [path] = request.url.split("?");
    response.setHeader("content-type", path.endsWith(".js") ? "application/javascript; charset=UTF-8" : "application/octet-stream");
    require("node:fs").createReadStream("." + path.replace("/_next", "/.next")).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));`;
const SCRIPT = "export const words = [];\n".repeat(400);

let folder: string;
let web: ChildProcess;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "selects-small-files-"));
  const chunks = join(folder, ".next/static/chunks");
  await mkdir(chunks, { recursive: true });
  await writeFile(join(chunks, "a.js"), SCRIPT);
  await writeFile(join(chunks, "a.js.map"), "{}");
  await makeSmall(join(folder, ".next/static"));
  // As a build without the step would have it.
  await writeFile(join(chunks, "plain.js"), SCRIPT);
  web = spawn(process.execPath, ["--import", PRELOAD, "-e", SERVES], { cwd: folder, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  [port] = await once(web, "message");
});
afterAll(async () => {
  web.kill();
  await rm(folder, { recursive: true });
});

async function ask(path: string, accepted: string) {
  const [response] = await once(request({ host: "127.0.0.1", port, path, headers: { "accept-encoding": accepted } }).end(), "response");
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const { "content-encoding": encoding, "content-type": type, vary } = response.headers;
  return { encoding, type, vary, body: Buffer.concat(parts) };
}

test("a script goes out small, as the script it is", async () => {
  const { body, ...answer } = await ask("/_next/static/chunks/a.js?dpl=1", "gzip, deflate, br, zstd");
  expect(answer).toEqual({ encoding: "br", type: "application/javascript; charset=UTF-8", vary: "Accept-Encoding" });
  expect(body.length).toBeLessThan(SCRIPT.length / 20);
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
});

test("who does not read it small gets the file, and caches are told that there are two", async () => {
  expect(await ask("/_next/static/chunks/a.js", "gzip")).toMatchObject({
    encoding: undefined,
    vary: "Accept-Encoding",
    body: Buffer.from(SCRIPT),
  });
});

test("what has no small form is left to Next", async () => {
  expect(await ask("/_next/static/chunks/plain.js", "br")).toMatchObject({
    encoding: undefined,
    vary: undefined,
    body: Buffer.from(SCRIPT),
  });
  await expect(readFile(join(folder, ".next/static/chunks/a.js.map.br"))).rejects.toThrow("ENOENT");
});
