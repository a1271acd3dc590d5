import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { MOST_FAULTS } from "@/lib/domain/engine/breaker";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { startWorker, type Worker } from "@/lib/jobs/start-worker";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { listEngines } from "@/lib/services/engine/list-engines";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { getRun } from "@/lib/services/run/get-run";
import { setQueueOrder } from "@/lib/services/run/queue-order";
import { startRun } from "@/lib/services/run/start-run";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { REPLICATE } from "../engines/fakes/protocols";
import { freshDatabase, type TestDatabase } from "../support/database";
import { idleHandlers } from "../support/idle-handlers";
import { recipe } from "../support/recipes";
import { openStudio, personIn, type Studio } from "../support/studio";
import { workerTools } from "../support/worker-tools";

const MODEL = "stability-ai/stable-diffusion-3.5-large";

let database: TestDatabase;
let studio: Studio;
let fake: FakeProvider;
let worker: Worker | undefined;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  studio = await openStudio();
  fake = await new FakeProvider(REPLICATE).start();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await fake.stop();
});
afterAll(closeQueue);

/** The real queue with one worker; `follow` is what it does with a run. */
async function work(follow: (runId: string, signal: AbortSignal) => Promise<void>, concurrency = 1) {
  worker = await startWorker({
    databaseUrl: database.url,
    dataDir: database.environment.SELECTS_DATA,
    concurrency,
    handlers: idleHandlers({ "run.generate": ({ runId }, signal) => follow(runId, signal) }),
  });
}

async function connect(limits: { atOnce?: number; perMinute?: number } = {}) {
  await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: FAKE_KEY, baseUrl: fake.url, ...limits });
  await setModelPrice(studio.people.lead, { engineId: "replicate", modelId: MODEL, micros: "35000", why: "Our contract." });
}

async function start(person: Studio["people"]["operator"], text: string, quality: "draft" | "final" = "final") {
  const model = { engineId: "replicate", modelId: MODEL, revision: "2026-11-21" };
  const promptId = await studio.prompt(recipe({ text, model, controls: { aspectRatio: "1:1", quality, settings: {} } }));
  return (await startRun(person, { promptId })).id;
}

/** Follows runs to their end at the fake, as the worker process does. */
function following(lookEveryMs = 1) {
  const tools = workerTools([jobEngine({ ...REPLICATE_WIRE, lookEveryMs })], { connect: connectionOf });
  return (runId: string, signal: AbortSignal) => generate({ workspaceId: studio.workspaceId, runId }, signal, tools);
}

const health = async () => (await listEngines(studio.people.operator, {})).find(({ engineId }) => engineId === "replicate")?.health;
const patient = { timeout: 60_000, interval: 25 };

test("people take turns: whoever comes with three runs does not wait behind somebody's eight", async () => {
  await connect();
  const other = await personIn(studio.workspaceId, "operator");
  const many: string[] = [];
  for (let count = 0; count < 8; count += 1) many.push(await start(studio.people.operator, `a fox ${count}`));
  const few: string[] = [];
  for (let count = 0; count < 3; count += 1) few.push(await start(other, `an owl ${count}`));
  const order: string[] = [];
  await work(async (runId) => void order.push(runId));
  await vi.waitFor(() => expect(order).toHaveLength(11), patient);
  for (let round = 0; round < 3; round += 1)
    expect(new Set(order.slice(2 * round, 2 * round + 2))).toEqual(new Set([many[round], few[round]]));
  expect(order.slice(6)).toEqual(many.slice(3));
});

test("drafts go before finals, unless an admin says otherwise", async () => {
  await connect();
  const order: string[] = [];
  const [final, draft] = [await start(studio.people.operator, "a fox"), await start(studio.people.lead, "an owl", "draft")];
  await expect(setQueueOrder(studio.people.lead, { draftsFirst: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await setQueueOrder(studio.people.admin, { draftsFirst: false });
  const reviewer = await personIn(studio.workspaceId, "operator");
  const plain = await start(reviewer, "a lynx");
  await work(async (runId) => void order.push(runId));
  await vi.waitFor(() => expect(order).toHaveLength(3), patient);
  expect(order).toEqual([draft, plain, final]);
});

test("no more runs at once than an admin allows, whatever the workers could do; the others say why they wait", async () => {
  await connect({ atOnce: 2 });
  const runs: string[] = [];
  for (let count = 0; count < 6; count += 1) runs.push(await start(studio.people.operator, `a fox ${count}`));
  let most = 0;
  let waited = false;
  const follow = following(40);
  await work(async (runId, signal) => {
    await follow(runId, signal);
    waited ||= "waits" in (((await db().run.findUnique({ where: { id: runId } }))?.progress ?? {}) as object);
  }, 6);
  await vi.waitFor(async () => {
    const inFlight = await db().run.count({ where: { id: { in: runs }, status: { in: ["submitting", "processing"] } } });
    most = Math.max(most, inFlight);
    expect(await db().run.count({ where: { id: { in: runs }, status: "succeeded" } })).toBe(6);
  }, patient);
  expect(most).toBeLessThanOrEqual(2);
  expect(waited).toBe(true);
  expect(fake.submits).toHaveLength(6);
});

test("an engine that fails again and again is left alone; then one run tries, and all go on", async () => {
  await connect();
  const follow = following();
  const ever = new AbortController().signal;
  const failing: string[] = [];
  for (let count = 0; count < MOST_FAULTS; count += 1) failing.push(await start(studio.people.operator, `a fox ${count} --fail`));
  for (const runId of failing) await follow(runId, ever);
  expect(await health()).toMatchObject({ state: "open" });
  const waiting = [await start(studio.people.operator, "an owl"), await start(studio.people.operator, "a lynx")];
  for (const runId of waiting) await follow(runId, ever);
  expect(fake.submits).toHaveLength(MOST_FAULTS);
  expect(await getRun(studio.people.operator, { runId: waiting[0] ?? "" })).toMatchObject({
    status: "queued",
    progress: { waits: "Replicate fails at present; this run waits." },
  });
  const where = { workspaceId_engineId: { workspaceId: studio.workspaceId, engineId: "replicate" } };
  await db().engineHealth.update({ where, data: { openUntil: new Date() } });
  expect(await health()).toMatchObject({ state: "trying" });
  await Promise.all(waiting.map((runId) => follow(runId, ever)));
  // One tried; the other waited for what came of it, and its job comes again.
  expect(fake.submits).toHaveLength(MOST_FAULTS + 1);
  expect(await health()).toMatchObject({ state: "well" });
  for (const runId of waiting) await follow(runId, ever);
  expect(await db().run.count({ where: { id: { in: waiting }, status: "succeeded" } })).toBe(2);
});

test("a provider that asks us to slow down is not asked again before, and what it said is one run's failure", async () => {
  await connect();
  const follow = following();
  const ever = new AbortController().signal;
  const [busy, next] = [await start(studio.people.operator, "a fox --busy"), await start(studio.people.operator, "an owl")];
  await follow(busy, ever);
  await follow(next, ever);
  expect((await getRun(studio.people.operator, { runId: busy })).failure?.kind).toBe("rate-limited");
  expect(await getRun(studio.people.operator, { runId: next })).toMatchObject({
    status: "queued",
    progress: { waits: expect.stringContaining("slow down") },
  });
  expect(fake.submits).toHaveLength(1);
  // Its job comes when the seven seconds of the provider are over.
  const [job] = await db().$queryRaw<{ wait: number }[]>`
    SELECT round(extract(epoch FROM start_after - created_on))::int AS wait FROM pgboss.job
    WHERE data->>'runId' = ${next} AND start_after > created_on`;
  expect(job?.wait).toBeGreaterThanOrEqual(6);
});
