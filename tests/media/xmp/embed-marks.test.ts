import { parse as parseMetadata } from "exifr";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { embedMarks } from "@/lib/media/xmp/embed-marks";
import { addToPacket } from "@/lib/media/xmp/packet";
import { withPngXmp } from "@/lib/media/xmp/png";
import { animation, picture, withPngChunk } from "../../support/pictures";

const MARKS = {
  publicationId: "0192f0c0-0000-7000-8000-000000000001",
  digitalSourceUri: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
  disclosure: "ai-generated-label",
  sourceHash: "a".repeat(64),
  altText: 'A <lamp> & a "shade".',
  credit: "Studio & Sons",
  creatorTool: "Selects 0.1.0",
};

const PROVIDER_XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" dc:source="Provider &amp; Sons"/>
</rdf:RDF></x:xmpmeta>`;

const see = async (file: Uint8Array) => sharp(file, { animated: true }).raw().toBuffer();
const xmpOf = async (file: Uint8Array) => (await sharp(file).metadata()).xmp?.toString("utf8") ?? "";
const withAlpha = () =>
  picture().composite([{ input: { create: { width: 9, height: 9, channels: 4, background: "#fff0" } }, blend: "dest-out" }]);

const FILES: Readonly<Record<string, () => Promise<Buffer>>> = {
  PNG: () => picture().png().toBuffer(),
  "PNG with a profile and Exif": () =>
    picture()
      .keepIccProfile()
      .withIccProfile("p3")
      .withExif({ IFD0: { Software: "Provider 3" } })
      .png()
      .toBuffer(),
  JPEG: () => picture().jpeg().toBuffer(),
  "JPEG with Exif": () =>
    picture()
      .withExif({ IFD0: { Software: "Provider 3" } })
      .jpeg()
      .toBuffer(),
  "lossy WebP": () => picture().webp().toBuffer(),
  "lossless WebP of odd size": () => picture(33, 17).webp({ lossless: true }).toBuffer(),
  "lossless WebP with alpha": () => withAlpha().ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
  "animated WebP": () => animation("webp"),
};

/** The middle of the file, which is the picture's own data, is in the result in one piece. */
function isKept(before: Uint8Array, after: Uint8Array): boolean {
  const [old, marked] = [Buffer.from(before), Buffer.from(after)];
  const pixels = old.subarray(Math.floor(old.length * 0.4), Math.floor(old.length * 0.9));
  return marked.includes(pixels);
}

describe("marks in a file", () => {
  for (const [name, make] of Object.entries(FILES)) {
    test(`${name}: readable by others, every pixel and the provider's bytes as they were`, async () => {
      const before = await make();
      const { bytes, outcome } = embedMarks(before, MARKS);
      expect(outcome).toBe("embedded");
      expect((await see(bytes)).equals(await see(before))).toBe(true);
      expect(isKept(before, bytes)).toBe(true);
      const { exif, icc, pages } = await sharp(before).metadata();
      const after = await sharp(bytes).metadata();
      expect([after.exif, after.icc, after.pages]).toEqual([exif, icc, pages]);
      expect(after.xmp?.toString("utf8")).toContain(`selects:Publication="${MARKS.publicationId}"`);
    });
  }

  test("another reader finds the digital source type and the disclosure", async () => {
    for (const make of [() => picture().png().toBuffer(), () => picture().jpeg().toBuffer()]) {
      const { bytes } = embedMarks(await make(), MARKS);
      const found: unknown = await parseMetadata(Buffer.from(bytes), { xmp: true, mergeOutput: true });
      expect(found).toMatchObject({ DigitalSourceType: MARKS.digitalSourceUri, Disclosure: "ai-generated-label" });
    }
  });

  test("a fresh PNG is the original with one chunk put in", async () => {
    const before = await picture().png().toBuffer();
    const after = Buffer.from(embedMarks(before, MARKS).bytes);
    const added = after.length - before.length;
    const behindHeader = 8 + 25;
    expect(after.subarray(0, behindHeader).equals(before.subarray(0, behindHeader))).toBe(true);
    expect(after.subarray(behindHeader + added).equals(before.subarray(behindHeader))).toBe(true);
  });

  const withXmp: Readonly<Record<string, (image: Sharp) => Sharp>> = {
    PNG: (image) => image.png(),
    JPEG: (image) => image.jpeg(),
    WebP: (image) => image.webp(),
  };
  for (const [name, as] of Object.entries(withXmp)) {
    test(`${name}: a provider's packet stays whole and its digital source type stays the only one`, async () => {
      const before = await as(picture().withXmp(PROVIDER_XMP)).toBuffer();
      const { bytes, outcome } = embedMarks(before, MARKS);
      const [old, now] = [await xmpOf(before), await xmpOf(bytes)];
      const cut = old.lastIndexOf("</rdf:RDF>");
      expect(outcome).toBe("embedded");
      expect(now.startsWith(old.slice(0, cut))).toBe(true);
      expect(now.endsWith(old.slice(cut))).toBe(true);
      expect(now.match(/DigitalSourceType=/g)).toHaveLength(1);
      expect(now).toContain("trainedAlgorithmicMedia");
      expect((await see(bytes)).equals(await see(before))).toBe(true);
    });
  }

  test("a second release replaces our marks of the first and keeps the declared source type", async () => {
    const first = embedMarks(await picture().png().toBuffer(), MARKS).bytes;
    const again = { ...MARKS, publicationId: "0192f0c0-0000-7000-8000-000000000002", digitalSourceUri: null };
    const second = embedMarks(first, again).bytes;
    const third = embedMarks(second, { ...again, altText: null }).bytes;
    expect(await xmpOf(third)).not.toContain("AltTextAccessibility");
    expect(await xmpOf(embedMarks(third, again).bytes)).toBe(await xmpOf(second));
    const xmp = await xmpOf(second);
    expect(xmp.match(/selects:Publication=/g)).toHaveLength(1);
    expect(xmp.match(/<Iptc4xmpCore:AltTextAccessibility>/g)).toHaveLength(1);
    expect(xmp).toContain("000000000002");
    expect(xmp).toContain("algorithmicMedia");
  });

  test("nothing is claimed about a file of unknown making", async () => {
    const { bytes } = embedMarks(await picture().jpeg().toBuffer(), { ...MARKS, digitalSourceUri: null });
    expect(await xmpOf(bytes)).not.toContain("DigitalSourceType");
  });

  test("a file with Content Credentials stays byte for byte: anything added would break them", async () => {
    const before = withPngChunk(await picture().png().toBuffer(), "caBX", Buffer.from("a manifest"));
    const { bytes, outcome } = embedMarks(before, MARKS);
    expect(outcome).toBe("kept-credentials");
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  test("types and packets we do not write stay byte for byte", async () => {
    const gif = await animation("gif");
    expect(embedMarks(gif, MARKS)).toEqual({ bytes: gif, outcome: "no-place" });
    const odd = withPngXmp(await picture().png().toBuffer(), () => '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>') ?? gif;
    expect(embedMarks(odd, MARKS)).toEqual({ bytes: odd, outcome: "unreadable" });
  });

  test("what others said of credit and content stays, and what XML cannot hold is left out", async () => {
    const said = PROVIDER_XMP.replace("dc:source=", 'xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:Credit="Provider" dc:source=');
    const xmp = addToPacket(said, { ...MARKS, altText: "A\u0001 \uD800lamp\uFFFF\nin the sun" });
    expect(xmp).not.toContain("photoshop:Credit=");
    expect(xmp).toContain('xmp:CreatorTool="Selects 0.1.0"');
    expect(xmp).toContain(">A lamp\nin the sun</rdf:li>");
  });

  test("a hostile packet costs time in proportion to its size", () => {
    const rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">';
    const tag = '<rdf:Description rdf:about=""';
    const hostile = [
      `${rdf}${tag.repeat(60_000)}</rdf:RDF>`,
      `${rdf}${`${tag} xmlns:selects="`.repeat(60_000)}</rdf:RDF>`,
      `${rdf}${tag}${' xmlns:selects="'.repeat(120_000)}></rdf:RDF>`,
    ];
    for (const packet of hostile) {
      const before = performance.now();
      expect(addToPacket(packet, MARKS)).toContain(MARKS.publicationId);
      expect(performance.now() - before).toBeLessThan(1_000);
    }
  });

  test("the same input gives the same bytes", async () => {
    const file = await picture().png().toBuffer();
    expect(Buffer.from(embedMarks(file, MARKS).bytes).equals(embedMarks(file, MARKS).bytes)).toBe(true);
  });
});
