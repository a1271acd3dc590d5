import { beforeAll, expect, test, vi } from "vitest";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { freshDatabase } from "../../support/database";
import { openStudio } from "../../support/studio";

beforeAll(async () => {
  await freshDatabase();
  return closeQueue;
});

/** The verbs of a process that was started with these keys. */
async function processWith(secrets: string) {
  process.env.SELECTS_ENGINE_SECRETS = secrets;
  vi.resetModules();
  const [{ connectionOf: open }, { resealConnections: reseal }] = await Promise.all([
    import("@/lib/services/engine/connection-of"),
    import("@/lib/services/engine/reseal-connections"),
  ]);
  return { open, reseal };
}

test("keys are rotated without entering them again: new before old, one sweep, old one dropped", async () => {
  const { workspaceId, people } = await openStudio();
  await connectEngine(people.admin, { engineId: "replicate", apiKey: "an-api-key-0001", webhookSecret: "whsec_aGVsbG8=" });
  expect(await connectionOf(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001" });
  const old = process.env.SELECTS_ENGINE_SECRETS ?? "";

  const without = await processWith("the new secret");
  expect(await without.open(workspaceId, "replicate")).toBeNull();

  const both = await processWith(`the new secret, ${old}`);
  expect(await both.open(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001" });
  expect(await both.reseal()).toBe(1);
  expect(await both.reseal()).toBe(0);

  const after = await processWith("the new secret");
  expect(await after.open(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001", webhookSecret: "whsec_aGVsbG8=" });
});
