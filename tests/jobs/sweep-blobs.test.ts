import { readdirSync, readFileSync } from "node:fs";
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { prefixesAt, sweepBlobs } from "@/lib/jobs/handlers/sweep-blobs";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import type { BlobStore } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aVariant } from "../support/factory";
import { noisePng } from "../support/pictures";
import { openStudio, type Studio } from "../support/studio";

const ALL = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, "0"));
const LONG_AGO = new Date("2026-01-01");
const SINCE_THEN = new Date("2026-06-01");

let studio: Studio;

beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
});

const fileOf = (sha256: string) => join(env().blobDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** Everything in the store looks as if nobody had put it for months. */
async function age(): Promise<void> {
  const files = readdirSync(env().blobDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  await Promise.all(files.map((entry) => utimes(join(entry.parentPath, entry.name), LONG_AGO, LONG_AGO)));
}

async function nameless(text: string): Promise<string> {
  const { sha256 } = await blobStore().put(Buffer.from(text));
  return sha256;
}

test("what nobody names goes; every named file stays, of deleted assets and of runs at work too", async () => {
  const kept = await addAsset(studio.people.operator, { bytes: await noisePng(64, 1) });
  const deleted = await addAsset(studio.people.operator, { bytes: await noisePng(64, 2) });
  await deleteAsset(studio.people.operator, { assetId: deleted.id });
  const preview = await nameless("a preview");
  const { runId } = await aVariant(studio);
  const shown = { fraction: 0.5, previews: [{ index: 0, sha256: preview, mimeType: "image/png", thumbHash: "" }] };
  await db().run.update({ where: { id: runId }, data: { progress: shown } });
  const orphans = await Promise.all(["one", "two", "three"].map(nameless));
  await age();
  const young = await nameless("put just now");

  expect(await sweepBlobs(blobStore(), ALL, SINCE_THEN)).toBe(3);
  const renditions = await db().rendition.findMany({ where: { assetId: { in: [kept.id, deleted.id] } } });
  expect(renditions.length).toBeGreaterThan(2);
  const stay = [kept.sha256, deleted.sha256, preview, young, ...renditions.map(({ sha256 }) => sha256)];
  expect(await Promise.all(stay.map((sha256) => blobStore().has(sha256)))).toEqual(stay.map(() => true));
  expect(await Promise.all(orphans.map((sha256) => blobStore().has(sha256)))).toEqual([false, false, false]);
});

test("a picture uploaded again while its nameless bytes are being swept keeps its file", { timeout: 60_000 }, async () => {
  const bytes = await noisePng(48, 7);
  for (let round = 0; round < 10; round += 1) {
    const { sha256 } = await blobStore().put(bytes);
    await age();
    const [asset] = await Promise.all([addAsset(studio.people.operator, { bytes }), sweepBlobs(blobStore(), ALL, SINCE_THEN)]);
    expect([asset.sha256, await blobStore().has(sha256)]).toEqual([sha256, true]);
    // Nameless again for the next round.
    await db().asset.delete({ where: { id: asset.id } });
  }
});

test("bytes put after the database was asked stay, although nobody named them then", async () => {
  const sha256 = await nameless("put in between");
  await age();
  const store = blobStore();
  const late: BlobStore = {
    ...store,
    discard: async (name, before) => {
      await store.put(Buffer.from("put in between"));
      return store.discard(name, before);
    },
  };
  expect(await sweepBlobs(late, [sha256.slice(0, 2)], SINCE_THEN)).toBe(0);
  expect(readFileSync(fileOf(sha256), "utf8")).toBe("put in between");
});

test("every part of the store has its turn within half a day", () => {
  const turns = Array.from({ length: 72 }, (_, count) => prefixesAt(new Date(Date.UTC(2026, 0, 1) + count * 600_000)));
  expect([...new Set(turns.flat())].sort()).toEqual(ALL);
});

test("every column that holds a hash is known either to name a blob or not to", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const asked = readFileSync("lib/services/asset/named-blobs.ts", "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];
  const columns = models.flatMap(([, model, body]) =>
    [...(body ?? "").matchAll(/^ {2}(\w*(?:sha256|Hash)) /gim)].map(([, name]) => `${model}.${name}`),
  );
  const namesABlob = (column: string) => {
    const [model, name] = column.split(".");
    return asked.includes(`"${name}" FROM "${model}"`);
  };
  expect(columns.filter((column) => !namesABlob(column)).sort()).toEqual([
    "ApiKey.secretHash",
    "Asset.thumbHash",
    "EngineMessage.hash",
    "Guest.secretHash",
    "IdempotencyRecord.requestHash",
    "Invitation.tokenHash",
    "PasswordReset.tokenHash",
    "ShareLink.passwordHash",
    "ShareLink.secretHash",
    "User.passwordHash",
  ]);
});
