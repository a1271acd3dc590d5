import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from "mediabunny";
import { expect, test, vi } from "vitest";
import { inMemory } from "@/lib/media/video/file-bytes";
import { prepareVideo } from "@/lib/media/video/prepare-video";
import { embedMarks } from "@/lib/media/xmp/embed-marks";
import { clip } from "../../support/videos";

vi.setConfig({ testTimeout: 60_000 });

const marks = {
  publicationId: "019a0000-0000-7000-8000-000000000001",
  digitalSourceUri: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
  disclosure: "disclosed",
  sourceHash: "ab".repeat(32),
  altText: null,
  credit: "Studio",
  creatorTool: "Selects 0.1.0",
};

/** Every packet of the picture, with its time and bytes. */
async function packetsOf(bytes: Uint8Array) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error("no picture");
  const packets: [number, string][] = [];
  for await (const packet of new EncodedPacketSink(track).packets())
    packets.push([packet.timestamp, Buffer.from(packet.data).toString("base64")]);
  input.dispose();
  return packets;
}

/** The ids of the elements an EBML reader meets in a stretch of a file, each where the one before ends; stops where a length is not known. */
function elementsIn(file: Buffer, start: number, end: number): { id: string; begin: number; end: number }[] {
  const found: { id: string; begin: number; end: number }[] = [];
  for (let at = start; at < end; ) {
    const idBytes = Math.clz32(file[at] ?? 0) - 23;
    const sizeBytes = Math.clz32(file[at + idBytes] ?? 0) - 23;
    const begin = at + idBytes + sizeBytes;
    const size = file.subarray(at + idBytes, begin).reduce((sum, byte, k) => sum * 256 + (k === 0 ? byte & (0xff >> sizeBytes) : byte), 0);
    const isOpen = size === 2 ** (7 * sizeBytes) - 1;
    found.push({ id: file.toString("hex", at, at + idBytes), begin, end: isOpen ? end : begin + size });
    at = isOpen ? end : begin + size;
  }
  return found;
}

test.each([
  ["that knows its length", false],
  ["recorded live", true],
])("a WebM %s gets its marks as a tag behind everything that is there, and plays the same", async (_how, fragmented) => {
  const bytes = await clip({ format: "webm", frames: 12, fragmented });
  const marked = embedMarks(bytes, marks);
  expect(marked.outcome).toBe("embedded");
  const changed = [...bytes].filter((byte, at) => marked.bytes[at] !== byte).length;
  expect(changed).toBeLessThanOrEqual(fragmented ? 0 : 8);
  const [before, after] = await Promise.all([packetsOf(bytes), packetsOf(marked.bytes)]);
  expect([before.length, after]).toEqual([12, before]);
  const file = Buffer.from(marked.bytes);
  const [, segment] = elementsIn(file, 0, file.length);
  expect(segment).toMatchObject({ id: "18538067", end: file.length });
  const tail = fragmented ? bytes.length : (segment?.begin ?? 0);
  const tags = elementsIn(file, tail, file.length).at(-1);
  expect(tags).toMatchObject({ id: "1254c367", end: file.length });
  expect(file.toString("utf8", tags?.begin)).toContain(`selects:Publication="${marks.publicationId}"`);
  const { facts } = await prepareVideo(inMemory(marked.bytes));
  expect(facts).toMatchObject({ width: 128, provenance: { frames: 12, digitalSourceType: "algorithmicMedia" } });
  expect(embedMarks(bytes, marks)).toEqual(marked);
});

test("released again, our earlier marks are replaced; a packet of somebody else stays as it is", async () => {
  const bytes = await clip({ format: "webm", frames: 2 });
  const first = embedMarks(bytes, marks).bytes;
  const again = embedMarks(first, { ...marks, publicationId: "019a0000-0000-7000-8000-000000000002" });
  expect(again.outcome).toBe("embedded");
  expect(Buffer.from(again.bytes).toString("latin1").split("selects:Publication=").length).toBe(2);
  const foreign = Buffer.from(first);
  // The same packet, called otherwise: not where we write ours.
  foreign.write("XYZ", foreign.lastIndexOf("XMP", foreign.indexOf("<?xpacket")), "latin1");
  expect(embedMarks(foreign, marks)).toEqual({ bytes: foreign, outcome: "unreadable" });
  const torn = Buffer.concat([bytes, Buffer.from("more")]);
  expect(embedMarks(torn, marks)).toEqual({ bytes: torn, outcome: "unreadable" });
});
