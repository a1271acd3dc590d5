import { existsSync, readdirSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { MAX_CHECK_TRIES, type UploadResult } from "@/lib/domain/asset/upload";
import { env } from "@/lib/env";
import { checkUpload } from "@/lib/jobs/handlers/check-upload";
import { getUpload } from "@/lib/services/asset/get-upload";
import { handInVideo } from "@/lib/services/asset/hand-in-video";
import { requeueUnchecked } from "@/lib/services/asset/requeue-unchecked";
import { sweepUploadTickets } from "@/lib/services/asset/upload-ticket";
import { blobStore } from "@/lib/storage/current";
import { freshDatabase, type TestDatabase } from "../support/database";
import { aStudio, type ReviewStudio } from "../support/factory";
import { audioOnly, clip } from "../support/videos";
import { startWorkerProcess } from "./worker-process";

const PATIENCE = { timeout: 60_000, interval: 30 };

let database: TestDatabase;
let studio: ReviewStudio;
let short: Uint8Array;

beforeAll(async () => {
  database = await freshDatabase();
  short = await clip({ frames: 12 });
});
beforeEach(async () => {
  studio = await aStudio();
});

/** A video that has arrived, with the job that looks at it. */
async function handedIn(bytes: Uint8Array) {
  const { operator } = studio.people;
  const video = await blobStore().put(bytes);
  const { uploadId } = await handInVideo(operator, { uploadId: null, fileName: "walk.mp4", video });
  return {
    uploadId,
    sha256: video.sha256,
    check: () => checkUpload({ workspaceId: studio.workspaceId, uploadId }, new AbortController().signal, blobStore()),
    result: (): Promise<UploadResult> => getUpload(operator, { uploadId }),
  };
}

const assets = () => db().asset.findMany({ where: { workspaceId: studio.workspaceId }, include: { renditions: true } });
const jobsOf = (uploadId: string) =>
  db().$queryRaw<
    unknown[]
  >`SELECT id FROM pgboss.job WHERE name = 'upload.check' AND state < 'completed' AND data->>'uploadId' = ${uploadId}`;

describe("a video that was sent", () => {
  test("is checked, and then an asset with its poster, filmstrip, trace and event; checked again, it stays one", async () => {
    const sent = await handedIn(short);
    expect([await sent.result(), await jobsOf(sent.uploadId)]).toEqual([
      { kind: "checking", uploadId: sent.uploadId },
      [expect.anything()],
    ]);
    await Promise.all([sent.check(), sent.check()]);
    const [asset, ...others] = await assets();
    expect(await sent.result()).toMatchObject({ kind: "stored", asset: { id: asset?.id, kind: "video", fileName: "walk.mp4" } });
    expect([asset?.sha256, asset?.width, asset?.createdById, others]).toEqual([sent.sha256, 128, studio.people.operator.memberId, []]);
    expect(asset?.renditions.map(({ name }) => name).sort()).toEqual(["filmstrip", "screen", "thumb"]);
    expect(await db().auditEvent.count({ where: { subjectId: asset?.id ?? "", verb: "asset.upload" } })).toBe(1);
    await sent.check();
    expect(await assets()).toHaveLength(1);
  });

  test("and is none is refused with a sentence, and nothing of it stays", async () => {
    const sent = await handedIn(await audioOnly());
    await sent.check();
    expect(await sent.result()).toEqual({ kind: "refused", sentence: "The file has no moving picture in it." });
    expect([await assets(), await blobStore().has(sent.sha256)]).toEqual([[], false]);
  });

  test("that was refused and is used elsewhere too stays there", async () => {
    const [first, second] = [await handedIn(short), await handedIn(short)];
    await first.check();
    await db().member.update({ where: { id: studio.people.operator.memberId }, data: { removedAt: new Date() } });
    await second.check();
    expect(await second.result()).toMatchObject({ kind: "refused", sentence: expect.stringContaining("not a member any more") });
    expect(await blobStore().has(second.sha256)).toBe(true);
  });

  test("that kills whatever reads it is refused after a few tries", async () => {
    const sent = await handedIn(short);
    await db().uploadTicket.update({ where: { key: sent.uploadId }, data: { checkTries: MAX_CHECK_TRIES } });
    await sent.check();
    expect(await sent.result()).toMatchObject({ kind: "refused", sentence: expect.stringContaining("cannot be read") });
  });

  test("is not forgotten: neither swept when it is old, nor left when its job is gone", async () => {
    const sent = await handedIn(short);
    await db().$executeRaw`DELETE FROM pgboss.job WHERE data->>'uploadId' = ${sent.uploadId}`;
    await db().uploadTicket.update({ where: { key: sent.uploadId }, data: { createdAt: new Date(Date.now() - 48 * 3_600_000) } });
    await sweepUploadTickets();
    await requeueUnchecked();
    await requeueUnchecked();
    expect(await jobsOf(sent.uploadId)).toHaveLength(1);
    await sent.check();
    expect((await sent.result()).kind).toBe("stored");
  });
});

test("a worker killed in the middle loses nothing: the next one looks again", { timeout: 120_000 }, async () => {
  const first = await startWorkerProcess(database.environment);
  const sent = await handedIn(short);
  const tries = async () => (await db().uploadTicket.findUniqueOrThrow({ where: { key: sent.uploadId } })).checkTries;
  await vi.waitFor(async () => expect(await tries()).toBe(1), PATIENCE);
  await first.kill();
  expect(await sent.result()).toMatchObject({ kind: "checking" });
  const second = await startWorkerProcess(database.environment);
  await vi.waitFor(async () => expect((await sent.result()).kind).toBe("stored"), PATIENCE);
  await second.stop();
  expect([(await assets()).length, await tries()]).toEqual([1, 2]);
  const uploads = `${env().dataDir}/uploads`;
  expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
});
