import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { resealConnections } from "@/lib/services/engine/reseal-connections";
import { changeEnvironment, freshDatabase } from "../../support/database";
import { openStudio } from "../../support/studio";

beforeAll(async () => {
  await freshDatabase();
  return closeQueue;
});

/** From here on the process is one that was started with these keys. */
const startWith = (secrets: string) => changeEnvironment({ SELECTS_ENGINE_SECRETS: secrets });

test("keys are rotated without entering them again: new before old, one sweep, old one dropped", async () => {
  const { workspaceId, people } = await openStudio();
  await connectEngine(people.admin, { engineId: "replicate", apiKey: "an-api-key-0001", webhookSecret: "whsec_aGVsbG8=" });
  expect(await connectionOf(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001" });
  const old = process.env.SELECTS_ENGINE_SECRETS ?? "";

  startWith("the new secret");
  expect(await connectionOf(workspaceId, "replicate")).toBeNull();

  startWith(`the new secret, ${old}`);
  expect(await connectionOf(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001" });
  expect(await resealConnections()).toBe(1);
  expect(await resealConnections()).toBe(0);

  startWith("the new secret");
  expect(await connectionOf(workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0001", webhookSecret: "whsec_aGVsbG8=" });
});

test("a key that no secret of the studio opens is left as it is, and the others are sealed anew all the same", async () => {
  const { people } = await openStudio();
  const old = process.env.SELECTS_ENGINE_SECRETS ?? "";
  startWith(`a secret that gets lost, ${old}`);
  await connectEngine(people.admin, { engineId: "alibaba", apiKey: "an-api-key-0002" });
  startWith(old);
  const other = await openStudio();
  await connectEngine(other.people.admin, { engineId: "replicate", apiKey: "an-api-key-0003" });

  startWith(`a newer secret, ${old}`);
  const before = await db().engineConnection.findFirstOrThrow({ where: { engineId: "alibaba" } });
  expect(await resealConnections()).toBeGreaterThanOrEqual(1);
  expect(await db().engineConnection.findFirstOrThrow({ where: { engineId: "alibaba" } })).toEqual(before);
  startWith("a newer secret");
  expect(await connectionOf(other.workspaceId, "replicate")).toMatchObject({ apiKey: "an-api-key-0003" });
});
