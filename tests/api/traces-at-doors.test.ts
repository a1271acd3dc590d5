import { readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { POST as uploadInOne } from "@/app/api/v1/assets/route";
import { POST as hear } from "@/app/api/webhooks/engines/[engineId]/[runId]/route";
import { GET as readFile } from "@/app/assets/[id]/[rendition]/route";
import { GET as readShared } from "@/app/share/[token]/pictures/[attemptId]/[size]/route";
import { closeQueue } from "@/lib/jobs/queue";
import { type Told, tellTo } from "@/lib/trace";
import { freshDatabase } from "../support/database";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const headers = { traceparent: `00-${TRACE}-b7ad6b7169203331-01`, authorization: "Bearer sel_a-key-that-is-none" };
const ID = "019a0000-0000-7000-8000-00000000000a";
const TOKEN = "a-token-that-nobody-may-read-in-a-trace";

let spans: Told[] = [];
beforeAll(freshDatabase);
beforeAll(() => tellTo((span) => spans.push(span)));
afterEach(() => {
  spans = [];
});
afterAll(() => {
  tellTo(undefined);
  return closeQueue();
});

const params = <Params>(given: Params) => ({ params: Promise.resolve(given) });
const at = (path: string, init: RequestInit = {}) => new Request(`http://localhost:3000${path}`, { headers, ...init });

test.each([
  ["/assets/{id}/{rendition}", () => readFile(at(`/assets/${ID}/original`), params({ id: ID, rendition: "original" }))],
  ["/api/v1/assets", () => uploadInOne(at("/api/v1/assets?fileName=a.png", { method: "POST", body: "x" }))],
  [
    "/api/webhooks/engines/{engineId}/{runId}",
    () => hear(at(`/api/webhooks/engines/replicate/${ID}`, { method: "POST", body: "{}" }), params({ engineId: "replicate", runId: ID })),
  ],
  [
    "/share/{token}/pictures/{attemptId}/{size}",
    () => readShared(at(`/share/${TOKEN}/pictures/${ID}/screen`), params({ token: TOKEN, attemptId: ID, size: "screen" })),
  ],
] as const)("%s goes on in the asker's trace, under the name of its route, and tells no address and no key", async (door, answer) => {
  const { status } = await answer();
  const request = spans.find(({ kind }) => kind === "server");
  expect(request).toMatchObject({
    place: { traceId: TRACE },
    parent: "b7ad6b7169203331",
    attributes: { "http.route": door, "http.response.status_code": status },
    isWell: true,
  });
  expect(request?.name.endsWith(` ${door}`)).toBe(true);
  for (const secret of [TOKEN, ID, "sel_a-key"]) expect(JSON.stringify(spans)).not.toContain(secret);
});

/** What is told of otherwise, or lives as long as the page that asked. */
const OTHERWISE = /^app\/(?:rpc|events|\(auth\)|api\/(?:auth|health|metrics|v1\/(?:\[\[|openapi)))/;

test("every route is told of: a new one is no blind spot", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const doors = files.filter((path) => path.endsWith("route.ts")).map((path) => `app/${path}`);
  const silent = doors.filter((path) => !OTHERWISE.test(path) && !readFileSync(path, "utf8").includes("atDoor("));
  expect(doors.length).toBeGreaterThan(20);
  expect(silent).toEqual([]);
});
