import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { AppError } from "@/lib/domain/errors";
import { inMemory } from "@/lib/media/video/file-bytes";
import { prepareVideo } from "@/lib/media/video/prepare-video";
import { png } from "../../support/pictures";
import { audioOnly, clip } from "../../support/videos";

vi.setConfig({ testTimeout: 60_000 });

const prepare = (bytes: Uint8Array) => prepareVideo(inMemory(bytes));

async function refusal(bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const error: unknown = await prepare(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused with a sentence: ${String(error)}`);
  return error;
}

test.each(["mp4", "webm"] as const)("a %s is measured by its frames, with a poster and a filmstrip", async (format) => {
  const { facts, renditions, thumbHash } = await prepare(await clip({ format, frames: 36 }));
  expect(facts).toMatchObject({ mimeType: `video/${format}`, width: 128, height: 72, provenance: { frames: 36, hasC2pa: false } });
  expect(Math.abs(facts.durationMs - 1500)).toBeLessThanOrEqual(42);
  expect(renditions.map(({ name, width, height }) => ({ name, width, height }))).toEqual([
    { name: "thumb", width: 128, height: 72 },
    { name: "screen", width: 128, height: 72 },
    { name: "filmstrip", width: 16 * 128, height: 72 },
  ]);
  expect(Buffer.from(thumbHash, "base64").length).toBeGreaterThan(4);
});

test("the poster is the first frame, and the filmstrip goes through the whole clip in its order", async () => {
  const { renditions } = await prepare(await clip({ frames: 48 }));
  const lights = await Promise.all(
    Array.from({ length: 16 }, async (_, order) => {
      const strip = renditions.find(({ name }) => name === "filmstrip")?.bytes;
      const { channels } = await sharp(
        await sharp(strip)
          .extract({ left: order * 128, top: 0, width: 128, height: 72 })
          .png()
          .toBuffer(),
      ).stats();
      return channels[0]?.mean ?? 0;
    }),
  );
  expect([...lights].sort((a, b) => a - b)).toEqual(lights);
  const { channels } = await sharp(renditions.find(({ name }) => name === "screen")?.bytes).stats();
  expect(channels[0]?.mean ?? 255).toBeLessThan(lights[0] ?? 0);
});

test("a clip filmed upright counts as upright", async () => {
  const { facts, renditions } = await prepare(await clip({ rotation: 90, frames: 6 }));
  expect(facts).toMatchObject({ width: 72, height: 128 });
  expect(renditions.find(({ name }) => name === "screen")).toMatchObject({ width: 72, height: 128 });
});

test("what is not a whole video is refused with a sentence", async () => {
  const bytes = await clip();
  expect((await refusal(new Uint8Array())).message).toBe("The file is empty.");
  expect((await refusal(bytes.slice(0, bytes.length / 2))).message).toContain("damaged");
  const scrambled = Uint8Array.from(bytes, (byte, at) => (at > 400 ? byte ^ 0x5a : byte));
  expect((await refusal(scrambled)).code).toBe("BAD_INPUT");
  expect((await refusal(await png())).message).toContain("no moving picture");
  const webm = await clip({ format: "webm" });
  expect((await refusal(webm.slice(0, 60))).code).toBe("BAD_INPUT");
});

test("one written in pieces is measured like any other", async () => {
  const { facts } = await prepare(await clip({ frames: 24, fragmented: true }));
  expect(facts).toMatchObject({ width: 128, height: 72, provenance: { frames: 24 } });
  expect(Math.abs(facts.durationMs - 1000)).toBeLessThanOrEqual(42);
});

test("a sound without a picture, a track without frames, and a length or a size nobody could show are refused", async () => {
  expect((await refusal(await audioOnly())).message).toBe("The file has no moving picture in it.");
  const bytes = Buffer.from(await clip());
  const changed = (box: string, change: (at: number, copy: Buffer) => void) => {
    const copy = Buffer.from(bytes);
    change(copy.indexOf(box) + 4, copy);
    return copy;
  };
  // Number of samples; frames a time table spans; width and height of the sample description.
  expect((await refusal(changed("stsz", (at, copy) => copy.writeUInt32BE(0, at + 8)))).code).toBe("BAD_INPUT");
  expect((await refusal(changed("stts", (at, copy) => copy.writeUInt32BE(0x00ff_ffff, at + 12)))).message).toContain("up to 5 minutes");
  const wide = changed("avc1", (at, copy) => {
    const entry = copy.indexOf("avc1", copy.indexOf("stsd")) + 4;
    copy.writeUInt16BE(20_000, entry + 24);
    copy.writeUInt16BE(20_000, entry + 26);
    expect(entry).toBeGreaterThanOrEqual(at);
  });
  expect((await refusal(wide)).message).toContain("megapixels");
});

test("a table of contents larger than any video needs is not read", async () => {
  const bytes = Buffer.from(await clip());
  const at = bytes.indexOf("moov") - 4;
  const bomb = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(8), Buffer.alloc(17 * 1024 * 1024)]);
  bomb.writeUInt32BE(8 + 17 * 1024 * 1024, at);
  bomb.write("moov", at + 4, "latin1");
  expect((await refusal(bomb)).message).toContain("damaged");
});

test("a table that claims billions of frames is refused at once", async () => {
  const bytes = Buffer.from(await clip());
  for (const table of ["stsz", "stts", "stsc"]) {
    const bomb = Buffer.from(bytes);
    const at = bomb.indexOf(table) + 8;
    bomb.writeUInt32BE(0xffff_fff0, table === "stsz" ? at + 4 : at);
    const startedAt = performance.now();
    expect((await refusal(bomb)).code).toBe("BAD_INPUT");
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  }
});

test("a file over the limit is refused before it is read", async () => {
  const read = vi.fn();
  await expect(prepareVideo({ byteSize: MAX_VIDEO_BYTES + 1, read })).rejects.toMatchObject({ code: "TOO_LARGE" });
  expect(read).not.toHaveBeenCalled();
});
