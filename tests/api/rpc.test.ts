import { createORPCClient, ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StudioClient } from "@/lib/api/router";
import { handleRpc } from "@/lib/api/rpc";
import { endSession } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { closeQueue } from "@/lib/jobs/queue";
import { freshDatabase } from "@/tests/support/database";
import { ask, type Person, person, programOf } from "./people";

let lead: Person;

beforeAll(async () => {
  await freshDatabase();
  lead = await person("lead");
});
afterAll(closeQueue);

/** The browser's client, knocking at the door itself instead of over the network. */
function clientOf(headers: Readonly<Record<string, string>>): StudioClient {
  return createORPCClient(
    new RPCLink({
      url: `${env().origin}/rpc`,
      headers,
      fetch: (request) => handleRpc(request),
    }),
  );
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof ORPCError ? `${error.status} ${error.code}` : String(error)),
  );

test("the browser's client calls verbs and gets their answers", async () => {
  const studio = clientOf(lead.browser);
  const made = await studio.project.create({ name: "Bottle" });
  expect(await studio.project.get({ projectId: made.id })).toEqual(made);
  expect((await studio.project.list({})).items.map(({ id }) => id)).toEqual([made.id]);
});

test("a refusal arrives with its code and sentence", async () => {
  const studio = clientOf(lead.browser);
  const missing = studio.project.get({ projectId: "0190a0a0-0000-7000-8000-000000000000" });
  await expect(missing).rejects.toMatchObject({ code: "NOT_FOUND", status: 404, defined: true, message: "This project does not exist." });
  expect(await codeOf(studio.project.create({ name: "" }))).toBe("400 BAD_INPUT");
  expect(await codeOf(clientOf({ origin: env().origin }).project.list({}))).toBe("401 UNAUTHENTICATED");
});

test("a revoked session is refused at the next request", async () => {
  const somebody = await person("operator");
  const studio = clientOf(somebody.browser);
  expect(await codeOf(studio.project.list({}))).toBe("done");
  await endSession(somebody.sessionId);
  expect(await codeOf(studio.project.list({}))).toBe("401 UNAUTHENTICATED");
});

describe("Origin", () => {
  test.each([
    ["ours", () => ({ origin: env().origin }), 200],
    ["missing, but the browser says same-origin", () => ({ "sec-fetch-site": "same-origin" }), 200],
    ["missing", () => ({}), 403],
    ["missing, from another site", () => ({ "sec-fetch-site": "cross-site" }), 403],
    ["another site", () => ({ origin: "https://elsewhere.example" }), 403],
    ["another port of this machine", () => ({ origin: "http://127.0.0.1:3001" }), 403],
    ["a name for the same machine", () => ({ origin: "http://localhost:3000" }), 403],
    ["null, from a sandboxed page", () => ({ origin: "null" }), 403],
  ])("%s", async (_name, headers, status) => {
    const { cookie = "" } = lead.browser;
    const response = await handleRpc(ask("POST", "/rpc/project/list", { cookie, ...headers() }, { json: {} }));
    expect(response.status).toBe(status);
  });
});

test("API keys are sent to /api/v1", async () => {
  const response = await handleRpc(ask("POST", "/rpc/project/list", await programOf(lead), { json: {} }));
  expect(response.status).toBe(403);
});

test("a write cannot be made by following a link", async () => {
  const link = `/rpc/project/create?data=${encodeURIComponent(JSON.stringify({ json: { name: "By link" } }))}`;
  const response = await handleRpc(ask("GET", link, lead.browser));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    json: { defined: true, code: "BAD_INPUT", message: "This address takes another method." },
  });
  expect((await clientOf(lead.browser).project.list({})).items.map(({ name }) => name)).not.toContain("By link");
});

test.each([
  ["no such procedure", "POST", "/rpc/project/nothing", { json: {} }, 404],
  ["a prototype's property", "POST", "/rpc/__proto__/toString", { json: {} }, 404],
  ["types that are none", "POST", "/rpc/project/list", { json: { limit: "x" }, meta: [[0, "limit"]] }, 400],
  ["a meta that leads nowhere", "POST", "/rpc/project/list", { json: {}, meta: [[1, "a", "b"]] }, 400],
  ["a meta that is no list", "POST", "/rpc/project/list", { json: {}, meta: 7 }, 400],
  ["a body that is no object", "POST", "/rpc/project/list", "7", 400],
])("%s is refused with a sentence", async (_, method, path, body, status) => {
  const response = await handleRpc(ask(method, path, lead.browser, body));
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    json: { defined: true, code: status === 404 ? "NOT_FOUND" : "BAD_INPUT", message: expect.stringMatching(/\S \S.*\.$/) },
  });
});
