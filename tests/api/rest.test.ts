import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { db } from "@/lib/db/client";
import { freshDatabase } from "@/tests/support/database";
import { ask, type Person, person, programOf } from "./people";

let lead: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  lead = await person("lead");
  program = await programOf(lead);
});

async function refusal(response: Response): Promise<string> {
  const body: unknown = await response.json();
  expect(body).toEqual({ code: expect.any(String), message: expect.stringMatching(/\S \S/), details: expect.any(Object) });
  return `${response.status} ${(body as { code: string }).code}`;
}

describe("a verb as REST", () => {
  test("is made with POST and read back with GET, by a program and by a signed-in browser", async () => {
    const made = await handleRest(ask("POST", "/api/v1/projects", program, { name: "Bottle" }));
    expect(made.status).toBe(200);
    const { id } = (await made.json()) as { id: string };
    for (const headers of [program, lead.browser]) {
      const read = await handleRest(ask("GET", `/api/v1/projects/${id}`, headers));
      expect(await read.json()).toMatchObject({ id, name: "Bottle" });
      expect(read.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("reads numbers and booleans from the address", async () => {
    const page = await handleRest(ask("GET", "/api/v1/projects?limit=1&archived=false", program));
    expect(page.status).toBe(200);
    expect(((await page.json()) as { items: unknown[] }).items).toHaveLength(1);
  });

  test("reads numbers from the address of a request with a body too", async () => {
    const address = `/api/v1/trials/${randomUUID()}/cells/0/judgement`;
    // The cell is read: what is missing is the trial.
    expect(await refusal(await handleRest(ask("PUT", address, program, { judgement: { verdict: "pass" } })))).toBe("404 NOT_FOUND");
    const nowhere = address.replace("/cells/0/", "/cells/first/");
    expect(await refusal(await handleRest(ask("PUT", nowhere, program, { judgement: { verdict: "pass" } })))).toBe("400 BAD_INPUT");
  });

  test("does not turn text into numbers in a body", async () => {
    expect(await refusal(await handleRest(ask("POST", "/api/v1/projects", program, { name: 7 })))).toBe("400 BAD_INPUT");
  });
});

describe("what is refused at the door, with a sentence", () => {
  const post = (headers: Readonly<Record<string, string>>, body: string | Uint8Array<ArrayBuffer>) =>
    handleRest(new Request("http://127.0.0.1:3000/api/v1/projects", { method: "POST", headers: { ...program, ...headers }, body }));

  test.each([
    ["malformed JSON", { "content-type": "application/json" }, "{", "400 BAD_INPUT"],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "name=a", "400 BAD_INPUT"],
    ["an event stream", { "content-type": "text/event-stream" }, "data: 1\n\n", "400 BAD_INPUT"],
    ["no content type", { "content-type": "" }, "{}", "400 BAD_INPUT"],
    ["broken UTF-8", { "content-type": "application/json" }, new Uint8Array([0x22, 0xff, 0x22]), "400 BAD_INPUT"],
    ["a body over 1 MB", { "content-type": "application/json" }, JSON.stringify({ name: "x".repeat(1_000_001) }), "413 TOO_LARGE"],
    ["a list instead of an object", { "content-type": "application/json" }, "[]", "400 BAD_INPUT"],
    ["NUL in a text", { "content-type": "application/json" }, JSON.stringify({ name: "a\0b" }), "400 BAD_INPUT"],
    ["half a surrogate pair", { "content-type": "application/json" }, '{"name":"\\ud800"}', "400 BAD_INPUT"],
    ["nesting without end", { "content-type": "application/json" }, `${"[".repeat(9_000)}${"]".repeat(9_000)}`, "400 BAD_INPUT"],
  ])("%s", async (_, headers, body, expected) => {
    expect(await refusal(await post(headers, body))).toBe(expected);
  });

  test.each([
    ["an id that is none", "GET", "/api/v1/projects/7", "400 BAD_INPUT"],
    ["an unknown id", "GET", "/api/v1/projects/0190a0a0-0000-7000-8000-000000000000", "404 NOT_FOUND"],
    ["an unknown address", "GET", "/api/v1/nothing", "404 NOT_FOUND"],
    ["another method", "DELETE", "/api/v1/projects", "404 NOT_FOUND"],
    ["a broken escape", "GET", "/api/v1/projects/%E0%A4%A", "400 BAD_INPUT"],
    ["a query that fights itself", "GET", "/api/v1/projects?limit=1&limit=2&limit[a]=3", "400 BAD_INPUT"],
  ])("%s", async (_, method, path, expected) => {
    expect(await refusal(await handleRest(ask(method, path, program)))).toBe(expected);
  });

  test("nobody, a wrong key, a key without the scope, a role without the permission", async () => {
    expect(await refusal(await handleRest(ask("GET", "/api/v1/projects", {})))).toBe("401 UNAUTHENTICATED");
    expect(await refusal(await handleRest(ask("GET", "/api/v1/projects", { authorization: "Bearer sel_a_b" })))).toBe(
      "401 UNAUTHENTICATED",
    );
    const reader = await programOf(lead, ["read"]);
    expect(await refusal(await handleRest(ask("POST", "/api/v1/projects", reader, { name: "A" })))).toBe("403 FORBIDDEN");
    const reviewer = await programOf(await person("reviewer"));
    expect(await refusal(await handleRest(ask("POST", "/api/v1/projects", reviewer, { name: "A" })))).toBe("403 FORBIDDEN");
  });

  test("a write by cookie from another origin", async () => {
    const elsewhere = { ...lead.browser, origin: "https://elsewhere.example" };
    expect(await refusal(await handleRest(ask("POST", "/api/v1/projects", elsewhere, { name: "A" })))).toBe("403 FORBIDDEN");
    expect((await handleRest(ask("GET", "/api/v1/projects", elsewhere))).status).toBe(200);
  });
});

test("a surprise answers 500 with an id, and its cause stays in the log", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await db().$executeRaw`ALTER TABLE "Project" RENAME TO "Elsewhere"`;
  const response = await handleRest(ask("GET", "/api/v1/projects", program));
  await db().$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "Project"`;
  const text = await response.clone().text();
  expect(await refusal(response)).toBe("500 INTERNAL");
  const errorId = (JSON.parse(text) as { details: { errorId: string } }).details.errorId;
  expect(text).not.toContain("Project");
  expect(log.mock.calls.flat().join(" ")).toContain(errorId);
  log.mockRestore();
});
