import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { jobEngine } from "@/lib/engines/http/job-engine";
import type { Wire } from "@/lib/engines/http/wire";
import { BFL_WIRE } from "@/lib/engines/rest/bfl";
import { STABILITY_WIRE } from "@/lib/engines/rest/stability";
import { checkEngine } from "@/lib/jobs/handlers/check-engine";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { listEngines } from "@/lib/services/engine/list-engines";
import { getRun } from "@/lib/services/run/get-run";
import { startRun } from "@/lib/services/run/start-run";
import { FAKE_KEY, type FakeProtocol, FakeProvider } from "../engines/fakes/fake-provider";
import { BFL, STABILITY } from "../engines/fakes/protocols";
import { freshDatabase } from "../support/database";
import { recipe } from "../support/recipes";
import { openStudio, type Studio } from "../support/studio";
import { workerTools } from "../support/worker-tools";

/** From a key in the settings to a variant on the board, with nothing of ours replaced: only the provider is a stand-in. */

let studio: Studio;
let fake: FakeProvider;
beforeAll(() => freshDatabase().then(() => undefined));
beforeEach(async () => {
  studio = await openStudio();
});
afterEach(() => fake.stop());
afterAll(closeQueue);

async function run(wire: Wire, protocol: FakeProtocol, modelId: string, text: string) {
  fake = await new FakeProvider(protocol).start();
  const { engineId } = wire;
  await connectEngine(studio.people.admin, { engineId, apiKey: FAKE_KEY, baseUrl: fake.url });
  const promptId = await studio.prompt(
    recipe({
      text,
      model: { engineId, modelId, revision: "2026-11-21" },
      controls: { aspectRatio: "1:1", quality: "final", settings: {} },
    }),
  );
  const { id } = await startRun(studio.people.operator, { promptId });
  const tools = workerTools([jobEngine({ ...wire, lookEveryMs: 1 })], { connect: connectionOf });
  await generate({ workspaceId: studio.workspaceId, runId: id }, new AbortController().signal, tools);
  return getRun(studio.people.operator, { runId: id });
}

async function money() {
  const { heldMicros, spentMicros } = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
  return { heldMicros, spentMicros };
}

test("a job at a provider becomes a variant; the provider's own figure is charged, the rest of the hold is free again", async () => {
  const finished = await run(BFL_WIRE, BFL, "flux-pro-1.1", "a fox in the snow");
  expect(finished).toMatchObject({ status: "succeeded", quoteMicros: "50000", actualMicros: "40000" });
  expect(finished.variants).toHaveLength(1);
  expect(fake.submits).toHaveLength(1);
  expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 40_000n });
});

test("an answer that is the picture itself is kept before anything else", async () => {
  const finished = await run(STABILITY_WIRE, STABILITY, "sd3.5-large", "a fox in the snow");
  expect(finished).toMatchObject({ status: "succeeded", actualMicros: "65000" });
  expect(finished.variants).toHaveLength(1);
});

test("a refusal costs nothing and keeps the provider's reason", async () => {
  const finished = await run(BFL_WIRE, BFL, "flux-pro-1.1", "a fox --refuse");
  expect(finished).toMatchObject({
    status: "refused",
    failure: { kind: "refused", reason: expect.stringContaining("Derivative Works Filter") },
  });
  expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
});

test("a submit that may have arrived leaves the run unknown and its money held, and is not sent again", async () => {
  const finished = await run(BFL_WIRE, BFL, "flux-pro-1.1", "a fox --drop");
  expect(finished.status).toBe("unknown");
  expect(fake.submits).toHaveLength(1);
  expect(await money()).toEqual({ heldMicros: 50_000n, spentMicros: 0n });
});

test("no key reaches the run, its operation or the trail", async () => {
  await run(BFL_WIRE, BFL, "flux-pro-1.1", "a fox --echo");
  const rows = [await db().run.findMany(), await db().auditEvent.findMany(), await db().workspaceEvent.findMany()];
  expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(FAKE_KEY);
});

test("testing a connection asks the provider and shows what it said", async () => {
  fake = await new FakeProvider({
    ...BFL,
    answer: ({ path }) => (path === "/v1/credits" ? { status: 200, json: { credits: 5 } } : null),
  }).start();
  const engines = new Map([["bfl", jobEngine(BFL_WIRE)]]);
  const outcome = async (apiKey: string) => {
    await connectEngine(studio.people.admin, { engineId: "bfl", apiKey, baseUrl: fake.url });
    await checkEngine({ workspaceId: studio.workspaceId, engineId: "bfl" }, new AbortController().signal, engines);
    const engine = (await listEngines(studio.people.lead, {})).find(({ engineId }) => engineId === "bfl");
    return engine?.connection?.check?.outcome;
  };
  expect(await outcome(FAKE_KEY)).toBe("answers");
  expect(await outcome("a-wrong-key-0001")).toBe("key-refused");
  expect(fake.submits).toHaveLength(0);
});
