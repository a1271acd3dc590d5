import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { db } from "@/lib/db/client";
import { closeQueue } from "@/lib/jobs/queue";
import { freshDatabase } from "@/tests/support/database";
import { ask, type Person, person, programOf } from "./people";

let lead: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  lead = await person("admin");
  program = await programOf(lead);
});
afterAll(closeQueue);

const create = (key: string, name: string, headers = program) =>
  handleRest(ask("POST", "/api/v1/projects", { ...headers, "idempotency-key": key }, { name }));
const projectsNamed = (name: string) => db().project.count({ where: { workspaceId: lead.workspaceId, name } });

describe("the same Idempotency-Key", () => {
  test("with the same request, twenty times at once, has one effect and one answer", async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, () => create("twenty", "Once")));
    const answers = await Promise.all(responses.map((response) => response.text()));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(answers).size).toBe(1);
    expect(await projectsNamed("Once")).toBe(1);
    const trail = await db().auditEvent.count({ where: { workspaceId: lead.workspaceId, verb: "project.create" } });
    expect(trail).toBe(1);
  });

  test("with another body or another address is a conflict, and changes nothing", async () => {
    expect((await create("body", "First")).status).toBe(200);
    expect((await create("body", "Second")).status).toBe(409);
    expect(await projectsNamed("Second")).toBe(0);
    const elsewhere = ask("POST", "/api/v1/libraries", { ...program, "idempotency-key": "body" }, { name: "First" });
    expect((await handleRest(elsewhere)).status).toBe(409);
  });

  test("of another API key is another key", async () => {
    expect((await create("mine", "Mine")).status).toBe(200);
    expect((await create("mine", "Theirs", await programOf(lead))).status).toBe(200);
    expect(await projectsNamed("Theirs")).toBe(1);
  });

  test("after a refusal may be used again: nothing happened", async () => {
    const tooLong = "x".repeat(121);
    expect((await create("again", tooLong)).status).toBe(400);
    expect((await create("again", "Shorter")).status).toBe(200);
  });
});

describe("an Idempotency-Key is refused", () => {
  test.each([
    ["empty", ""],
    ["over 200 characters", "k".repeat(201)],
    ["with a space inside", "a b"],
    ["outside ASCII", "clé"],
  ])("when it is %s", async (_, key) => {
    expect((await create(key, "Never")).status).toBe(400);
    expect(await projectsNamed("Never")).toBe(0);
  });

  test("by cookie, where it would not be honoured", async () => {
    expect((await create("cookie", "Never", lead.browser)).status).toBe(400);
  });

  test("where the answer is a secret that must not be kept", async () => {
    const body = { name: "CI", scopes: ["read"] };
    const response = await handleRest(ask("POST", "/api/v1/keys", { ...program, "idempotency-key": "secret" }, body));
    expect(response.status).toBe(400);
    expect(await db().idempotencyRecord.count({ where: { key: "secret" } })).toBe(0);
  });
});
