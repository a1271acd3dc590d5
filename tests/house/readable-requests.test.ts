import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";

const PRELOAD = new URL("../../scripts/supervise/readable-requests.mjs", import.meta.url).href;
/** Stands where Next does: answers with the path, and fails as Next does where the path cannot be decoded. */
const SERVES = `
  const server = require("node:http").createServer((request, response) => {
    try { response.end(decodeURIComponent(request.url.split("?")[0])); } catch { response.writeHead(500).end("Internal Server Error"); }
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));`;

let web: ChildProcess;
let port: number;

beforeAll(async () => {
  web = spawn(process.execPath, ["--import", PRELOAD, "-e", SERVES], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  [port] = await once(web, "message");
});
afterAll(() => web.kill());

/** A request with its path and method exactly as written: `fetch` would mend or refuse them. */
async function knock(method: string, path: string): Promise<{ status: number | undefined; type: string | undefined; body: string }> {
  const sent = request({ host: "127.0.0.1", port, method, path }).end();
  const [response] = await once(sent, "response");
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, type: response.headers["content-type"], body };
}

test.each(["/boards/%E0%A4%A", "/assets/%ff/thumb", "/publications/%ff/file", "/ut/%ff", "/ut/100%"])(
  "%s is a bad address",
  async (path) => {
    expect(await knock("GET", path)).toMatchObject({ status: 400, type: "text/plain; charset=utf-8", body: expect.stringMatching(/\.$/) });
  },
);

test("programs are refused in the form they read", async () => {
  const rest = await knock("GET", "/api/v1/patterns/%E0%A4%A");
  expect(rest).toMatchObject({ status: 400, type: "application/json" });
  expect(JSON.parse(rest.body)).toEqual({ code: "BAD_INPUT", message: expect.stringMatching(/\.$/), details: {} });
  const rpc = await knock("POST", "/rpc/%ff");
  expect(rpc.status).toBe(400);
  expect(JSON.parse(rpc.body)).toMatchObject({ json: { code: "BAD_INPUT", defined: true, status: 400 } });
});

test("a method nobody serves is refused", async () => {
  expect(await knock("TRACE", "/projects")).toMatchObject({ status: 405, body: "This address takes another method." });
  expect((await knock("PROPFIND", "/api/v1/projects")).status).toBe(405);
});

test.each(["/boards/a%20b", "/search?q=100%", "/assets/%C3%A9"])("%s goes on to Next", async (path) => {
  expect((await knock("GET", path)).status).toBe(200);
});
