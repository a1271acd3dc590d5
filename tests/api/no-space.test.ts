import { beforeAll, expect, test } from "vitest";
import { handleRest } from "@/lib/api/rest";
import { handleRpc } from "@/lib/api/rpc";
import { db } from "@/lib/db/client";
import { freshDatabase } from "@/tests/support/database";
import { fillDisk } from "../support/full-disk";
import { ask, type Person, person, programOf } from "./people";

let lead: Person;
let program: Readonly<Record<string, string>>;

beforeAll(async () => {
  await freshDatabase();
  lead = await person("lead");
  program = await programOf(lead);
});

test("a full disk under the database is a 503 with a sentence; nothing is saved, and the same request works once there is room", async () => {
  const free = await fillDisk("AuditEvent");
  const refused = await handleRest(ask("POST", "/api/v1/projects", program, { name: "Bottle" }));
  expect(refused.status).toBe(503);
  expect(await refused.json()).toEqual({
    code: "NO_SPACE",
    message: "The studio has no room on its disk, so this was not saved. An admin has to free some; then it can be done again.",
    details: {},
  });
  const fromScreen = await handleRpc(ask("POST", "/rpc/project/create", lead.browser, { json: { name: "Bottle" } }));
  expect(fromScreen.status).toBe(503);
  expect(JSON.stringify(await fromScreen.json())).toContain("no room on its disk");
  expect(await db().project.count({ where: { workspaceId: lead.workspaceId } })).toBe(0);
  await free();
  expect((await handleRest(ask("POST", "/api/v1/projects", program, { name: "Bottle" }))).status).toBe(200);
});
