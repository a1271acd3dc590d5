import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { type Listener, listen } from "@/lib/db/listen";
import { callbackPath } from "@/lib/domain/engine/callback";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { generate } from "@/lib/jobs/handlers/generate";
import { Nudges } from "@/lib/jobs/nudges";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { getRun } from "@/lib/services/run/get-run";
import { NUDGES } from "@/lib/services/run/nudge-run";
import { startRun } from "@/lib/services/run/start-run";
import { receiveWebhook } from "@/lib/webhooks/receive-webhook";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { REPLICATE } from "../engines/fakes/protocols";
import { freshDatabase } from "../support/database";
import { recipe } from "../support/recipes";
import { openStudio, type Studio } from "../support/studio";
import { workerTools } from "../support/worker-tools";

const KEY = Buffer.from("a key of thirty-two bytes, or so");
const PUBLIC = "https://studio.example.com";
const MODEL = "stability-ai/stable-diffusion-3.5-large";
/** Longer than a test may take: a run that ends was woken. */
const NEVER_MS = 3_600_000;

let studio: Studio;
let fake: FakeProvider;
let listener: Listener;
let heard: string[];
const nudges = new Nudges();

beforeAll(async () => {
  await freshDatabase();
  listener = listen(NUDGES, (runId) => {
    heard.push(runId);
    nudges.ring(runId);
  });
  await listener.ready;
});
beforeEach(async () => {
  heard = [];
  studio = await openStudio();
  fake = await new FakeProvider(REPLICATE).start();
  const secret = `whsec_${KEY.toString("base64")}`;
  await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: FAKE_KEY, baseUrl: fake.url, webhookSecret: secret });
  await setModelPrice(studio.people.lead, { engineId: "replicate", modelId: MODEL, micros: "35000", why: "Our contract." });
});
afterEach(() => fake.stop());
afterAll(async () => {
  await listener.close();
  await closeQueue();
});

/** A run whose worker looks once and would then wait for an hour. */
async function waitingRun(origin = PUBLIC) {
  const model = { engineId: "replicate", modelId: MODEL, revision: "2026-11-21" };
  const promptId = await studio.prompt(recipe({ model, controls: { aspectRatio: "1:1", quality: "final", settings: {} } }));
  const { id: runId } = await startRun(studio.people.operator, { promptId });
  const tools = workerTools([jobEngine({ ...REPLICATE_WIRE, lookEveryMs: NEVER_MS })], { connect: connectionOf, origin, nudges });
  const stopping = new AbortController();
  const working = generate({ workspaceId: studio.workspaceId, runId }, stopping.signal, tools);
  working.catch(() => {});
  await vi.waitFor(() => expect([...fake.jobs.values()][0]?.looks).toBe(1), { timeout: 20_000 });
  // What the look found is written down too: from here on nothing moves by itself.
  await vi.waitFor(async () => expect(await db().run.count({ where: { id: runId, version: 3 } })).toBe(1), { timeout: 20_000 });
  return { runId, working, stop: () => stopping.abort() };
}

let messages = 0;

function signed(body = '{"id":"job-1","status":"succeeded"}', { at = Date.now(), key = KEY } = {}) {
  messages += 1;
  const [id, timestamp] = [`msg_${messages}`, String(Math.floor(at / 1000))];
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { body, headers: { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` } };
}

const deliver = (runId: string, message: { body: BodyInit; headers: Record<string, string> }, engineId = "replicate") =>
  receiveWebhook(new Request(`${PUBLIC}${callbackPath(engineId, runId)}`, { method: "POST", ...message }), engineId, runId);

test("the address goes out with the submit, and its message wakes the worker at once; what it says is not believed", async () => {
  const { runId, working } = await waitingRun();
  expect(fake.submits[0]).toMatchObject({ webhook: `${PUBLIC}${callbackPath("replicate", runId)}`, webhook_events_filter: ["completed"] });
  // The message says "failed"; the provider, asked again, is still at work, and then done.
  expect((await deliver(runId, signed('{"id":"job-1","status":"failed"}'))).status).toBe(200);
  await vi.waitFor(() => expect([...fake.jobs.values()][0]?.looks).toBe(2), { timeout: 20_000 });
  expect((await getRun(studio.people.operator, { runId })).status).toBe("processing");
  expect((await deliver(runId, signed())).status).toBe(200);
  await working;
  expect(await getRun(studio.people.operator, { runId })).toMatchObject({ status: "succeeded", actualMicros: "35000" });
});

test("a studio no provider can reach gives no address away", async () => {
  const { stop } = await waitingRun("http://127.0.0.1:3000");
  expect(fake.submits[0]).not.toHaveProperty("webhook");
  stop();
});

describe("a message that is not what it should be", () => {
  test("is refused and does nothing: forged, old, unsigned, too large, for nobody, or heard before", async () => {
    const { runId, working, stop } = await waitingRun();
    const before = await db().run.findUniqueOrThrow({ where: { id: runId } });
    const good = signed();
    const status = async (...delivery: Parameters<typeof deliver>) => (await deliver(...delivery)).status;
    expect(await status(runId, signed(undefined, { key: Buffer.from("another key") }))).toBe(401);
    expect(await status(runId, { ...good, body: `${good.body} ` })).toBe(401);
    expect(await status(runId, signed(undefined, { at: Date.now() - 301_000 }))).toBe(401);
    expect(await status(runId, signed(undefined, { at: Date.now() + 302_000 }))).toBe(401);
    expect(await status(runId, { body: good.body, headers: {} })).toBe(401);
    expect(await status(runId, signed("x".repeat(4 * 1024 * 1024 + 1)))).toBe(413);
    // Another run, another engine's run, an engine that signs nothing, no id at all.
    expect(await status("0198c0de-0000-7000-8000-000000000000", good)).toBe(404);
    expect(await status(runId, good, "fal")).toBe(404);
    expect(await status(runId, good, "runway")).toBe(404);
    expect(await status("not-a-run", good)).toBe(404);
    expect(heard).toEqual([]);
    expect(await db().engineMessage.count({ where: { runId } })).toBe(0);
    expect(await db().run.findUniqueOrThrow({ where: { id: runId } })).toEqual(before);
    expect([...fake.jobs.values()][0]?.looks).toBe(1);

    const answers = [await deliver(runId, good), await deliver(runId, good), await deliver(runId, good)];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ heard: "now" }, { heard: "before" }, { heard: "before" }]);
    // Nor does what nobody signed make a new message of it: another header, another signature beside the true one.
    const { headers } = good;
    for (const more of [{ "x-webhook-foo": "1" }, { "webhook-signature": `${headers["webhook-signature"]} v1,anks` }])
      expect(await (await deliver(runId, { ...good, headers: { ...headers, ...more } })).json()).toEqual({ heard: "before" });
    await vi.waitFor(() => expect(heard).toEqual([runId]), { timeout: 20_000 });
    await vi.waitFor(() => expect([...fake.jobs.values()][0]?.looks).toBe(2), { timeout: 20_000 });
    stop();
    await expect(working).rejects.toMatchObject({ name: "AbortError" });
  });

  test("comes too late when the run has ended: nobody is woken", async () => {
    const { runId, working } = await waitingRun();
    await deliver(runId, signed());
    await vi.waitFor(() => expect([...fake.jobs.values()][0]?.looks).toBe(2), { timeout: 20_000 });
    await deliver(runId, signed());
    await working;
    expect(await (await deliver(runId, signed())).json()).toEqual({ heard: "before" });
    expect(await db().engineMessage.count({ where: { runId } })).toBe(2);
  });
});
