import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { MAX_IMAGE_BYTES } from "@/lib/domain/asset/limits";
import { AppError } from "@/lib/domain/errors";
import { manifestFinding } from "@/lib/domain/publication/examination";
import { MAX_WRITE_TRIES, writePublication } from "@/lib/jobs/handlers/write-publication";
import { readManifestStore } from "@/lib/media/credentials/c2pa";
import { signingIdentity } from "@/lib/media/credentials/signing-identity";
import { invisibleIdIn } from "@/lib/media/invisible-id/still";
import { writeAltText } from "@/lib/services/asset/write-alt-text";
import { beginWriting } from "@/lib/services/publication/begin-writing";
import { getPublication } from "@/lib/services/publication/get-publication";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { publish } from "@/lib/services/publication/publish";
import { requeueUnwritten } from "@/lib/services/publication/requeue-unwritten";
import { retryPublication } from "@/lib/services/publication/retry-publication";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import type { BlobStore } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";
import { anApproved, aPublication, LABEL } from "../services/publication/publications";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { readWithExiftool } from "../support/exiftool";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { manifestsIn, readIndependently, storeIn } from "../support/manifests";
import { picture, png, withPngChunk } from "../support/pictures";
import { clip } from "../support/videos";

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

/** The states of a publication's jobs, in alphabetical order. */
async function jobsOf(publicationId: string): Promise<string[]> {
  const jobs = await db().$queryRaw<{ state: string }[]>`
    SELECT state::text FROM pgboss.job WHERE name = 'publication.write' AND data->>'publicationId' = ${publicationId} ORDER BY 1`;
  return jobs.map(({ state }) => state);
}

/** The same picture in a file of exactly so many bytes: a chunk nobody reads fills it. */
const padded = (file: Buffer, byteSize: number) => withPngChunk(file, "saFe", Buffer.alloc(byteSize - file.length - 12));

const fail = (what: string): never => {
  throw new Error(`Nothing was published for ${what}.`);
};

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
      credentials: { place: "embedded", keepsEarlier: false, signer: { kind: "local" } },
    });
    expect(await readIndependently(bytes)).toEqual({ isValid: true, failures: [] });
    await expect(db().publication.update({ where: { id: job.publicationId }, data: { credentials: {} } })).rejects.toThrow(/evidence/);
  });

  test("JPEG, PNG, WebP and MP4 say the same of themselves to ExifTool and to the independent reader, and one changed byte is found out", async () => {
    const rose = await picture(200, 120, "#9f1239").removeAlpha().png().toBuffer();
    const made = {
      "image/jpeg": await sharp(rose).jpeg().toBuffer(),
      "image/png": rose,
      "image/webp": await sharp(rose).webp().toBuffer(),
      "video/mp4": Buffer.from(await clip({ frames: 6 })),
    };
    const released = await Promise.all(
      Object.values(made).map(async (bytes) => {
        const asset = await addAsset(studio.people.operator, { bytes });
        const altText = "A rose & a “lamp” <in the sun>, für alle.";
        await writeAltText(studio.people.operator, { assetId: asset.id, version: asset.version, altText });
        const { id: publicationId, record } = await aPublication(studio, { variantId: (await aVariant(studio, { asset })).id });
        expect(record.altText).toBe(altText);
        await writePublication({ workspaceId: studio.workspaceId, publicationId }, blobStore());
        const { file } = await publicationPackage(studio.people.lead, { publicationId });
        return { publicationId, altText, sourceHash: record.source.sha256, bytes: await blobStore().read(file.sha256) };
      }),
    );
    const told = await readWithExiftool(released.map(({ bytes }) => bytes));
    const { name: credit } = await db().workspace.findUniqueOrThrow({ where: { id: studio.workspaceId } });
    for (const [index, [mimeType, approved]] of Object.entries(made).entries()) {
      const { publicationId, altText, sourceHash, bytes } = released[index] ?? fail(mimeType);
      expect(told[index]).toEqual({
        SourceFile: expect.any(String),
        "File:MIMEType": mimeType,
        "XMP-x:XMPToolkit": "Selects",
        "XMP-iptcExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        "XMP-iptcCore:AltTextAccessibility": altText,
        "XMP-photoshop:Credit": credit,
        "XMP-xmp:CreatorTool": "Selects 0.1.0",
        "XMP-selects:Publication": publicationId,
        "XMP-selects:Disclosure": "ai-generated-label",
        "XMP-selects:SourceHash": `sha256:${sourceHash}`,
      });
      expect(await readIndependently(bytes)).toEqual({ isValid: true, failures: [] });
      // The middle of what was approved: its own picture data, wherever our marks have moved it.
      const inside = approved.subarray(Math.floor(approved.length * 0.55), Math.floor(approved.length * 0.6));
      const at = Buffer.from(bytes).indexOf(inside);
      expect(at).toBeGreaterThan(0);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await readIndependently(changed)).toMatchObject({ isValid: false });
      const { anchor } = await signingIdentity();
      expect(manifestFinding(await readManifestStore(changed, mimeType, anchor))).toMatchObject({ finding: "tampered", publicationId });
    }
  });

  test("a file with its provider's manifest keeps it inside ours byte for byte, and a WebM gets its manifest beside it", async () => {
    const { job: first } = await aJob(await png(90, 60));
    await writePublication(first, blobStore());
    const provider = await blobStore().read(
      (await publicationPackage(studio.people.lead, { publicationId: first.publicationId })).file.sha256,
    );
    const covered = await addAsset(studio.people.operator, { bytes: provider });
    const labelling = aPublication(studio, { variantId: (await aVariant(studio, { asset: covered })).id }, { visibleLabel: "top-left" });
    await expect(labelling).rejects.toThrow(/manifest of its provider/);
    const { job: second } = await aJob(Buffer.from(provider));
    await writePublication(second, blobStore());
    const { file } = await publicationPackage(studio.people.lead, { publicationId: second.publicationId });
    const ours = await blobStore().read(file.sha256);
    const inside = manifestsIn(storeIn(ours));
    expect(inside).toHaveLength(2);
    expect(inside.some((manifest) => manifest.equals(manifestsIn(storeIn(provider))[0] ?? Buffer.alloc(0)))).toBe(true);
    expect(await readIndependently(ours)).toEqual({ isValid: true, failures: [] });
    expect(await getPublication(studio.people.lead, { publicationId: second.publicationId })).toMatchObject({
      credentials: { keepsEarlier: true, ingredients: 1 },
    });

    const { job: film } = await aJob(Buffer.from(await clip({ format: "webm", frames: 4 })));
    await writePublication(film, blobStore());
    const { manifestHash } = await publicationPackage(studio.people.lead, { publicationId: film.publicationId });
    expect((await blobStore().read(manifestHash ?? "")).byteLength).toBeGreaterThan(1_000);
  });

  test("an invisible id that was asked for is in the pixels, and the manifest and the record say so", async () => {
    const asset = await addAsset(studio.people.operator, { bytes: await png(400, 400, "#445566") });
    const { id: publicationId, record } = await aPublication(
      studio,
      { variantId: (await aVariant(studio, { asset })).id },
      { invisibleId: true },
    );
    await writePublication({ workspaceId: studio.workspaceId, publicationId }, blobStore());
    const { file } = await publicationPackage(studio.people.lead, { publicationId });
    const bytes = await blobStore().read(file.sha256);
    expect(await invisibleIdIn(bytes, [])).toBe(record.invisibleId);
    expect(Buffer.from(bytes).includes("c2pa.watermarked.unbound")).toBe(true);
    const { credentials } = await getPublication(studio.people.lead, { publicationId });
    expect(credentials?.invisibleId?.psnrDb).toBeGreaterThan(40);
    const upload = await anApproved(studio, { assetId: (await addAsset(studio.people.operator)).id });
    const asking = publish(studio.people.lead, { ...upload, disclosure: LABEL, invisibleId: true });
    await expect(asking).rejects.toMatchObject({ code: "REFUSED" });
  });

  test("a visible label that was asked for stands in its corner, can be read on any ground, and is named in the manifest", async () => {
    // White and black ground: the plate makes both readable.
    const blank = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } });
    // The second says that it is turned: the label stands where people see that corner.
    const grounds = [blank(420, 300, "#ffffff").png(), blank(300, 420, "#000000").withMetadata({ orientation: 6 }).jpeg()];
    for (const ground of grounds) {
      const plain = await ground.toBuffer();
      const asset = await addAsset(studio.people.operator, { bytes: plain });
      const { id: publicationId } = await aPublication(
        studio,
        { variantId: (await aVariant(studio, { asset })).id },
        { visibleLabel: "bottom-right" },
      );
      await writePublication({ workspaceId: studio.workspaceId, publicationId }, blobStore());
      const { file } = await publicationPackage(studio.people.lead, { publicationId });
      const bytes = await blobStore().read(file.sha256);
      const corner = async (left: number, top: number) =>
        (await sharp(bytes).extract({ left, top, width: 210, height: 150 }).removeAlpha().greyscale().raw().toBuffer()).toSorted();
      const unlabelled = (await sharp(plain).extract({ left: 0, top: 0, width: 210, height: 150 }).greyscale().raw().toBuffer()).toSorted();
      for (const [left, top] of [
        [0, 0],
        [210, 0],
        [0, 150],
      ] as const)
        expect(Buffer.from(await corner(left, top)).equals(unlabelled)).toBe(true);
      const labelled = await corner(210, 150);
      // Letters lighter and a plate darker than anything between: WCAG asks for 4.5, that is 255 on 118 and darker.
      expect(labelled.filter((value) => value > 240).length).toBeGreaterThan(80);
      expect(labelled.filter((value) => value < 90).length).toBeGreaterThan(1_000);
      expect(Buffer.from(bytes).includes("AI-generated")).toBe(true);
      expect(await readIndependently(bytes)).toEqual({ isValid: true, failures: [] });
      expect((await getPublication(studio.people.lead, { publicationId })).credentials?.visibleLabel).toEqual({ reason: null });
    }
    const bare = await anApproved(studio, { assetId: (await addAsset(studio.people.operator)).id });
    const nothing = { kind: "none", reason: "A photograph." } as const;
    await expect(publish(studio.people.lead, { ...bare, disclosure: nothing, visibleLabel: "top-left" })).rejects.toMatchObject({
      code: "REFUSED",
    });
  });

  test("run twice, and by eight workers at once: one published asset", async () => {
    const { job } = await aJob();
    await Promise.all(Array.from({ length: 8 }, () => writePublication(job, blobStore())));
    await writePublication(job, blobStore());
    expect(await publishedAssets()).toBe(1);
  });

  test("killed after any step and run again: one published asset that holds", async () => {
    const steps = ["read", "put"] as const;
    for (const step of steps) {
      const { job } = await aJob(await png(200, 100, step === "read" ? "#334455" : "#554433"));
      const before = await publishedAssets();
      await expect(writePublication(job, dying(step))).rejects.toThrow("killed");
      expect(await getPublication(studio.people.lead, { publicationId: job.publicationId })).toMatchObject({ state: "writing" });
      await writePublication(job, blobStore());
      expect(await publishedAssets()).toBe(before + 1);
      const { file } = await publicationPackage(studio.people.lead, { publicationId: job.publicationId });
      expect(await readIndependently(await blobStore().read(file.sha256))).toMatchObject({ isValid: true });
    }
  });

  test("a picture that was taken at the size limit is published, although our marks make it larger", async () => {
    const { job } = await aJob(padded(await png(), MAX_IMAGE_BYTES));
    await writePublication(job, blobStore());
    const { file } = await publicationPackage(studio.people.lead, { publicationId: job.publicationId });
    expect(file.byteSize).toBeGreaterThan(MAX_IMAGE_BYTES);
  });

  test("a file that is gone fails at once, with a sentence; a lead has it tried again, and it is written once it is back", async () => {
    const { lead, admin, operator } = studio.people;
    const { file, job } = await aJob(await png(300, 200, "#667788"));
    const { publicationId } = job;
    await blobStore().discard(createHash("sha256").update(file).digest("hex"), new Date("2999-01-01"));
    await writePublication(job, blobStore());
    const failed = { state: "failed", failure: "The approved file is gone from storage." };
    expect(await getPublication(lead, { publicationId })).toMatchObject(failed);
    await expect(publicationPackage(lead, { publicationId })).rejects.toThrow(/could not be written/);
    await writePublication(job, blobStore());
    expect(await getPublication(lead, { publicationId })).toMatchObject(failed);

    await blobStore().put(file);
    await expect(retryPublication(operator, { publicationId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await retryPublication(lead, { publicationId })).toMatchObject({ state: "writing", failure: null });
    expect(await retryPublication(lead, { publicationId })).toMatchObject({ state: "writing", failure: null });
    await expect(retryPublication(admin, { publicationId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await jobsOf(publicationId)).toEqual(["created", "created"]);
    await writePublication(job, blobStore());
    expect(await getPublication(lead, { publicationId })).toMatchObject({ state: "ready" });
    expect(await retryPublication(lead, { publicationId })).toMatchObject({ state: "ready" });
    expect(await jobsOf(publicationId)).toEqual(["created", "created"]);
  });

  test("tried too often it fails and says why, instead of being written for ever", async () => {
    const { job } = await aJob();
    const full = dying("put", new AppError("NO_SPACE", "The disk is full."));
    for (let turn = 1; turn < MAX_WRITE_TRIES; turn += 1) await expect(writePublication(job, full)).rejects.toThrow("The disk is full.");
    await writePublication(job, full);
    expect(await getPublication(studio.people.lead, { publicationId: job.publicationId })).toMatchObject({
      state: "failed",
      failure: "The disk is full.",
    });
  });

  test("whose process is killed again and again, before it can say anything, fails too", async () => {
    const { job } = await aJob();
    for (let turn = 1; turn <= MAX_WRITE_TRIES; turn += 1) await beginWriting(job.workspaceId, job.publicationId);
    await writePublication(job, blobStore());
    expect(await getPublication(studio.people.lead, { publicationId: job.publicationId })).toMatchObject({ state: "failed" });
  });

  test("whose job is used up gets a new one from the sweep, once", async () => {
    const { job } = await aJob();
    const { publicationId } = job;
    await db().$executeRaw`UPDATE pgboss.job SET state = 'failed' WHERE data->>'publicationId' = ${publicationId}`;
    await requeueUnwritten();
    expect(await jobsOf(publicationId)).toEqual(["failed"]);
    await db().publication.update({ where: { id: publicationId }, data: { createdAt: new Date(Date.now() - 3_600_000) } });
    await requeueUnwritten();
    await requeueUnwritten();
    expect(await jobsOf(publicationId)).toEqual(["created", "failed"]);
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
function dying(step: "read" | "put", cause = new Error("killed")): BlobStore {
  const store = blobStore();
  const die = async (work: Promise<unknown>): Promise<never> => {
    await work;
    throw cause;
  };
  return {
    put: (source) => (step === "put" ? die(store.put(source)) : store.put(source)),
    read: (sha256) => (step === "read" ? die(store.read(sha256)) : store.read(sha256)),
    has: (sha256) => store.has(sha256),
    size: (sha256) => store.size(sha256),
    open: (sha256, span) => store.open(sha256, span),
    olderThan: (prefix, before) => store.olderThan(prefix, before),
    discard: (sha256, before) => store.discard(sha256, before),
    sweep: (before) => store.sweep(before),
  };
}
