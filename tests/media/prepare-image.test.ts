import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { MAX_IMAGE_BYTES } from "@/lib/domain/asset/limits";
import { FILE_REFUSALS } from "@/lib/domain/asset/refusal";
import { prepareImage } from "@/lib/media/prepare-image";
import { animation, bombPng, EXECUTABLE, HTML, noisePng, picture, png, SVG, withPngChunk } from "../support/pictures";

const XMP = (attribute: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attribute}/></rdf:RDF></x:xmpmeta>`;
const TRAINED = 'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"';

describe("a good picture", () => {
  test.each(["png", "jpeg", "webp", "avif", "gif"] as const)("%s is measured and gets its renditions", async (format) => {
    const bytes = await picture(1600, 900)
      .toFormat(format, format === "avif" ? { effort: 0 } : {})
      .toBuffer();
    const image = await prepareImage(bytes);
    expect(image.facts).toMatchObject({ mimeType: `image/${format}`, width: 1600, height: 900 });
    expect(image.renditions.map(({ name, width, height }) => [name, width, height])).toEqual([
      ["thumb", 256, 144],
      ["screen", 1280, 720],
    ]);
    for (const rendition of image.renditions) {
      const read = await sharp(rendition.bytes).metadata();
      expect(read).toMatchObject({ format: "webp", width: rendition.width, height: rendition.height });
    }
    expect(Buffer.from(image.thumbHash, "base64").length).toBeGreaterThan(10);
  });

  test("a small picture is not enlarged, and one pixel is a picture", async () => {
    const { facts, renditions } = await prepareImage(await png(1, 1));
    expect(facts).toMatchObject({ width: 1, height: 1 });
    expect(renditions.map(({ width, height }) => [width, height])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("a photograph that was turned counts as turned", async () => {
    const bytes = await picture(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { facts, renditions } = await prepareImage(bytes);
    expect(facts).toMatchObject({ width: 200, height: 300 });
    expect(renditions[0]).toMatchObject({ width: 171, height: 256 });
  });

  test.each([
    ["CMYK", () => picture(300, 200, "#ff0000").toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer()],
    ["16-bit", () => picture(300, 200, "#ff0000").toColourspace("rgb16").png().toBuffer()],
  ])("%s becomes 8-bit sRGB in its renditions, with its colours", async (_name, make) => {
    const { renditions } = await prepareImage(await make());
    const screen = renditions.find(({ name }) => name === "screen");
    const { data, info } = await sharp(screen?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(3);
    const [red = 0, green = 255, blue = 255] = data.subarray((info.width * (info.height - 4) + 3) * 3);
    expect(red).toBeGreaterThan(200);
    expect(Math.max(green, blue)).toBeLessThan(90);
  });

  test("transparency survives", async () => {
    const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } })
      .png()
      .toBuffer();
    const { renditions } = await prepareImage(clear);
    expect((await sharp(renditions[0]?.bytes).stats()).isOpaque).toBe(false);
  });

  test.each(["gif", "webp"] as const)("an animated %s shows its first frame and says how many there are", async (format) => {
    const { facts, renditions } = await prepareImage(await animation(format));
    expect(facts).toMatchObject({ width: 120, height: 80, provenance: { frames: 3 } });
    expect((await sharp(renditions[0]?.bytes).metadata()).pages ?? 1).toBe(1);
  });

  test("many at once wait for each other and all succeed", async () => {
    const files = await Promise.all(Array.from({ length: 12 }, (_, seed) => noisePng(200, seed)));
    const images = await Promise.all(files.map((file) => prepareImage(file)));
    expect(new Set(images.map(({ thumbHash }) => thumbHash)).size).toBeGreaterThan(1);
  });
});

describe("what a file says about its making", () => {
  test.each(["png", "jpeg", "webp"] as const)("the digital source type in the XMP of a %s", async (format) => {
    const bytes = await picture().toFormat(format).withXmp(XMP(TRAINED)).toBuffer();
    expect((await prepareImage(bytes)).facts.provenance.digitalSourceType).toBe("trainedAlgorithmicMedia");
  });

  test("the program that wrote it, from EXIF", async () => {
    const bytes = await picture()
      .jpeg()
      .withExif({ IFD0: { Software: "Darkroom 4" } })
      .toBuffer();
    expect((await prepareImage(bytes)).facts.provenance.software).toBe("Darkroom 4");
  });

  test("content credentials in a PNG", async () => {
    const plain = await png();
    expect((await prepareImage(plain)).facts.provenance.hasC2pa).toBe(false);
    const signed = withPngChunk(plain, "caBX", Buffer.from("jumb c2pa"));
    expect((await prepareImage(signed)).facts.provenance.hasC2pa).toBe(true);
  });

  test("content credentials in a JPEG and a WebP", async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xeb, 0, 21]), Buffer.from("JP\0\0\0\0\0jumb....c2pa")]);
    const signedJpeg = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    expect((await prepareImage(signedJpeg)).facts.provenance.hasC2pa).toBe(true);
    const webp = await picture().webp().toBuffer();
    const signedWebp = Buffer.concat([webp, Buffer.from("C2PA\x04\0\0\0jumb", "latin1")]);
    signedWebp.writeUInt32LE(signedWebp.length - 8, 4);
    expect((await prepareImage(signedWebp)).facts.provenance.hasC2pa).toBe(true);
  });
});

describe("a hostile or broken file is refused with a sentence", () => {
  const refusal = (bytes: Uint8Array) =>
    prepareImage(bytes).then(
      () => "taken",
      (error: unknown) => (error instanceof Error && error.name === "AppError" ? error.message : error),
    );

  test.each([
    ["an empty file", new Uint8Array(), /empty/],
    ["an SVG", SVG, /SVG drawings can carry scripts/],
    ["a web page", HTML, /web page/],
    ["a program", EXECUTABLE, /program/],
    ["random bytes", Buffer.from("not a picture"), /not a picture we know/],
    ["more bytes than the limit", Buffer.alloc(MAX_IMAGE_BYTES + 1), /up to 32 MB/],
    ["a bomb of 3.6 gigapixels", bombPng(60_000, 60_000), /60000 × 60000 pixels; up to 50 megapixels/],
    ["a bomb just over the limit", bombPng(7_072, 7_072), /megapixels/],
    ["a PNG head without a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), /damaged/],
    ["a GIF that is a script", Buffer.from("GIF89a/*\0\0*/=1;alert(1)//", "latin1"), /damaged/],
    ["a video", Buffer.from("\0\0\0\x10ftypisom\0\0\0\0", "latin1"), /A video cannot stand for a picture/],
  ])("%s", async (_name, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
  });

  test("as many pixels as the limit allows are taken", async () => {
    expect((await prepareImage(bombPng(10_000, 5_000))).facts).toMatchObject({ width: 10_000, height: 5_000 });
  });

  test.each(["png", "jpeg", "webp", "avif", "gif"] as const)("a %s that was cut short, wherever", async (format) => {
    const whole = await sharp(await noisePng(160))
      .toFormat(format, format === "avif" ? { effort: 0 } : {})
      .toBuffer();
    for (const part of [0.1, 0.5, 0.9]) {
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)))).toBe(FILE_REFUSALS.damaged);
    }
  });

  test("a PNG with a web page behind its end stays a PNG", async () => {
    const polyglot = Buffer.concat([await png(), HTML]);
    expect((await prepareImage(polyglot)).facts.mimeType).toBe("image/png");
  });
});
