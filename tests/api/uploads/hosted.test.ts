import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { fetchHostedFile } from "@/lib/uploads/hosted-file";

const answering =
  (body: Uint8Array<ArrayBuffer>, status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });
const whole = (chunks: AsyncIterable<Uint8Array>) => buffer(Readable.from(chunks));
const never: typeof fetch = async (address) => {
  throw new Error(`fetched ${String(address)}`);
};

test.each([
  "https://evil.example/f/1",
  "https://evil-ufs.sh/f/1",
  "https://app.ufs.sh.evil.example/f/1",
  "http://app.ufs.sh/f/1",
  "https://app.ufs.sh:8443/f/1",
  "https://127.0.0.1/f/1",
  "file:///etc/passwd",
])("a file at %s is not fetched, whoever signed the callback", async (address) => {
  await expect(whole(fetchHostedFile(address, never))).rejects.toMatchObject({ code: "REFUSED" });
});

test("a file of the hosted service is read whole", async () => {
  const bytes = new Uint8Array([1, 2, 3]);
  for (const address of ["https://app1.ufs.sh/f/key", "https://utfs.io/f/key"])
    expect([...(await whole(fetchHostedFile(address, answering(bytes))))]).toEqual([1, 2, 3]);
});

test("reading ends soon after the limit, however much the service sends", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  let taken = 0;
  for await (const chunk of fetchHostedFile("https://utfs.io/f/key", async () => new Response(endless))) taken += chunk.byteLength;
  expect(taken).toBeGreaterThan(MAX_VIDEO_BYTES);
  expect(sent).toBeLessThan(MAX_VIDEO_BYTES + 3_000_000);
});

test("an answer that is no file is a failure, not a picture", async () => {
  await expect(whole(fetchHostedFile("https://utfs.io/f/key", answering(new Uint8Array(), 404)))).rejects.toThrow("404");
});
