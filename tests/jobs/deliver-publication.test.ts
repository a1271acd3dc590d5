import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { deliveryOutcome, objectAddress, objectKeyOf } from "@/lib/domain/delivery/target";
import { type DeliverPublicationTools, deliverPublication } from "@/lib/jobs/handlers/deliver-publication";
import { writePublication } from "@/lib/jobs/handlers/write-publication";
import { signedHeaders } from "@/lib/jobs/put-object";
import { deliver, listDeliveries } from "@/lib/services/delivery/deliver";
import { addTarget, listTargets, removeTarget } from "@/lib/services/delivery/targets";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
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
    expect(await late.attempt()).toMatchObject({ status: "waiting", tries: 0 });
    expect(store.asked()).toBe(before);
    await expect(deliver(lead, { publicationId, targetId: other })).rejects.toMatchObject({ code: "CONFLICT" });
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
