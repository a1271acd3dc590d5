import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { GET, HEAD } from "@/app/assets/[id]/[rendition]/route";
import { GET as getZipFile } from "@/app/assets/zips/[zipId]/route";
import { db } from "@/lib/db/client";
import type { Asset } from "@/lib/db/generated/client";
import { packZip } from "@/lib/jobs/handlers/pack-zip";
import { closeQueue } from "@/lib/jobs/queue";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { restoreAsset } from "@/lib/services/asset/restore-asset";
import { cancelZip } from "@/lib/services/zip/cancel-zip";
import { requeueUnpacked, sweepZips } from "@/lib/services/zip/pack-part";
import { getZip, listZips } from "@/lib/services/zip/read-zips";
import { startZip } from "@/lib/services/zip/start-zip";
import { blobStore } from "@/lib/storage/current";
import { addAsset } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { animation, png } from "../../support/pictures";
import { ask, type Person, person, programOf } from "../people";

let bytes: Buffer;
let owner: Person;
let stranger: Person;
let asset: Asset;

beforeAll(async () => {
  await freshDatabase();
  bytes = await png(900, 600);
  [owner, stranger] = await Promise.all([person("operator"), person("admin")]);
  asset = await addAsset(owner, { bytes, fileName: 'Größe "eins".jpg' });
});

afterAll(closeQueue);

function knock(path: string, headers: Readonly<Record<string, string>>, method: "GET" | "HEAD" = "GET"): Promise<Response> {
  const [, , id = "", rendition = ""] = (path.split("?")[0] ?? "").split("/");
  const door = method === "GET" ? GET : HEAD;
  return door(ask(method, path, headers), { params: Promise.resolve({ id, rendition }) });
}
const original = () => `/assets/${asset.id}/original`;
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("who may see a picture is asked every time", () => {
  test("a member of its workspace, and a key that may read", async () => {
    expect((await knock(original(), owner.browser)).status).toBe(200);
    expect((await knock(original(), await programOf(owner, ["read"]))).status).toBe(200);
    expect((await knock(original(), await programOf(owner, ["publish"]))).status).toBe(403);
  });

  test("nobody else: no session 401, another workspace's member 404, like an id that does not exist", async () => {
    expect((await knock(original(), {})).status).toBe(401);
    const stolen = await knock(original(), stranger.browser);
    const invented = await knock(`/assets/${crypto.randomUUID()}/original`, stranger.browser);
    expect([stolen.status, invented.status]).toEqual([404, 404]);
    expect(await stolen.text()).toBe(await invented.text());
  });

  test("addresses that name nothing are 404, never a look at the disk", async () => {
    for (const path of [`/assets/${asset.id}/poster`, "/assets/nonsense/original", `/assets/${asset.id}/..%2F..%2Fsecret`])
      expect((await knock(path, owner.browser)).status).toBe(404);
  });

  test("a deleted asset is gone until it is restored", async () => {
    const mine = await addAsset(owner);
    const actor = { kind: "member" as const, ...owner, role: "operator" as const };
    await deleteAsset(actor, { assetId: mine.id });
    expect((await knock(`/assets/${mine.id}/thumb`, owner.browser)).status).toBe(404);
    await restoreAsset(actor, { assetId: mine.id });
    expect((await knock(`/assets/${mine.id}/thumb`, owner.browser)).status).toBe(200);
  });
});

describe("what is served", () => {
  test("the original byte for byte, under its sniffed type, harmless in a browser", async () => {
    const response = await knock(original(), owner.browser);
    expect(
      createHash("sha256")
        .update(await bodyOf(response))
        .digest("hex"),
    ).toBe(asset.sha256);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": String(bytes.length),
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      vary: expect.stringContaining("Cookie"),
      etag: `"${asset.sha256}"`,
    });
  });

  test("renditions are WebP", async () => {
    for (const name of ["thumb", "screen"]) {
      const response = await knock(`/assets/${asset.id}/${name}`, owner.browser);
      expect(response.headers.get("content-type")).toBe("image/webp");
      expect((await bodyOf(response)).subarray(8, 12).toString()).toBe("WEBP");
    }
  });

  test("a download carries the given name with the real ending", async () => {
    const response = await knock(`${original()}?download=1`, owner.browser);
    const disposition = response.headers.get("content-disposition");
    expect(disposition).toBe(`attachment; filename="Gr__e eins .png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20eins%20.png`);
  });

  test("without metadata when that is asked for, and only where it can be taken out", async () => {
    const telling = await sharp(bytes)
      .withExif({ IFD0: { Artist: "Ada Lovelace" } })
      .png()
      .toBuffer();
    const told = await addAsset(owner, { bytes: telling, fileName: "told.png" });
    const silent = await bodyOf(await knock(`/assets/${told.id}/original?download=1&metadata=without`, owner.browser));
    expect([telling.includes("Ada Lovelace"), silent.includes("Ada Lovelace")]).toEqual([true, false]);
    const [before, after] = await Promise.all([telling, silent].map((file) => sharp(file).raw().toBuffer()));
    expect(after).toEqual(before);
    const part = await knock(`/assets/${told.id}/original?metadata=without`, { ...owner.browser, range: "bytes=0-7" });
    expect([part.status, await bodyOf(part)]).toEqual([206, silent.subarray(0, 8)]);
    const moving = await addAsset(owner, { bytes: await animation("gif"), fileName: "loop.gif" });
    expect((await knock(`/assets/${moving.id}/original?metadata=without`, owner.browser)).status).toBe(422);
  });

  test("HEAD says the same without the bytes", async () => {
    const response = await knock(original(), { ...owner.browser, range: "bytes=0-1" }, "HEAD");
    expect([response.status, response.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
    expect((await bodyOf(response)).length).toBe(0);
  });

  test("an animated picture keeps all its frames in the original", async () => {
    const gif = await animation("gif");
    const moving = await addAsset(owner, { bytes: gif, fileName: "loop.gif" });
    expect(await bodyOf(await knock(`/assets/${moving.id}/original`, owner.browser))).toEqual(gif);
  });
});

describe("ranges and revalidation", () => {
  const ranged = (range: string, more: Record<string, string> = {}) => knock(original(), { ...owner.browser, range, ...more });

  test("first bytes, a middle, an open end, the last bytes", async () => {
    const size = bytes.length;
    const cases: [string, number, number][] = [
      ["bytes=0-0", 0, 0],
      ["bytes=10-19", 10, 19],
      [`bytes=${size - 5}-`, size - 5, size - 1],
      ["bytes=-7", size - 7, size - 1],
      [`bytes=-${size * 2}`, 0, size - 1],
      [`bytes=5-${size * 9}`, 5, size - 1],
    ];
    for (const [range, start, end] of cases) {
      const response = await ranged(range);
      expect([range, response.status, response.headers.get("content-range")]).toEqual([range, 206, `bytes ${start}-${end}/${size}`]);
      expect(response.headers.get("content-length")).toBe(String(end - start + 1));
      expect(await bodyOf(response)).toEqual(bytes.subarray(start, end + 1));
    }
  });

  test("a range behind the end is 416 and tells the size", async () => {
    for (const range of [`bytes=${bytes.length}-`, "bytes=-0"]) {
      const response = await ranged(range);
      expect([response.status, response.headers.get("content-range")]).toEqual([416, `bytes */${bytes.length}`]);
    }
  });

  test("what is no range of ours means the whole file", async () => {
    for (const range of ["bytes=5-2", "bytes=-", "lines=1-2", "bytes=0-1,3-4", "nonsense"])
      expect([range, (await ranged(range)).status]).toEqual([range, 200]);
  });

  test("If-Range with another tag gives the whole file", async () => {
    expect((await ranged("bytes=0-1", { "if-range": '"old"' })).status).toBe(200);
    expect((await ranged("bytes=0-1", { "if-range": `"${asset.sha256}"` })).status).toBe(206);
  });

  test("a copy that is still right is not sent again, but only to those who may see it", async () => {
    const tag = { "if-none-match": `"x", W/"${asset.sha256}"` };
    expect((await knock(original(), { ...owner.browser, ...tag })).status).toBe(304);
    expect((await knock(original(), { ...stranger.browser, ...tag })).status).toBe(404);
  });
});

describe("files as one zip", () => {
  const actorOf = (who: Person) => ({ kind: "member" as const, ...who, role: "operator" as const });
  const never = new AbortController().signal;
  const fetchZip = (zipId: string, headers: Readonly<Record<string, string>>) =>
    getZipFile(ask("GET", `/assets/zips/${zipId}`, headers), { params: Promise.resolve({ zipId }) });

  test("are looked through by the worker, then downloaded, from any byte on, by whoever asked and nobody else", async () => {
    const actor = actorOf(await person("operator"));
    const browser = { ...owner.browser };
    const mine = actorOf(owner);
    const [first, lost, second] = [await png(30, 20), await png(31, 20), await png(32, 20)];
    const added = [];
    for (const picture of [first, lost, second]) added.push(await addAsset(owner, { bytes: picture, fileName: "sea.png" }));
    const assetIds = added.map(({ id }) => id);
    const begun = await startZip(mine, { target: { assetIds } });
    expect(begun).toMatchObject({ status: "packing", done: 0, total: 3 });
    expect((await fetchZip(begun.id, browser)).status).toBe(404);
    const gone = added[1]?.sha256 ?? "";
    await blobStore().discard(gone, new Date(Date.now() + 60_000));
    // A worker that is ended begins again where it was; two at once look at each file once.
    const ended = AbortSignal.abort();
    await expect(packZip({ workspaceId: owner.workspaceId, zipId: begun.id }, ended, blobStore())).rejects.toThrow();
    const pack = () => packZip({ workspaceId: owner.workspaceId, zipId: begun.id }, never, blobStore());
    await Promise.all([pack(), pack()]);
    const ready = await getZip(mine, { zipId: begun.id });
    expect(ready).toMatchObject({ status: "ready", done: 3, total: 3, missing: 1 });
    const answer = await fetchZip(begun.id, browser);
    expect(answer.headers.get("content-length")).toBe(String(ready.byteSize));
    const whole = await bodyOf(answer);
    const zip = await fromBufferPromise(whole, { lazyEntries: true });
    const entries: [string, number][] = [];
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) entries.push([fileName, uncompressedSize]);
    expect(entries.slice(0, 2)).toEqual([
      ["sea.png", second.length],
      ["sea 2.png", first.length],
    ]);
    expect(entries[2]?.[0]).toBe("manifest.json");
    expect(whole.includes(second) && whole.includes(first)).toBe(true);
    const rest = await fetchZip(begun.id, { ...browser, range: "bytes=100-", "if-range": `"${begun.id}"` });
    expect([rest.status, rest.headers.get("content-range")]).toEqual([206, `bytes 100-${whole.length - 1}/${whole.length}`]);
    expect((await bodyOf(rest)).equals(whole.subarray(100))).toBe(true);
    expect((await fetchZip(begun.id, { ...browser, range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await fetchZip(begun.id, stranger.browser)).status).toBe(404);
    await expect(startZip(actor, { target: { assetIds } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listZips(mine, {})).map(({ id }) => id)).toEqual([begun.id]);
    await cancelZip(mine, { zipId: begun.id });
    expect([await listZips(mine, {}), (await fetchZip(begun.id, browser)).status]).toEqual([[], 404]);
  });

  test("say nothing of themselves without metadata, wait for a worker that was lost, and are kept for a week", async () => {
    const mine = actorOf(owner);
    await addAsset(owner, { bytes, fileName: "spoken.png" });
    await expect(startZip(mine, { target: { filter: { deleted: true } } })).rejects.toMatchObject({ code: "REFUSED" });
    await expect(startZip(mine, { target: { filter: { search: "nowhere" } } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await startZip(mine, { target: { filter: { search: "spoken" } }, metadata: "without" });
    await db().assetZip.update({ where: { id }, data: { createdAt: new Date(Date.now() - 90_000) } });
    await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'zip.pack'`;
    expect([await requeueUnpacked(), await requeueUnpacked()]).toEqual([1, 0]);
    await packZip({ workspaceId: owner.workspaceId, zipId: id }, never, blobStore());
    const zipped = await bodyOf(await fetchZip(id, owner.browser));
    expect(zipped.includes(Buffer.from("tEXt"))).toBe(false);
    for (let nth = 0; nth < 3; nth += 1) await startZip(mine, { target: { filter: {} } });
    await expect(startZip(mine, { target: { filter: {} } })).rejects.toMatchObject({ code: "REFUSED" });
    expect(await sweepZips(new Date(Date.now() + 8 * 86_400_000))).toBeGreaterThan(3);
    expect(await listZips(mine, {})).toEqual([]);
  });
});
