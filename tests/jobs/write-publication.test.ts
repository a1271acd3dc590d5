import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { writePublication } from "@/lib/jobs/handlers/write-publication";
import { getPublication } from "@/lib/services/publication/get-publication";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import type { BlobStore } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";
import { aPublication } from "../services/publication/publications";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { png } from "../support/pictures";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

/** A publication of a real picture, with the job that would write its file. */
async function aJob(bytes?: Buffer) {
  const file = bytes ?? (await png());
  const asset = await addAsset(studio.people.operator, { bytes: file });
  const variant = await aVariant(studio, { asset });
  const { id: publicationId } = await aPublication(studio, { variantId: variant.id });
  return { file, job: { workspaceId: studio.workspaceId, publicationId } };
}

const publishedAssets = () => db().asset.count({ where: { workspaceId: studio.workspaceId, origin: "publication" } });

describe("writing a publication", () => {
  test("the approved pixels with our marks become the published asset", async () => {
    const { file, job } = await aJob();
    await writePublication(job, blobStore());
    const handedOut = await publicationPackage(studio.people.lead, { publicationId: job.publicationId });
    expect(handedOut).toMatchObject({ fileName: "Hero picture.png", file: { mimeType: "image/png" } });
    const bytes = await blobStore().read(handedOut.file.sha256);
    expect(bytes.byteLength).toBe(handedOut.file.byteSize);
    expect((await sharp(bytes).raw().toBuffer()).equals(await sharp(file).raw().toBuffer())).toBe(true);
    const xmp = (await sharp(bytes).metadata()).xmp?.toString("utf8");
    expect(xmp).toContain("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
    expect(xmp).toContain(`selects:Publication="${job.publicationId}"`);
    const asset = await db().asset.findUniqueOrThrow({ where: { id: handedOut.assetId }, include: { renditions: true } });
    expect(asset).toMatchObject({ origin: "publication", provenance: { digitalSourceType: "algorithmicMedia" } });
    expect(asset.renditions).toHaveLength(2);
    expect(await getPublication(studio.people.lead, { publicationId: job.publicationId })).toMatchObject({
      state: "ready",
      publishedHash: handedOut.file.sha256,
    });
  });

  test("run twice, and by eight workers at once: one published asset", async () => {
    const { job } = await aJob();
    await Promise.all(Array.from({ length: 8 }, () => writePublication(job, blobStore())));
    await writePublication(job, blobStore());
    expect(await publishedAssets()).toBe(1);
  });

  test("killed after any step and run again: one published asset, the same bytes", async () => {
    const steps = ["read", "put"] as const;
    for (const step of steps) {
      const { job } = await aJob(await png(200, 100, step === "read" ? "#334455" : "#554433"));
      const before = await publishedAssets();
      await expect(writePublication(job, dying(step))).rejects.toThrow("killed");
      expect(await getPublication(studio.people.lead, { publicationId: job.publicationId })).toMatchObject({ state: "writing" });
      await writePublication(job, blobStore());
      expect(await publishedAssets()).toBe(before + 1);
    }
  });

  test("withdrawn before its file was written: nothing is written", async () => {
    const { job } = await aJob();
    await withdrawPublication(studio.people.lead, { publicationId: job.publicationId, reason: "Too early." });
    await writePublication(job, blobStore());
    expect(await publishedAssets()).toBe(0);
  });

  test("a job of another workspace finds nothing", async () => {
    const { job } = await aJob();
    const other = await aStudio();
    await expect(writePublication({ ...job, workspaceId: other.workspaceId }, blobStore())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

/** A store whose process dies right after this step was done. */
function dying(step: "read" | "put"): BlobStore {
  const store = blobStore();
  const die = async (work: Promise<unknown>): Promise<never> => {
    await work;
    throw new Error("killed");
  };
  return {
    put: (source) => (step === "put" ? die(store.put(source)) : store.put(source)),
    read: (sha256) => (step === "read" ? die(store.read(sha256)) : store.read(sha256)),
    has: (sha256) => store.has(sha256),
    size: (sha256) => store.size(sha256),
    open: (sha256, span) => store.open(sha256, span),
    delete: (sha256) => store.delete(sha256),
    sweep: (before) => store.sweep(before),
  };
}
