import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { WEBHOOK_DATA } from "@/lib/domain/webhook/fact";
import { type DeliverTools, deliverWebhook } from "@/lib/jobs/handlers/deliver-webhook";
import { closeQueue } from "@/lib/jobs/queue";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { approve } from "@/lib/services/review/approve";
import { createCard } from "@/lib/services/review/create-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { startRun } from "@/lib/services/run/start-run";
import { createWebhook } from "@/lib/services/webhook/create-webhook";
import { listDeliveries } from "@/lib/services/webhook/list-deliveries";
import { listWebhooks } from "@/lib/services/webhook/list-webhooks";
import { pauseWebhook } from "@/lib/services/webhook/pause-webhook";
import { redeliver } from "@/lib/services/webhook/redeliver";
import { removeWebhook } from "@/lib/services/webhook/remove-webhook";
import { resumeWebhook } from "@/lib/services/webhook/resume-webhook";
import { rotateSecret } from "@/lib/services/webhook/rotate-secret";
import { sweepDeliveries } from "@/lib/services/webhook/sweep-deliveries";
import { testWebhook } from "@/lib/services/webhook/test-webhook";
import { freshDatabase, type TestDatabase } from "../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { aPattern, versionDraft } from "../support/patterns";
import { startWorkerProcess } from "./worker-process";

interface Heard {
  readonly id: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

let database: TestDatabase;
let studio: ReviewStudio;
let server: Server;
let url: string;
let heard: Heard[];
/** What the receiver answers, message by message; then always 204. `null`: it never answers. */
let answers: (number | null)[];

beforeAll(async () => {
  database = await freshDatabase();
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    heard.push({ id: headers["webhook-id"] ?? "", path: request.url ?? "", headers, body: Buffer.concat(parts).toString() });
    const code = answers.length > 0 ? answers.shift() : 204;
    if (code != null)
      response.writeHead(code, code === 302 ? { location: "/elsewhere" } : {}).end(code === 500 ? `no\0${"é".repeat(900)}` : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  studio = await aStudio();
  heard = [];
  answers = [];
});
afterEach(() => server.closeAllConnections());
afterAll(async () => {
  server.close();
  await closeQueue();
});

async function endpoint(
  change: { url?: string; kinds?: ("run.finished" | "card.decided" | "label.moved" | "publication.released")[] } = {},
) {
  return createWebhook(studio.people.admin, { url, kinds: ["run.finished", "card.decided", "label.moved"], ...change });
}

const deliveries = async () => (await listDeliveries(studio.people.admin, {})).items;

/** Tries every message that is due, as a worker does. */
async function work(tools: Partial<DeliverTools> = {}): Promise<void> {
  const due = await db().webhookDelivery.findMany({
    where: { workspaceId: studio.workspaceId, status: "waiting" },
    orderBy: { id: "asc" },
  });
  for (const { id } of due) {
    const job = { workspaceId: studio.workspaceId, deliveryId: id };
    await deliverWebhook(job, new AbortController().signal, { isPrivateAllowed: true, ...tools });
  }
}

/** A run that has ended. */
async function ended(): Promise<string> {
  const { id } = await startRun(studio.people.operator, { promptId: await studio.prompt() });
  await cancelRun(studio.people.operator, { runId: id });
  return id;
}

const jobsOf = async (deliveryId: string) =>
  db().$queryRaw<{ startAfter: Date }[]>`
    SELECT start_after AS "startAfter" FROM pgboss.job
    WHERE name = 'webhook.deliver' AND state = 'created' AND data->>'deliveryId' = ${deliveryId} ORDER BY start_after DESC`;

const jobsInHand = (deliveryId: string) =>
  db().$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = 'webhook.deliver' AND state < 'completed' AND data->>'deliveryId' = ${deliveryId}`.then(
    (rows) => rows.length,
  );

describe("what happens is told", () => {
  test("with the fact, signed, in the shape that is documented: a run, a decision, a label", async () => {
    const { secret } = await endpoint();
    const runId = await ended();
    const { operator, reviewer } = studio.people;
    const variant = await aVariant(studio);
    const terms = { ownerId: reviewer.memberId };
    const card = await createCard(operator, { projectId: studio.projectId, laneId: studio.lanes.production, title: "Hero", terms });
    const { attemptId } = await submitAttempt(operator, { cardId: card.cardId, variantId: variant.id, seenAttempt: 0 });
    await approve(reviewer, { cardId: card.cardId, attemptId, note: "Good." });
    const pattern = await aPattern(studio, { name: `Told ${studio.workspaceId}` });
    await saveVersion(studio.people.lead, { patternId: pattern.id, basedOn: 1, version: versionDraft("a {subject}") });
    await work();
    const read = heard.map(
      ({ body, headers }) => new Webhook(secret).verify(body, headers) as { type: keyof typeof WEBHOOK_DATA; data: unknown },
    );
    expect(read.map(({ type }) => type)).toEqual(["run.finished", "card.decided", "label.moved", "label.moved"]);
    for (const { type, data } of read) expect(WEBHOOK_DATA[type].parse(data)).toEqual(data);
    expect(read.map(({ data }) => data)).toMatchObject([
      { runId, status: "cancelled", outputs: [], pattern: null, actualMicros: "0" },
      { decision: "approved", status: "approved", attemptId, contentHash: variant.contentHash, note: "Good." },
      { slug: pattern.slug, label: "candidate", from: null, to: 1 },
      { slug: pattern.slug, label: "candidate", from: 1, to: 2 },
    ]);
    expect((await deliveries()).map(({ status, tries, answerCode }) => [status, tries, answerCode])).toEqual(
      Array.from({ length: 4 }, () => ["delivered", 1, 204]),
    );
  });

  test("to everybody who listens for it and to nobody else: another kind, another workspace, paused or removed", async () => {
    const { people } = studio;
    await endpoint();
    await endpoint({ url: `${url}/too` });
    await endpoint({ url: `${url}/other-kind`, kinds: ["publication.released"] });
    const paused = await endpoint({ url: `${url}/paused` });
    await pauseWebhook(people.admin, { endpointId: paused.endpoint.id });
    const removed = await endpoint({ url: `${url}/removed` });
    await removeWebhook(people.admin, { endpointId: removed.endpoint.id });
    const stranger = await aStudio();
    await createWebhook(stranger.people.admin, { url: `${url}/stranger`, kinds: ["run.finished"] });
    await ended();
    await work();
    expect(heard.map(({ path }) => path).sort()).toEqual(["/hook", "/hook/too"]);
  });

  test("and what did not happen is not: a refused act leaves no message", async () => {
    await endpoint();
    const promptId = await studio.prompt();
    await expect(startRun(studio.people.operator, { promptId, quoteMicros: "77" })).rejects.toMatchObject({ code: "CONFLICT" });
    const runId = await ended();
    await expect(cancelRun(studio.people.lead, { runId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await deliveries()).toHaveLength(1);
  });
});

describe("a message that does not arrive", () => {
  test.each([
    ["a fault", 500, 500, "no"],
    ["a redirect, which is not followed", 302, 302, ""],
    ["silence", null, null, "There was no answer in time."],
  ])("because of %s is tried again later with the same id", async (_, answer, code, said) => {
    await endpoint();
    await ended();
    answers = [answer];
    await work({ timeoutMs: 300 });
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ status: "waiting", tries: 1, answerCode: code });
    expect(failed?.answer.startsWith(said)).toBe(true);
    expect(failed?.answer.length).toBeLessThanOrEqual(500);
    const wait = Date.parse(failed?.nextTryAt ?? "") - Date.now();
    expect(wait).toBeGreaterThan(1_000);
    expect(wait).toBeLessThan(7_000);
    expect(await jobsOf(failed?.id ?? "")).toHaveLength(2);
    await work();
    expect(await deliveries()).toMatchObject([{ id: failed?.id, status: "delivered", tries: 2, answerCode: 204 }]);
    expect(new Set(heard.map(({ id }) => id))).toEqual(new Set([failed?.id]));
    expect(heard.every(({ path }) => path === "/hook")).toBe(true);
  });

  test("is given up after eight tries, and sent again when somebody asks", async () => {
    await endpoint();
    await ended();
    answers = Array.from({ length: 9 }, () => 503);
    for (let tries = 0; tries < 9; tries += 1) await work();
    const [given] = await deliveries();
    expect(given).toMatchObject({ status: "failed", tries: 8, nextTryAt: null });
    expect(heard).toHaveLength(8);
    answers = [];
    await redeliver(studio.people.admin, { deliveryId: given?.id ?? "" });
    await work();
    expect(await deliveries()).toMatchObject([{ id: given?.id, status: "delivered", tries: 9 }]);
  });

  test("because its receiver is gone pauses the endpoint; resumed, it is sent what waited", async () => {
    const { endpoint: made } = await endpoint();
    const { admin } = studio.people;
    await ended();
    await ended();
    answers = [410];
    await work();
    expect(await listWebhooks(admin, {})).toMatchObject([{ pauseReason: "The receiver answered 410: it wants nothing more." }]);
    expect((await deliveries()).map(({ status, nextTryAt }) => [status, nextTryAt])).toEqual([
      ["waiting", null],
      ["failed", null],
    ]);
    expect(await db().auditEvent.count({ where: { workspaceId: studio.workspaceId, verb: "webhook.pause", actorKind: "system" } })).toBe(1);
    await expect(testWebhook(admin, { endpointId: made.id })).rejects.toMatchObject({ code: "CONFLICT" });
    await resumeWebhook(admin, { endpointId: made.id });
    await work();
    expect((await deliveries()).map(({ status }) => status)).toEqual(["delivered", "failed"]);
  });

  test("because its address is the machine's own is not sent there", async () => {
    await endpoint();
    await endpoint({ url: "https://looks-public.example/hook" });
    await ended();
    await work({ isPrivateAllowed: false, lookup: (_host, _options, done) => done(null, [{ address: "10.0.0.7", family: 4 }]) });
    const told = (await deliveries()).map(({ answer, answerCode }) => [answerCode, answer.split(".")[0]]);
    expect(told).toEqual(Array.from({ length: 2 }, () => [null, "This address does not lead to a public host"]));
    expect(heard).toEqual([]);
  });
});

describe("the secret", () => {
  test("is shown once and lies sealed; after a rotation the one before signs beside it for a day", async () => {
    const { admin, lead } = studio.people;
    const { secret: first, endpoint: made } = await endpoint();
    expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify([await listWebhooks(admin, {}), await db().webhookEndpoint.findMany()])).not.toContain(first.slice(6));
    await expect(rotateSecret(lead, { endpointId: made.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { secret: second } = await rotateSecret(admin, { endpointId: made.id });
    const readBy = async () => {
      heard = [];
      await testWebhook(admin, { endpointId: made.id });
      await work();
      const [message] = heard;
      return [first, second].map((secret) => {
        try {
          return new Webhook(secret).verify(message?.body ?? "", message?.headers ?? {}) !== null;
        } catch {
          return false;
        }
      });
    };
    expect(await readBy()).toEqual([true, true]);
    await db().webhookEndpoint.update({ where: { id: made.id }, data: { oldSecretUntil: new Date() } });
    expect(await readBy()).toEqual([false, true]);
  });
});

/** Only a worker that does nothing should meet this: what is waited for is a fact, and a busy machine takes its time. */
const WORKER_MS = 90_000;

test(
  "a worker that is killed while it sends loses nothing: the next one sends the message again, and one without a job is found",
  async () => {
    // What the tests before left is nobody's here: neither jobs, nor messages without one. Of those the workers' own sweep sends whatever
    // is due for two minutes, which a slow machine takes to come here, and the receiver would hear messages of other tests.
    await db().webhookDelivery.updateMany({ where: { status: "waiting" }, data: { status: "failed", nextTryAt: null } });
    await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'webhook.deliver'`;
    await endpoint();
    const environment = { ...database.environment, SELECTS_WEBHOOKS_TO: "anywhere" };
    answers = [null];
    const first = await startWorkerProcess(environment);
    await ended();
    await vi.waitFor(() => expect(heard).not.toHaveLength(0), { timeout: WORKER_MS });
    await first.kill();
    const second = await startWorkerProcess(environment);
    const arrived = () =>
      vi.waitFor(async () => expect((await deliveries())[0]?.status).toBe("delivered"), { timeout: WORKER_MS, interval: 50 });
    await arrived();
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(heard.length).toBeGreaterThan(1);
    const { id } = (await deliveries())[0] ?? { id: "" };
    // It has arrived before its job is put away, and as long as a job is in hand a message is not forgotten.
    await vi.waitFor(async () => expect(await jobsInHand(id)).toBe(0), { timeout: WORKER_MS, interval: 50 });
    await db().webhookDelivery.update({ where: { id }, data: { status: "waiting", nextTryAt: new Date(Date.now() - 600_000) } });
    await sweepDeliveries(new Date());
    await arrived();
    await second.stop();
  },
  3 * WORKER_MS,
);
