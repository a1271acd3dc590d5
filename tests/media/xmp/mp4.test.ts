import { expect, test, vi } from "vitest";
import { inMemory } from "@/lib/media/video/file-bytes";
import { prepareVideo } from "@/lib/media/video/prepare-video";
import { C2PA_NAME } from "@/lib/media/video/uuid-boxes";
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

test("an MP4 gets its marks behind everything that is there, and still plays", async () => {
  const bytes = await clip();
  const marked = embedMarks(bytes, marks);
  expect(marked.outcome).toBe("embedded");
  expect(Buffer.from(marked.bytes.subarray(0, bytes.length)).equals(bytes)).toBe(true);
  const { facts } = await prepareVideo(inMemory(marked.bytes));
  expect(facts).toMatchObject({ width: 128, provenance: { frames: 24, digitalSourceType: "algorithmicMedia" } });
  const again = embedMarks(marked.bytes, { ...marks, publicationId: "019a0000-0000-7000-8000-000000000002" });
  expect(again.outcome).toBe("embedded");
  expect(Buffer.from(again.bytes).toString("latin1").split("selects:Publication=").length).toBe(2);
});

test("an MP4 with Content Credentials stays byte for byte", async () => {
  const box = Buffer.concat([Buffer.from([0, 0, 0, 32]), Buffer.from("uuid"), C2PA_NAME, Buffer.alloc(8)]);
  const signed = Buffer.concat([await clip(), box]);
  expect(embedMarks(signed, marks)).toEqual({ bytes: signed, outcome: "kept-credentials" });
});
