import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { planZip, type ZipPlan } from "@/lib/storage/zip/zip-plan";

const MADE_AT = new Date("2026-11-22T08:00:00Z");

function planOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const opened: number[] = [];
  const plan = planZip(
    files.map(({ name, bytes }) => ({ name, byteSize: bytes.length, crc: crc32(bytes) })),
    MADE_AT,
    async (place, start, end) => {
      opened.push(place);
      return new Blob([Uint8Array.from(files[place]?.bytes.subarray(start, end + 1) ?? [])]).stream();
    },
  );
  return { plan, opened };
}

const read = async (plan: ZipPlan, start: number, end: number) => Buffer.from(await new Response(plan.open(start, end)).arrayBuffer());

const file = fc.record({
  name: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("a", "b", "é", "絵", " ", "-") }).map((name) => `${name}.png`),
  bytes: fc.uint8Array({ maxLength: 60 }),
});

test("is a zip that others read, and any part of it is that part of the whole", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(file, { maxLength: 6, selector: ({ name }) => name }),
      fc.nat(),
      fc.nat(),
      async (files, one, other) => {
        const { plan } = planOf(files);
        const whole = await read(plan, 0, plan.byteSize - 1);
        expect(whole.length).toBe(plan.byteSize);
        const zip = await fromBufferPromise(whole, { lazyEntries: true });
        const found = new Map<string, Buffer>();
        for await (const entry of zip.eachEntry()) {
          const chunks: Buffer[] = [];
          for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
          found.set(entry.fileName, Buffer.concat(chunks));
          expect(entry.getLastModDate({ timezone: "UTC" })).toEqual(MADE_AT);
          expect(entry.crc32).toBe(crc32(found.get(entry.fileName) ?? Buffer.of()));
        }
        expect([...found]).toEqual(files.map(({ name, bytes }) => [name, Buffer.from(bytes)]));
        const [start = 0, end = 0] = [one % plan.byteSize, other % plan.byteSize].sort((a, b) => a - b);
        expect(await read(plan, start, end)).toEqual(whole.subarray(start, end + 1));
      },
    ),
    { numRuns: 40 },
  );
});

test("opens only the files a part of it meets", async () => {
  const { plan, opened } = planOf(["a", "b", "c"].map((name) => ({ name, bytes: new Uint8Array(1_000) })));
  await read(plan, 1_100, 1_200);
  expect(opened).toEqual([1]);
});

test("holds more files, and more bytes, than the old fields can say", async () => {
  const huge = { name: "film.mp4", byteSize: 4_000_000_000, crc: 1 };
  const nothing = () => Promise.reject(new Error("its bytes are not asked for"));
  const plan = planZip([huge, { ...huge, name: "second.mp4" }, { name: "last.txt", byteSize: 0, crc: 0 }], MADE_AT, nothing);
  const tail = await read(plan, plan.byteSize - 300, plan.byteSize - 1);
  const locator = tail.indexOf(Buffer.from("PK\x06\x07"));
  expect(tail.readBigUInt64LE(tail.indexOf(Buffer.from("PK\x06\x06")) + 48)).toBeGreaterThan(8_000_000_000n);
  expect(Number(tail.readBigUInt64LE(locator + 8)) - (plan.byteSize - 300)).toBe(tail.indexOf(Buffer.from("PK\x06\x06")));
  const many = planZip(
    Array.from({ length: 66_000 }, (_, nth) => ({ name: `${nth}`, byteSize: 0, crc: 0 })),
    MADE_AT,
    nothing,
  );
  expect((await fromBufferPromise(await read(many, 0, many.byteSize - 1), { lazyEntries: true })).entryCount).toBe(66_000);
});
