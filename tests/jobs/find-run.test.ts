import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { findRun } from "@/lib/jobs/handlers/find-run";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { getRun } from "@/lib/services/run/get-run";
import { reconcileRun } from "@/lib/services/run/reconcile-run";
import { startRun } from "@/lib/services/run/start-run";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { REPLICATE } from "../engines/fakes/protocols";
import { freshDatabase } from "../support/database";
import { recipe } from "../support/recipes";
import { openStudio, type Studio } from "../support/studio";
import { workerTools } from "../support/worker-tools";

const MODEL = "stability-ai/stable-diffusion-3.5-large";
const PRICE = 35_000n;

let studio: Studio;
let fake: FakeProvider;
const never = new AbortController().signal;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await openStudio();
  fake = await new FakeProvider(REPLICATE).start();
  await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: FAKE_KEY, baseUrl: fake.url });
  await setModelPrice(studio.people.lead, { engineId: "replicate", modelId: MODEL, micros: PRICE.toString(), why: "Our contract." });
});
afterEach(() => fake.stop());
afterAll(closeQueue);

const tools = () => workerTools([jobEngine({ ...REPLICATE_WIRE, lookEveryMs: 1 })], { connect: connectionOf });

/** A run whose submit got no answer. */
async function unknownRun(text: string, seed?: number) {
  const model = { engineId: "replicate", modelId: MODEL, revision: "2026-11-21" };
  const controls = { aspectRatio: "1:1", quality: "final", settings: {} } as const;
  const seeds = seed === undefined ? {} : { seeds: { mode: "locked" as const, values: [seed] } };
  const promptId = await studio.prompt(recipe({ text, model, controls, ...seeds }));
  const { id } = await startRun(studio.people.operator, { promptId });
  await generate({ workspaceId: studio.workspaceId, runId: id }, never, tools());
  expect((await runOf(id)).status).toBe("unknown");
  return id;
}

const look = (runId: string, before = 0) => findRun({ workspaceId: studio.workspaceId, runId, look: before }, never, tools());
const runOf = (runId: string) => getRun(studio.people.operator, { runId });
const sentAgo = (runId: string, minutes: number) =>
  db().run.update({ where: { id: runId }, data: { startedAt: new Date(Date.now() - minutes * 60_000) } });

async function jobsFor(runId: string): Promise<readonly { name: string; look: number | null }[]> {
  return db()
    .$queryRaw`SELECT name, (data->>'look')::int AS look FROM pgboss.job WHERE data->>'runId' = ${runId} ORDER BY created_on, look`;
}

async function money() {
  const { heldMicros, spentMicros } = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
  return { heldMicros, spentMicros };
}

test("found in the provider's list it goes on to its picture: one submit, one charge", async () => {
  const runId = await unknownRun("a fox --lost");
  expect((await jobsFor(runId)).map(({ name }) => name)).toEqual(["run.generate", "run.find"]);
  await look(runId);
  expect((await runOf(runId)).status).toBe("processing");
  await generate({ workspaceId: studio.workspaceId, runId }, never, tools());
  const done = await runOf(runId);
  expect(done).toMatchObject({ status: "succeeded", actualMicros: PRICE.toString() });
  expect(done.variants).toHaveLength(1);
  expect(fake.submits).toHaveLength(1);
  expect(await money()).toEqual({ heldMicros: 0n, spentMicros: PRICE });
  // Looking again finds nothing to do.
  await look(runId);
  expect((await runOf(runId)).version).toBe(done.version);
});

test("absent from the list it waits first, and is settled as never made once no list could be late", async () => {
  const runId = await unknownRun("an owl --drop");
  await look(runId);
  expect(await runOf(runId)).toMatchObject({
    status: "unknown",
    progress: { asked: expect.stringContaining("does not show this run yet") },
  });
  expect((await jobsFor(runId)).filter(({ name }) => name === "run.find").map((job) => job.look)).toEqual([0, 1]);
  expect(await money()).toEqual({ heldMicros: PRICE, spentMicros: 0n });
  await sentAgo(runId, 3);
  await look(runId, 2);
  expect(await runOf(runId)).toMatchObject({
    status: "failed",
    actualMicros: "0",
    failure: { reason: expect.stringContaining("never arrived") },
  });
  expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
  expect(fake.submits).toHaveLength(1);
});

test("two runs of one recipe never both take the one job the provider has", async () => {
  const [first, second] = [await unknownRun("a lynx --lost", 7), await unknownRun("a lynx --drop", 7)];
  await db().run.updateMany({ where: { id: { in: [first, second] } }, data: { seeds: [7n] } });
  // The second asks for the first's words: in the list both could be it.
  await db().$executeRaw`ALTER TABLE "Prompt" DISABLE TRIGGER prompt_is_frozen`;
  await db().prompt.updateMany({ where: { workspaceId: studio.workspaceId }, data: { text: "a lynx --lost" } });
  await db().$executeRaw`ALTER TABLE "Prompt" ENABLE TRIGGER prompt_is_frozen`;
  await Promise.all([look(first), look(second)]);
  const statuses = [(await runOf(first)).status, (await runOf(second)).status].sort();
  expect(statuses).toEqual(["processing", "unknown"]);
});

test("a list that cannot be read decides nothing, and an engine without one is left to a person", async () => {
  const runId = await unknownRun("a fox --lost");
  await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: "another-key-000001", baseUrl: fake.url });
  await sentAgo(runId, 90);
  await look(runId, 3);
  expect(await runOf(runId)).toMatchObject({ status: "unknown", progress: { asked: expect.stringContaining("could not be read") } });
  const { list: _, ...wire } = REPLICATE_WIRE;
  await findRun({ workspaceId: studio.workspaceId, runId, look: 0 }, never, workerTools([jobEngine(wire)], { connect: connectionOf }));
  expect(await runOf(runId)).toMatchObject({
    status: "unknown",
    progress: { asked: expect.stringContaining("no list that could tell"), needsPerson: true },
  });
  // Whoever started it and everybody who may decide is told, once, however often it is looked at.
  await findRun({ workspaceId: studio.workspaceId, runId, look: 0 }, never, workerTools([jobEngine(wire)], { connect: connectionOf }));
  const told = await db().notice.findMany({ where: { workspaceId: studio.workspaceId }, select: { memberId: true, facts: true } });
  const { operator, lead, admin } = studio.people;
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([operator, lead, admin].map(({ memberId }) => memberId).sort());
  expect(told[0]?.facts).toMatchObject({ outcome: "unknown", title: expect.stringContaining("a fox") });
});

test("a lead who cannot tell yet has the list read again; the money stays held, and who said so is on record", async () => {
  const runId = await unknownRun("a fox --lost");
  const waited = await reconcileRun(studio.people.lead, { runId, outcome: "wait", reason: "The bill is not out yet." });
  expect(waited.status).toBe("unknown");
  expect((await jobsFor(runId)).filter(({ name }) => name === "run.find")).toHaveLength(2);
  expect(await money()).toEqual({ heldMicros: PRICE, spentMicros: 0n });
  expect(await db().auditEvent.count({ where: { subjectId: runId, verb: "run.reconcile", memberId: studio.people.lead.memberId } })).toBe(
    1,
  );
  await reconcileRun(studio.people.lead, { runId, outcome: "not-made", reason: "It is not on the bill." });
  expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
});
