import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BlobStore } from "@/lib/storage/blob-store";
import { localBlobStore } from "@/lib/storage/local";

let root: string;
let store: BlobStore;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "selects-blobs-"));
  store = localBlobStore(join(root, "blobs"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = Buffer.from("ten bytes!");
const hash = createHash("sha256").update(bytes).digest("hex");
const fileOf = (sha256: string) => join(root, "blobs", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const drafts = () => readdirSync(join(root, "blobs", "unfinished"));
const text = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => new Response(stream).text();

test("bytes come back under their SHA-256, whole and in spans", async () => {
  expect(await store.put(bytes)).toEqual({ sha256: hash, byteSize: 10 });
  expect(await store.size(hash)).toBe(10);
  expect(await store.has(hash)).toBe(true);
  expect(Buffer.from(await store.read(hash))).toEqual(bytes);
  expect(await text(await store.open(hash))).toBe("ten bytes!");
  expect(await text(await store.open(hash, { start: 4, end: 6 }))).toBe("byt");
  expect(await text(await store.open(hash, { start: 9, end: 99 }))).toBe("!");
});

test("a stream gives the same name as the bytes", async () => {
  async function* pieces() {
    yield bytes.subarray(0, 3);
    yield bytes.subarray(3);
  }
  expect(await store.put(pieces())).toEqual({ sha256: hash, byteSize: 10 });
});

test("putting the same bytes again, many times at once, leaves one untouched blob", async () => {
  await store.put(bytes);
  const before = statSync(fileOf(hash));
  await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
  expect(statSync(fileOf(hash)).ino).toBe(before.ino);
  expect(drafts()).toEqual([]);
});

test("a blob that lost bytes on disk is healed by the next put", async () => {
  await store.put(bytes);
  writeFileSync(fileOf(hash), "ten");
  await store.put(bytes);
  expect(Buffer.from(await store.read(hash))).toEqual(bytes);
});

test("a source that fails leaves nothing", async () => {
  async function* broken() {
    yield bytes;
    throw new Error("the line went dead");
  }
  await expect(store.put(broken())).rejects.toThrow("the line went dead");
  expect(await store.has(hash)).toBe(false);
  expect(drafts()).toEqual([]);
});

test("a full disk is told in a sentence", async () => {
  async function* full() {
    yield bytes;
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }
  await expect(store.put(full())).rejects.toMatchObject({ code: "NO_SPACE", message: expect.stringContaining("disk is full") });
});

test("what is not there says so, and a name that is no hash reaches no file", async () => {
  expect(await store.size(hash)).toBeNull();
  await expect(store.open(hash)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(store.read(hash)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(store.read("../../../etc/passwd")).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await store.discard(hash, new Date())).toBe(false);
  expect(await store.olderThan(hash.slice(0, 2), new Date())).toEqual([]);
});

describe("taking blobs away", () => {
  const LONG_AGO = new Date("2026-01-01");
  const SINCE_THEN = new Date("2026-06-01");
  const age = () => utimes(fileOf(hash), LONG_AGO, LONG_AGO);

  test("one that nobody has put for long is listed under its prefix, and goes once", async () => {
    await store.put(bytes);
    expect(await store.olderThan(hash.slice(0, 2), SINCE_THEN)).toEqual([]);
    await age();
    expect(await store.olderThan(hash.slice(0, 2), SINCE_THEN)).toEqual([hash]);
    expect(await store.olderThan("00", SINCE_THEN)).toEqual([]);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.discard(hash, SINCE_THEN)));
    expect(outcomes.filter(Boolean)).toEqual([true]);
    expect([await store.has(hash), drafts()]).toEqual([false, []]);
  });

  test("the same bytes put again count as new: they stay", async () => {
    await store.put(bytes);
    await age();
    await store.put(bytes);
    expect(await store.olderThan(hash.slice(0, 2), SINCE_THEN)).toEqual([]);
    expect(await store.discard(hash, SINCE_THEN)).toBe(false);
    expect(await store.has(hash)).toBe(true);
  });

  test("a put at the same moment wins, however the two fall together", { timeout: 60_000 }, async () => {
    for (let round = 0; round < 300; round += 1) {
      await store.put(bytes);
      await age();
      await Promise.all([store.put(bytes), store.discard(hash, SINCE_THEN), store.put(bytes), store.discard(hash, SINCE_THEN)]);
      expect(Buffer.from(await store.read(hash))).toEqual(bytes);
      expect(drafts()).toEqual([]);
    }
  });

  test("one whose taker was killed in between comes back with the next sweep", async () => {
    await store.put(bytes);
    renameSync(fileOf(hash), join(root, "blobs", "unfinished", `${hash}.0190d5f0-7a3c-7c1e-9f6b-2f4a1c9d8e70`));
    await store.sweep(new Date(Date.now() + 60_000));
    expect(Buffer.from(await store.read(hash))).toEqual(bytes);
  });
});

test("sweeping takes drafts a killed process left, and nothing younger", async () => {
  await store.put(bytes);
  writeFileSync(join(root, "blobs", "unfinished", "left-behind"), "half");
  expect(await store.sweep(new Date(Date.now() - 60_000))).toBe(0);
  expect(await store.sweep(new Date(Date.now() + 60_000))).toBe(1);
  expect(existsSync(fileOf(hash))).toBe(true);
});
