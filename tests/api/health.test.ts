import { beforeAll, expect, test } from "vitest";
import { handleHealth } from "@/lib/api/health";
import { freshDatabase } from "@/tests/support/database";

beforeAll(async () => {
  await freshDatabase();
});

test("ready while the database answers", async () => {
  const response = await handleHealth("this one");
  expect([response.status, await response.json()]).toEqual([200, { live: true, ready: true }]);
  expect(response.headers.get("x-selects-start")).toBe("this one");
});
