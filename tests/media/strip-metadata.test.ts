import sharp from "sharp";
import { expect, test } from "vitest";
import { stripMetadata } from "@/lib/media/strip-metadata";

const SECRET = "Somewhere at 47.3769, 8.5417";

async function picture(format: "png" | "jpeg" | "webp", orientation: number): Promise<Uint8Array> {
  const pixels = sharp({ create: { width: 24, height: 16, channels: 3, background: "#c06030" } });
  return pixels
    .withExif({ IFD0: { ImageDescription: SECRET, Copyright: "Ada" } })
    .withMetadata({ orientation })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>${SECRET}</x:xmpmeta>`)
    .toFormat(format)
    .toBuffer();
}

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

test.each(["png", "jpeg", "webp"] as const)("a %s says nothing of itself any more, and every pixel is as it was", async (format) => {
  const whole = await picture(format, 1);
  expect(Buffer.from(whole).includes(SECRET)).toBe(true);
  const stripped = stripMetadata(whole, `image/${format}`) ?? whole;
  expect(Buffer.from(stripped).includes(SECRET)).toBe(false);
  const { exif, xmp, width, height } = await sharp(stripped).metadata();
  expect({ exif, xmp, width, height }).toEqual({ exif: undefined, xmp: undefined, width: 24, height: 16 });
  expect(await pixelsOf(stripped)).toEqual(await pixelsOf(whole));
});

test("a photograph that was turned is still turned", async () => {
  const stripped = stripMetadata(await picture("jpeg", 6), "image/jpeg") ?? new Uint8Array();
  expect((await sharp(stripped).metadata()).orientation).toBe(6);
  expect(Buffer.from(stripped).includes(SECRET)).toBe(false);
});

test("what is not known how to strip is said to be so", () => {
  expect(stripMetadata(new Uint8Array(8), "video/mp4")).toBeNull();
});
