import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/assets/route";
import { handleFileRequest } from "@/lib/api/file-request";
import { db } from "@/lib/db/client";
import { AssetView } from "@/lib/domain/asset/asset-view";
import { MAX_IMAGE_BYTES } from "@/lib/domain/asset/limits";
import { env } from "@/lib/env";
import { checkUpload } from "@/lib/jobs/handlers/check-upload";
import { getUpload } from "@/lib/services/asset/get-upload";
import { blobStore } from "@/lib/storage/current";
import { receiveAsset } from "@/lib/uploads/receive-asset";
import { freshDatabase } from "../../support/database";
import { bombPng, EXECUTABLE, HTML, noisePng, png, SVG } from "../../support/pictures";
import { clip } from "../../support/videos";
import { actorOf, type Person, person, programOf } from "../people";

type Headers = Readonly<Record<string, string>>;

let me: Person;
let program: Headers;
let noise: Buffer;

beforeAll(async () => {
  await freshDatabase();
  noise = await noisePng(300);
});
beforeEach(async () => {
  me = await person("operator");
  program = await programOf(me);
});

const address = (query = "") => new URL(`/api/v1/assets${query}`, env().origin);

function send(body: BodyInit, headers: Headers = program, query = ""): Promise<Response> {
  const type = body instanceof FormData ? {} : { "content-type": "image/png" };
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers: { ...type, ...headers }, body, duplex: "half" };
  return POST(new Request(address(query), init));
}

function formOf(bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.set("purpose", "a try");
  form.set("file", new Blob([bytes], { type: "image/png" }), name);
  return form;
}

/** Chunks of one megabyte, without a declared length, and how many of them were asked for. */
function flood(megabytes: number): { stream: ReadableStream<Uint8Array>; asked: () => number } {
  let asked = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked += 1;
      if (asked > megabytes) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  return { stream, asked: () => asked };
}

const own = (bytes: Buffer) => Uint8Array.from(bytes);
const assetsOf = (of: Person) => db().asset.count({ where: { workspaceId: of.workspaceId } });

function partsLeft(): string[] {
  const folder = join(env().dataDir, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
}

async function expectRefused(response: Response, status: number, sentence: string | RegExp): Promise<void> {
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status,
    body: { code: expect.any(String), message: expect.stringMatching(sentence) },
  });
  expect(await assetsOf(me)).toBe(0);
  expect(partsLeft()).toEqual([]);
}

describe("a picture in one request", () => {
  test("as the body is an asset, byte for byte, with a trace and an event", async () => {
    const response = await send(own(noise), program, "?fileName=Dawn%20%C3%B6ver%20hamnen.png");
    expect(response.status).toBe(200);
    const asset = AssetView.parse(await response.json());
    expect(asset).toMatchObject({ fileName: "Dawn över hamnen.png", width: 300, height: 300, origin: "upload", byteSize: noise.length });
    const [audit] = await db().auditEvent.findMany({ where: { subjectId: asset.id } });
    expect(audit).toMatchObject({ verb: "asset.add", actorKind: "key", memberId: me.memberId });
    expect(await db().workspaceEvent.count({ where: { workspaceId: me.workspaceId } })).toBe(1);
    expect(partsLeft()).toEqual([]);
  });

  test("in a form is called as the form calls it, beside other fields", async () => {
    const response = await send(formOf(own(noise), "hamnen: ö.png"));
    expect([response.status, (await response.json()).fileName]).toEqual([200, "hamnen ö.png"]);
  });

  test("from a signed-in page of the studio is taken, from another site not", async () => {
    expect((await send(own(noise), me.browser)).status).toBe(200);
    expect((await send(own(noise), { ...me.browser, origin: "https://elsewhere.example" })).status).toBe(403);
    expect(await assetsOf(me)).toBe(1);
  });
});

/** Looks at what arrives, as the worker would, until the answer is there. */
async function withChecks<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let isOver = false;
  const over = answer.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const waiting = await db().uploadTicket.findMany({ where: { workspaceId: me.workspaceId, consumedAt: null, sha256: { not: null } } });
    for (const { key, workspaceId } of waiting)
      await checkUpload({ workspaceId, uploadId: key }, new AbortController().signal, blobStore());
    await new Promise(setImmediate);
  }
  return over;
}

describe("a video in one request", () => {
  test("is an asset in the answer, and with the same Idempotency-Key the same one", async () => {
    const film = await clip({ frames: 6 });
    const keyed = { ...program, "content-type": "video/mp4", "idempotency-key": "film" };
    const answers = await withChecks(Promise.all([1, 2].map(() => send(Buffer.from(film), keyed, "?fileName=walk.mp4"))));
    const assets = await Promise.all(answers.map(async (response) => AssetView.parse(await response.json())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(assets[0]).toMatchObject({ kind: "video", fileName: "walk.mp4", width: 128, height: 72, durationMs: 250 });
    expect([assets[1]?.id, await assetsOf(me)]).toEqual([assets[0]?.id, 1]);
  });

  test("that is damaged is refused in the answer", async () => {
    const film = await clip({ frames: 2 });
    await expectRefused(await withChecks(send(Buffer.from(film.slice(0, 300)))), 400, "damaged");
  });

  test("that nobody looks at in time is known by its upload", async () => {
    const request = new Request(address(), { method: "POST", headers: program, body: Buffer.from(await clip({ frames: 2 })) });
    const received = await handleFileRequest(request, (...given) => receiveAsset(...given, 0));
    const { uploadId } = await received.json();
    expect(received.status).toBe(202);
    expect(await getUpload(actorOf(me), { uploadId })).toEqual({ kind: "checking", uploadId });
  });
});

describe("the same Idempotency-Key", () => {
  const keyed = (key: string) => ({ ...program, "idempotency-key": key });

  test("with the same file, ten times at once, in bodies that differ, makes one asset", async () => {
    const sent = Array.from({ length: 10 }, () => send(formOf(own(noise), "one.png"), keyed("ten")));
    const answers = await Promise.all((await Promise.all(sent)).map((response) => response.text()));
    expect(new Set(answers).size).toBe(1);
    expect(await assetsOf(me)).toBe(1);
  });

  test("with another file is a conflict", async () => {
    expect((await send(own(noise), keyed("file"))).status).toBe(200);
    expect((await send(own(await png(20, 20)), keyed("file"))).status).toBe(409);
    expect(await assetsOf(me)).toBe(1);
  });

  test("after a refusal may be used again", async () => {
    expect((await send(own(SVG), keyed("again"))).status).toBe(400);
    expect((await send(own(noise), keyed("again"))).status).toBe(200);
  });
});

describe("nothing is kept of", () => {
  test.each<[string, Buffer, string | RegExp]>([
    ["nothing", Buffer.alloc(0), /no file|is empty/],
    ["a drawing with scripts", SVG, "SVG drawings can carry scripts"],
    ["a web page", HTML, "This is a web page"],
    ["a program", EXECUTABLE, "This is a program"],
    ["a decompression bomb", bombPng(20_000, 20_000), "megapixels"],
  ])("%s, whatever its type says", async (_name, bytes, sentence) => {
    const response = await send(own(bytes));
    await expectRefused(response, response.status === 413 ? 413 : 400, sentence);
  });

  test("a file over the limit; it is not read to its end", async () => {
    const { stream, asked } = flood(500);
    await expectRefused(await send(stream), 413, "pictures may have up to 32 MB");
    expect(asked()).toBeLessThan(40);
  });

  test("a form over the limit", async () => {
    const form = formOf(new Uint8Array(MAX_IMAGE_BYTES + 1), "big.png");
    await expectRefused(await send(form), 413, "pictures may have up to 32 MB");
  });

  test("a file that says itself that it is over the limit, before a byte is read", async () => {
    const { stream, asked } = flood(500);
    await expectRefused(await send(stream, { ...program, "content-length": "524288000" }), 413, "videos up to 256 MB");
    expect(asked()).toBeLessThan(3);
  });

  test("a form without a file, cut off, or without a boundary", async () => {
    const empty = new FormData();
    empty.set("note", "no picture");
    await expectRefused(await send(empty), 400, "The form carries no file.");
    const type = { ...program, "content-type": "multipart/form-data; boundary=x" };
    const cut = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n${"half a picture".repeat(100)}`;
    await expectRefused(await send(cut, type), 400, "The form is malformed or broke off");
    await expectRefused(await send(cut, { ...program, "content-type": "multipart/form-data" }), 400, "names no boundary");
  });

  test("a key that may only read, before a byte is read", async () => {
    const { stream, asked } = flood(500);
    await expectRefused(await send(stream, await programOf(me, ["read"])), 403, "scope");
    expect(asked()).toBeLessThan(3);
  });

  test("a stranger", async () => {
    await expectRefused(await send(own(noise), { origin: env().origin }), 401, /sign in/i);
    await expectRefused(await send(own(noise), { authorization: "Bearer sel_x_y" }), 401, /key/);
  });
});
