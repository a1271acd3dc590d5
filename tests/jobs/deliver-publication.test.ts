import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getFile } from "@/app/publications/[id]/file/route";
import { GET as getRecord } from "@/app/publications/[id]/record/route";
import { db } from "@/lib/db/client";
import { deliveryOutcome, objectAddress, objectKeyOf } from "@/lib/domain/delivery/target";
import { WEBHOOK_DATA } from "@/lib/domain/webhook/fact";
import { MAX_WEBHOOK_TRIES } from "@/lib/domain/webhook/schedule";
import { type DeliverPublicationTools, deliverPublication } from "@/lib/jobs/handlers/deliver-publication";
import { writePublication } from "@/lib/jobs/handlers/write-publication";
import { signedHeaders } from "@/lib/jobs/put-object";
import { deliver, listDeliveries } from "@/lib/services/delivery/deliver";
import { requeueUndelivered } from "@/lib/services/delivery/requeue-undelivered";
import { retryDelivery } from "@/lib/services/delivery/retry-delivery";
import { addTarget, listTargets, removeTarget } from "@/lib/services/delivery/targets";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { followLink } from "@/lib/services/publication/signed-link";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import { createWebhook } from "@/lib/services/webhook/create-webhook";
import { blobStore } from "@/lib/storage/current";
import { aPublication } from "../services/publication/publications";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { png } from "../support/pictures";
import { ACCESS, type S3Server, startS3 } from "../support/s3-server";

let studio: ReviewStudio;
let store: S3Server;
let publicationId: string;
const tools = () => ({ blobs: blobStore(), isPrivateAllowed: true });
const noSignal = new AbortController().signal;

beforeAll(async () => {
  await freshDatabase();
  [studio, store] = await Promise.all([aStudio(), startS3()]);
  publicationId = await published();
});
afterAll(() => store.close());

async function published(): Promise<string> {
  const asset = await addAsset(studio.people.operator, { bytes: await png(120, 80) });
  const { id } = await aPublication(studio, { variantId: (await aVariant(studio, { asset })).id });
  await writePublication({ workspaceId: studio.workspaceId, publicationId: id }, blobStore());
  return id;
}

const target = (change: object = {}) =>
  addTarget(studio.people.admin, { name: "Shop", endpoint: store.endpoint, prefix: "/spring/", ...ACCESS, ...change });

/** Starts a delivery; `attempt` makes one try of it, as the worker does. */
async function aDelivery(targetId: string) {
  const { id: deliveryId } = await deliver(studio.people.lead, { publicationId, targetId });
  return {
    deliveryId,
    attempt: async (signal = noSignal, given: DeliverPublicationTools = tools()) => {
      await deliverPublication({ workspaceId: studio.workspaceId, deliveryId }, signal, given);
      return (await listDeliveries(studio.people.lead, { publicationId })).items.find(({ id }) => id === deliveryId);
    },
  };
}

describe("delivering a publication to a bucket", () => {
  test("the file and its record arrive as they are, signed for, once; the log says where", async () => {
    const { id } = await target();
    const { deliveryId, attempt } = await aDelivery(id);
    expect((await deliver(studio.people.lead, { publicationId, targetId: id })).id).toBe(deliveryId);
    const done = await attempt();
    expect(done).toMatchObject({ status: "delivered", tries: 1, answer: "200", objectKey: `spring/${publicationId}/Hero-picture.png` });
    const { file, record } = await publicationPackage(studio.people.lead, { publicationId });
    const stored = store.objects.get(done?.objectKey ?? "");
    expect([stored?.type, stored?.bytes.equals(Buffer.from(await blobStore().read(file.sha256)))]).toEqual(["image/png", true]);
    expect(JSON.parse(store.objects.get(`${done?.objectKey}.record.json`)?.bytes.toString() ?? "")).toEqual(record);
    const before = store.asked();
    expect(await attempt()).toEqual(done);
    expect(store.asked()).toBe(before);
  });

  test("what may pass is tried again later, what is refused for good is said at once", async () => {
    const { id } = await target();
    const slow = await aDelivery(id);
    store.fail(503);
    const waiting = await slow.attempt();
    expect(waiting).toMatchObject({ status: "waiting", tries: 1, answer: "503 SlowDown: Asked to fail." });
    expect(Date.parse(waiting?.nextTryAt ?? "")).toBeGreaterThan(Date.now());
    expect(await slow.attempt()).toMatchObject({ status: "delivered", tries: 2 });
    const wrong = await aDelivery((await target({ secretKey: "not the key" })).id);
    expect(await wrong.attempt()).toMatchObject({ status: "failed", answer: expect.stringContaining("SignatureDoesNotMatch") });
    const nobody = await aDelivery((await target({ endpoint: "http://127.0.0.1:9" })).id);
    expect(await nobody.attempt()).toMatchObject({ status: "waiting", answer: expect.stringContaining("ECONNREFUSED") });
    expect(await nobody.attempt(noSignal, { ...tools(), isPrivateAllowed: false })).toMatchObject({
      answer: expect.stringContaining("public host"),
    });
  });

  test("a worker that stops leaves the delivery to the next one; so does one killed after any piece", async () => {
    const { attempt } = await aDelivery((await target()).id);
    const stopping = new AbortController();
    stopping.abort(new Error("stopping"));
    await expect(attempt(stopping.signal)).rejects.toThrow("stopping");
    const dying = { ...tools(), blobs: { ...blobStore(), open: () => Promise.reject(new Error("killed")) } };
    expect(await attempt(noSignal, dying)).toMatchObject({ status: "waiting" });
    expect(await attempt()).toMatchObject({ status: "delivered", tries: 3 });
  });

  test("one whose worker was killed gets a new job from the sweep, and is given up when that happens at every try; a person tries again", async () => {
    const { operator, lead } = studio.people;
    const { deliveryId, attempt } = await aDelivery((await target()).id);
    const jobs = async () => {
      const [row] = await db().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'publication.deliver' AND state < 'completed' AND data->>'deliveryId' = ${deliveryId}`;
      return row?.count;
    };
    const loseJobs = () =>
      db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'publication.deliver' AND data->>'deliveryId' = ${deliveryId}`;
    const later = new Date(Date.now() + 5 * 60_000);
    await requeueUndelivered(later);
    expect(await jobs()).toBe(1);
    await loseJobs();
    await requeueUndelivered(new Date());
    expect(await jobs()).toBe(0);
    await requeueUndelivered(later);
    await requeueUndelivered(later);
    expect(await jobs()).toBe(1);
    await loseJobs();
    await db().publicationDelivery.update({ where: { id: deliveryId }, data: { tries: MAX_WEBHOOK_TRIES } });
    await requeueUndelivered(later);
    expect(await jobs()).toBe(0);
    await expect(retryDelivery(operator, { deliveryId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(retryDelivery((await aStudio()).people.lead, { deliveryId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await retryDelivery(lead, { deliveryId })).toMatchObject({ status: "waiting", tries: 0 });
    await retryDelivery(lead, { deliveryId });
    expect(await jobs()).toBe(1);
    expect(await attempt()).toMatchObject({ status: "delivered", tries: 1 });
    await expect(retryDelivery(lead, { deliveryId })).rejects.toThrow(/delivered already/);
  });

  test("keys are sealed and come out of no door; withdrawn publications and removed targets get nothing", async () => {
    const { operator, lead, admin } = studio.people;
    const { id } = await target();
    const rows = await db().deliveryTarget.findMany();
    expect(JSON.stringify([rows, await listTargets(lead, {}), await db().auditEvent.findMany()])).not.toContain(ACCESS.secretKey);
    await expect(addTarget(lead, { name: "Mine", endpoint: store.endpoint, ...ACCESS })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deliver(operator, { publicationId, targetId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = await aStudio();
    await expect(deliver(stranger.people.lead, { publicationId, targetId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { attempt } = await aDelivery(id);
    await removeTarget(admin, { targetId: id });
    const before = store.asked();
    expect(await attempt()).toMatchObject({ status: "failed", answer: "The delivery target was removed." });
    await expect(deliver(lead, { publicationId, targetId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: other } = await target();
    const late = await aDelivery(other);
    await withdrawPublication(lead, { publicationId, reason: "A typo." });
    expect(await late.attempt()).toMatchObject({ status: "failed", tries: 0, answer: "The publication was withdrawn." });
    await expect(retryDelivery(lead, { deliveryId: late.deliveryId })).rejects.toThrow(/withdrawn/);
    expect(store.asked()).toBe(before);
    await expect(deliver(lead, { publicationId, targetId: other })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("endpoints are told with links that open for a week without a key, for that publication alone, and not once it is withdrawn", async () => {
    const { lead, admin } = studio.people;
    await createWebhook(admin, { url: "http://127.0.0.1:1/hook", kinds: ["publication.released"] });
    const id = await published();
    const told = await db().webhookDelivery.findFirstOrThrow({ where: { workspaceId: studio.workspaceId, kind: "publication.released" } });
    const { links, url } = WEBHOOK_DATA["publication.released"].parse(JSON.parse(told.body).data);
    expect(links).toMatchObject({ file: expect.stringMatching(new RegExp(`^${url}\\?until=`)), manifest: null });
    const query = new URL(links.file, "http://studio.test").searchParams;
    const link = { until: query.get("until") ?? "", signature: query.get("signature") ?? "" };
    expect(Date.parse(links.until)).toBeCloseTo(Date.now() + 7 * 86_400_000, -5);
    const open = (path: string, get: typeof getFile) => get(new Request(`http://studio.test${path}`), { params: Promise.resolve({ id }) });
    const file = await open(links.file, getFile);
    const { file: facts } = await publicationPackage(lead, { publicationId: id });
    expect([
      file.status,
      createHash("sha256")
        .update(Buffer.from(await file.arrayBuffer()))
        .digest("hex"),
    ]).toEqual([200, facts.sha256]);
    expect((await open(links.record, getRecord)).status).toBe(200);
    expect((await open(url, getFile)).status).toBe(401);
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await followLink(id, link, later(6.9))).toEqual({ kind: "system", workspaceId: studio.workspaceId });
    await expect(followLink(id, link, later(7.1))).rejects.toThrow(/run out/);
    const longer = { ...link, until: later(30).toISOString() };
    for (const [publication, shown] of [
      [id, longer],
      [id, { ...link, signature: link.signature.slice(0, -2) }],
      [id, { ...link, signature: "" }],
      [await published(), link],
      ["019a0000-0000-7000-8000-000000000001", link],
      ["no id", link],
    ] as const)
      await expect(followLink(publication, shown, new Date())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await withdrawPublication(lead, { publicationId: id, reason: "A typo." });
    expect((await open(links.file, getFile)).status).toBe(409);
  });

  test("names, addresses and outcomes are what stores expect", async () => {
    expect(objectKeyOf("a//", "id", "Größe “eins” (2).jpg")).toBe("a/id/Gr-e-eins-2-.jpg");
    expect(objectKeyOf("", "id", "..")).toBe("id/file");
    const place = { endpoint: "https://s3.example.com/base/", bucket: "b" };
    expect(objectAddress({ ...place, pathStyle: true }, "a/b c").href).toBe("https://s3.example.com/base/b/a/b%20c");
    expect(objectAddress({ ...place, pathStyle: false }, "a").href).toBe("https://b.s3.example.com/base/a");
    expect([200, 204, 301, 403, 404, 408, 429, 500, null].map(deliveryOutcome)).toEqual([
      "delivered",
      "delivered",
      "again",
      "refused",
      "refused",
      "again",
      "again",
      "again",
      "again",
    ]);
    const asked = { url: new URL("https://examplebucket.s3.amazonaws.com/a"), accessKeyId: "AKIDEXAMPLE", region: "us-east-1" };
    const headers = signedHeaders({
      ...asked,
      secretKey: "s",
      sha256: "0".repeat(64),
      now: new Date("2026-11-22T04:00:00Z"),
      mimeType: "",
      byteSize: 0,
      timeoutMs: 1,
      isPrivateAllowed: true,
    });
    expect(headers["x-amz-date"]).toBe("20261122T040000Z");
  });
});
