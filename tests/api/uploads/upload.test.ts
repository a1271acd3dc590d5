import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { MAX_IMAGE_BYTES, MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { MAX_OPEN_UPLOADS, UploadResult } from "@/lib/domain/asset/upload";
import { env } from "@/lib/env";
import { checkUpload } from "@/lib/jobs/handlers/check-upload";
import { getUpload } from "@/lib/services/asset/get-upload";
import { announceUploads, findUpload, sweepUploadTickets } from "@/lib/services/asset/upload-ticket";
import { blobStore } from "@/lib/storage/current";
import { uploadParts } from "@/lib/storage/upload-parts";
import { completeUpload } from "@/lib/uploads/complete-upload";
import { freshDatabase } from "../../support/database";
import { bombPng, EXECUTABLE, HTML, noisePng, png, SVG } from "../../support/pictures";
import { clip } from "../../support/videos";
import { actorOf, ask, type Person, person, programOf } from "../people";
import { type Announced, announce, rangeStart, routerConfig, send, ticketFor } from "./browser";

let me: Person;
let noise: Buffer;

beforeAll(async () => {
  await freshDatabase();
  noise = await noisePng(300);
});
beforeEach(async () => {
  me = await person("operator");
});

const declared = (bytes: Buffer, name = "picture.png", type = "image/png"): Announced => ({ name, size: bytes.length, type });
const resultOf = async (response: Response) => UploadResult.parse((await response.json()).serverData);
const assetsOf = (of: Person) => db().asset.findMany({ where: { workspaceId: of.workspaceId } });

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
const kept = () => [...filesIn(env().blobDir), ...filesIn(join(env().dataDir, "uploads"))];

async function upload(bytes: Buffer, file = declared(bytes)): Promise<UploadResult> {
  return resultOf(await send((await ticketFor(me, file)).url, bytes));
}

describe("a picture comes in", () => {
  test("byte for byte, as an asset of the uploader's workspace, with a trace and an event", async () => {
    const result = await upload(noise, declared(noise, "Dawn över hamnen.png"));
    if (result.kind !== "stored") throw new Error(JSON.stringify(result));
    expect(result.asset).toMatchObject({ fileName: "Dawn över hamnen.png", width: 300, height: 300, origin: "upload" });
    const [asset, ...others] = await assetsOf(me);
    expect([asset?.id, asset?.createdById, others.length]).toEqual([result.asset.id, me.memberId, 0]);
    const [audit] = await db().auditEvent.findMany({ where: { subjectId: result.asset.id } });
    expect(audit).toMatchObject({ verb: "asset.upload", memberId: me.memberId });
    expect(await db().workspaceEvent.count({ where: { workspaceId: me.workspaceId } })).toBe(1);
    expect(filesIn(join(env().dataDir, "uploads"))).toEqual([]);
  });

  test("sent twice at once, whoever comes second gets the first one's result, though its bytes cannot be read any more", async () => {
    const { url, customId } = await ticketFor(me, declared(noise));
    const second = await findUpload(customId);
    if (!second) throw new Error("it was not announced");
    const first = await resultOf(await send(url, noise));
    // What lies there has a size and gives no bytes, as a file that goes between two looks.
    mkdirSync(uploadParts().path(customId));
    onTestFinished(() => rmSync(uploadParts().path(customId), { recursive: true }));
    expect(second.result).toBeNull();
    expect(await completeUpload(second, "picture.png")).toEqual(first);
    expect(await assetsOf(me)).toHaveLength(1);
  });

  test("by an API key that may write, and by no other", async () => {
    const file = declared(noise);
    expect((await announce(await programOf(me, ["run"]), [file])).status).toBe(200);
    const refused = await announce(await programOf(me, ["read"]), [file]);
    expect([refused.status, await refused.json()]).toEqual([403, { message: expect.stringContaining("scope") }]);
  });

  test("several at once, each for itself", async () => {
    const pictures = await Promise.all([1, 2, 3, 4, 5].map((seed) => noisePng(64, seed)));
    const results = await Promise.all(pictures.map((bytes) => upload(bytes)));
    expect(results.map(({ kind }) => kind)).toEqual(pictures.map(() => "stored"));
    expect(await assetsOf(me)).toHaveLength(5);
  });

  test("the router says what it takes", async () => {
    const config = { image: { maxFileSize: "32MB", maxFileCount: 20 }, video: { maxFileSize: "256MB", maxFileCount: 20 } };
    expect(await (await routerConfig()).json()).toMatchObject([{ slug: "asset", config }]);
  });
});

test.skipIf(!existsSync("/dev/full"))(
  "a disk that fills up in the midst of a file is said at once, and the file may be sent again",
  async () => {
    const large = await noisePng(600);
    const { url, customId } = await ticketFor(me, declared(large));
    const part = join(env().dataDir, "uploads", customId);
    mkdirSync(join(env().dataDir, "uploads"), { recursive: true });
    symlinkSync("/dev/full", part);
    const refused = await send(url, large);
    expect([refused.status, await refused.json()]).toEqual([507, { error: "The disk is full. Free some space and try again." }]);
    rmSync(part);
    expect(await resultOf(await send(url, large))).toMatchObject({ kind: "stored" });
  },
);

describe("a video", () => {
  const isThere = async (bytes: Buffer) => blobStore().has(createHash("sha256").update(bytes).digest("hex"));

  test("is stored and left to the worker, once, whatever it is called; asking tells how that goes", async () => {
    const bytes = Buffer.from(await clip({ frames: 6 }));
    const { url } = await ticketFor(me, declared(bytes, "walk.mov", "video/quicktime"));
    const results = await Promise.all([1, 2, 3].map(async () => resultOf(await send(url, bytes))));
    const uploadId = results[0]?.kind === "checking" ? results[0].uploadId : "";
    expect(results).toEqual(results.map(() => ({ kind: "checking", uploadId })));
    expect([await assetsOf(me), await isThere(bytes), filesIn(join(env().dataDir, "uploads"))]).toEqual([[], true, []]);
    const jobs = await db().$queryRaw<unknown[]>`SELECT id FROM pgboss.job WHERE name = 'upload.check' AND data->>'uploadId' = ${uploadId}`;
    expect(jobs).toHaveLength(1);
    expect(await getUpload(actorOf(me), { uploadId })).toEqual({ kind: "checking", uploadId });
    await expect(getUpload(actorOf(await person("operator")), { uploadId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await checkUpload({ workspaceId: me.workspaceId, uploadId }, new AbortController().signal, blobStore());
    const stored = await resultOf(await send(url, bytes, { start: bytes.length }));
    expect(stored).toMatchObject({ kind: "stored", asset: { kind: "video", fileName: "walk.mov", mimeType: "video/mp4" } });
  });

  test("renamed to a picture is a video, and a picture renamed to a video a picture", async () => {
    const bytes = Buffer.from(await clip({ frames: 2 }));
    expect((await upload(bytes, declared(bytes, "still.png"))).kind).toBe("checking");
    expect(await upload(noise, declared(noise, "film.mp4", "video/mp4"))).toMatchObject({ kind: "stored", asset: { kind: "image" } });
  });

  test("too large for a picture is only too large when its bytes are a picture's", async () => {
    const large = Buffer.concat([noise, Buffer.alloc(MAX_IMAGE_BYTES)]);
    const sentence = expect.stringContaining("pictures may have up to 32 MB");
    expect(await upload(large, declared(large, "a.mp4", "video/mp4"))).toEqual({ kind: "refused", sentence });
  });
});

describe("a broken connection", () => {
  test("is resumed from wherever it broke, at random places", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { url } = await ticketFor(me, declared(noise));
      for (let start = 0; start < noise.length; ) {
        const cutAfter = 1 + Math.floor(Math.random() * noise.length * 0.6);
        const response = await send(url, noise, { start, cutAfter });
        if (response.ok) {
          expect((await resultOf(response)).kind).toBe("stored");
          break;
        }
        expect(response.status).toBe(499);
        const there = await rangeStart(url);
        // The packets in flight at the break may be lost; what counts as here is here.
        expect(there).toBeGreaterThanOrEqual(start);
        expect(there).toBeLessThanOrEqual(start + cutAfter);
        start = there ?? 0;
      }
    }
    const hashes = new Set((await assetsOf(me)).map(({ sha256 }) => sha256));
    expect([await db().asset.count({ where: { workspaceId: me.workspaceId } }), hashes.size]).toEqual([8, 1]);
  });

  test("may also begin again from the first byte, or from a place before the break", async () => {
    const { url } = await ticketFor(me, declared(noise));
    await send(url, noise, { cutAfter: 40_000 });
    const there = await rangeStart(url);
    await send(url, noise, { start: 10_000, cutAfter: 1000 });
    expect(await rangeStart(url)).toBe(there);
    expect((await resultOf(await send(url, noise))).kind).toBe("stored");
  });

  test("cannot leave a gap", async () => {
    const { url } = await ticketFor(me, declared(noise));
    await send(url, noise, { cutAfter: 40_000 });
    expect((await send(url, noise, { start: 40_001 })).status).toBe(416);
  });

  test("a lost answer is given again, and nothing is stored twice", async () => {
    const { url } = await ticketFor(me, declared(noise));
    const first = await resultOf(await send(url, noise));
    expect(await rangeStart(url)).toBe(noise.length);
    const again = await resultOf(await send(url, noise, { start: noise.length }));
    expect(again).toEqual(first);
    expect(await assetsOf(me)).toHaveLength(1);
  });

  test("two requests that finish the same upload at once make one asset", async () => {
    const { url } = await ticketFor(me, declared(noise));
    const results = await Promise.all([1, 2, 3, 4].map(async () => resultOf(await send(url, noise))));
    expect(new Set(results.map((result) => result.kind === "stored" && result.asset.id)).size).toBe(1);
    expect(await assetsOf(me)).toHaveLength(1);
  });
});

describe("a file that is not taken is refused with a sentence, and nothing of it stays", () => {
  test.each([
    ["an SVG named like a PNG", SVG, /SVG drawings can carry scripts/],
    ["a web page named like a PNG", HTML, /web page/],
    ["a program named like a PNG", EXECUTABLE, /program/],
    ["a decompression bomb", bombPng(30_000, 30_000), /up to 50 megapixels/],
    ["half a picture", Buffer.from("\x89PNG\r\n\x1a\n and no more", "latin1"), /damaged/],
  ])("%s", async (_name, bytes, sentence) => {
    const before = kept();
    const { url } = await ticketFor(me, declared(bytes));
    const result = await resultOf(await send(url, bytes));
    expect(result).toEqual({ kind: "refused", sentence: expect.stringMatching(sentence) });
    expect(kept()).toEqual(before);
    expect(await assetsOf(me)).toEqual([]);
    expect(await resultOf(await send(url, await png()))).toEqual(result);
  });

  test.each([
    ["nothing in it", { name: "a.png", size: 0, type: "image/png" }, /empty/],
    ["too large", { name: "a.png", size: MAX_IMAGE_BYTES + 1, type: "image/png" }, /up to 32 MB/],
    ["declared as SVG", { name: "a.svg", size: 9, type: "image/svg+xml" }, /SVG/],
    ["a video that is too large", { name: "a.mp4", size: MAX_VIDEO_BYTES + 1, type: "video/mp4" }, /videos may have up to 256 MB/],
    ["declared as something else", { name: "a.doc", size: 9, type: "application/msword" }, /no picture or video we know/],
  ])("before its first byte: %s", async (_name, file, sentence) => {
    const response = await announce(me.browser, [file]);
    expect([response.status, await response.json()]).toEqual([400, { message: expect.stringMatching(sentence) }]);
    expect(await db().uploadTicket.count({ where: { memberId: me.memberId } })).toBe(0);
  });

  test("more files at once than allowed", async () => {
    const response = await announce(
      me.browser,
      Array.from({ length: 21 }, () => declared(noise)),
    );
    expect(await response.json()).toEqual({ message: "Add at most 20 files at once." });
  });

  test("more bytes than announced", async () => {
    const { url } = await ticketFor(me, { ...declared(noise), size: 5000 });
    const before = kept();
    expect((await send(url, noise)).status).toBe(413);
    expect([await rangeStart(url), kept()]).toEqual([0, before]);
  });

  test("a body that is no form", async () => {
    const { url, key } = await ticketFor(me, declared(noise));
    const { PUT } = await import("@/app/ut/[key]/route");
    const request = new Request(url, { method: "PUT", body: "plain", headers: { "content-type": "text/plain" } });
    expect((await PUT(request, { params: Promise.resolve({ key }) })).status).toBe(400);
  });
});

describe("who may upload", () => {
  test("nobody without a session, and no other site's page", async () => {
    const file = declared(noise);
    expect((await announce({}, [file])).status).toBe(403);
    const foreign = await announce({ ...me.browser, origin: "https://evil.example" }, [file]);
    expect([foreign.status, await foreign.json()]).toEqual([403, { message: expect.stringContaining("did not come from") }]);
  });

  test("an address that was changed, that another key signed, or that has no signature is refused", async () => {
    const { url } = await ticketFor(me, declared(noise));
    const other = await ticketFor(me, declared(noise));
    const changes: Record<string, string> = {
      "another file size": url.replace(/x-ut-file-size=\d+/, "x-ut-file-size=99"),
      "another upload": url.replace(/x-ut-custom-id=[^&]+/, `x-ut-custom-id=${other.customId}`),
      "a later end": url.replace(/expires=\d+/, "expires=99999999999999"),
      "another key": url.replace(/\/ut\/[^?]+/, `/ut/${other.key}`),
      "another signature": url.replace(/signature=[^&]+/, `signature=hmac-sha256%3D${"0".repeat(64)}`),
      "a broken signature": `${url}%`,
      "no signature": url.replace(/&signature=.*/, ""),
      nothing: url.replace(/\?.*/, ""),
    };
    for (const [change, address] of Object.entries(changes)) {
      expect([change, (await send(address, noise)).status, await rangeStart(address)]).toEqual([change, 403, null]);
    }
  });

  test("an address that has expired is refused although its signature is right", async () => {
    const { readSignedAddress } = await import("@/lib/uploads/signature");
    const { uploadService } = await import("@/lib/uploads/service");
    const service = uploadService();
    if (service.kind !== "embedded") throw new Error("the tests have no token");
    const { url } = await ticketFor(me, declared(noise));
    const [address = "", query = ""] = url.split("?");
    const at = (nowMs: number) => readSignedAddress(address, `?${query}`, service, nowMs);
    expect(at(Date.now())).toMatchObject({ fileName: "picture.png" });
    expect(at(Date.now() + 25 * 3_600_000)).toBeNull();
  });

  test("bytes nobody announced are refused, signed or not", async () => {
    const { url, customId } = await ticketFor(me, declared(noise));
    await db().uploadTicket.delete({ where: { key: customId } });
    expect((await send(url, noise)).status).toBe(409);
  });

  test("a member who was removed meanwhile cannot finish", async () => {
    const { url } = await ticketFor(me, declared(noise));
    await db().member.update({ where: { id: me.memberId }, data: { removedAt: new Date() } });
    expect((await send(url, noise)).status).toBe(409);
    expect(await assetsOf(me)).toEqual([]);
  });

  test("a callback nobody signed makes no asset and fills no log", async () => {
    const said = [vi.spyOn(console, "log"), vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const { POST } = await import("@/app/api/uploadthing/route");
    const { customId, key } = await ticketFor(me, declared(noise));
    const file = { key, customId, name: "a", size: 1, type: "image/png", url: "x", appUrl: "x", ufsUrl: "x", fileHash: "" };
    const body = { status: "uploaded", file, origin: "http://127.0.0.1:3000/ut", metadata: {} };
    const headers = { "uploadthing-hook": "callback", "x-uploadthing-signature": `hmac-sha256=${"0".repeat(64)}` };
    expect((await POST(ask("POST", "/api/uploadthing?slug=asset", headers, body))).status).toBe(400);
    expect(await assetsOf(me)).toEqual([]);
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  test("nobody keeps more uploads open than a person could", async () => {
    const actor = { kind: "member" as const, ...me, role: "operator" as const };
    await announceUploads(
      actor,
      Array.from({ length: MAX_OPEN_UPLOADS }, () => 1),
    );
    await expect(announceUploads(actor, [1])).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  });
});

test("sweeping forgets uploads nobody finished and their bytes, and leaves the others", async () => {
  const { url, customId } = await ticketFor(me, declared(noise));
  await send(url, noise, { cutAfter: 60_000 });
  const there = await rangeStart(url);
  await sweepUploadTickets(new Date());
  expect(await uploadParts().sweep(new Date(Date.now() - 3_600_000))).toBe(0);
  expect(there).toBeGreaterThan(0);
  expect(await rangeStart(url)).toBe(there);
  await sweepUploadTickets(new Date(Date.now() + 25 * 3_600_000));
  expect(await uploadParts().sweep(new Date(Date.now() + 1000))).toBeGreaterThan(0);
  expect(await db().uploadTicket.findUnique({ where: { key: customId } })).toBeNull();
  expect((await send(url, noise)).status).toBe(409);
});
