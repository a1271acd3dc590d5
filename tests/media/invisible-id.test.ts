import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { hashDistance, likenessOf } from "@/lib/domain/publication/likeness";
import { paintPicture } from "@/lib/engines/sketch/paint-picture";
import { invisibleIdIn, withInvisibleId } from "@/lib/media/invisible-id/still";
import { perceptualHash } from "@/lib/media/perceptual-hash";
import { noisePng, picture } from "../support/pictures";

const ID = "a1b2c3d4e5f6";
const SIZE = { width: 640, height: 512 };
let plain: Uint8Array[];
let marked: { bytes: Uint8Array; psnrDb: number }[];

beforeAll(async () => {
  const text = "a red bicycle against a white wall, flat vector poster";
  const { png } = await paintPicture({ text, negative: "", seed: 1, ...SIZE, references: [] });
  // Nothing but one hard edge: there is next to no place to hide anything.
  plain = [png, await picture(SIZE.width, SIZE.height).removeAlpha().png().toBuffer()];
  const written = await Promise.all(plain.map((bytes) => withInvisibleId(bytes, ID)));
  marked = written.flatMap((each) => each ?? []);
});

/** What people do to a picture on its way through the world. */
const JOURNEYS: Readonly<Record<string, (bytes: Uint8Array) => Promise<Buffer>>> = {
  "as it is": async (bytes) => Buffer.from(bytes),
  "JPEG at quality 70": (bytes) => sharp(bytes).jpeg({ quality: 70 }).toBuffer(),
  "WebP at quality 75": (bytes) => sharp(bytes).webp({ quality: 75 }).toBuffer(),
  "half the size": (bytes) => sharp(bytes).resize(320, 256).png().toBuffer(),
  "half the size as JPEG at quality 80": (bytes) => sharp(bytes).resize(320, 256).jpeg({ quality: 80 }).toBuffer(),
  "three quarters of the size": (bytes) => sharp(bytes).resize(480, 384).png().toBuffer(),
  "an edge cut away, as JPEG": (bytes) =>
    sharp(bytes).extract({ left: 31, top: 17, width: 560, height: 450 }).jpeg({ quality: 80 }).toBuffer(),
};

describe("an invisible id", () => {
  test("changes nothing that is seen: 42 dB and more, the size as it was, the same look", async () => {
    expect(marked).toHaveLength(2);
    for (const { bytes, psnrDb } of marked) {
      expect(psnrDb).toBeGreaterThan(41.5);
      expect(await sharp(bytes).metadata()).toMatchObject({ ...SIZE, format: "png" });
    }
    expect(
      hashDistance(await perceptualHash(marked[0]?.bytes ?? new Uint8Array()), await perceptualHash(plain[0] ?? new Uint8Array())),
    ).toBeLessThan(3);
  });

  for (const [name, travel] of Object.entries(JOURNEYS))
    test(`is read again: ${name}`, async () => {
      for (const { bytes } of marked) expect(await invisibleIdIn(await travel(bytes), [SIZE])).toBe(ID);
    });

  test("is not read where there is none", async () => {
    const noise = await Promise.all([1, 2, 3, 4].map((seed) => noisePng(256, seed)));
    for (const bytes of [...plain, ...noise]) expect(await invisibleIdIn(bytes, [{ width: 400, height: 400 }])).toBeNull();
  });

  test("keeps the colour profile and what the file says about itself, and refuses what cannot carry it", async () => {
    const told = await sharp(plain[0])
      .keepIccProfile()
      .withIccProfile("p3")
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
      .jpeg()
      .toBuffer();
    const written = await withInvisibleId(told, ID);
    const metadata = await sharp(written?.bytes ?? []).metadata();
    expect([metadata.format, metadata.icc !== undefined, metadata.xmp !== undefined]).toEqual(["jpeg", true, true]);
    expect(await invisibleIdIn(written?.bytes ?? new Uint8Array(), [])).toBe(ID);
    expect(await withInvisibleId(await sharp(plain[0]).greyscale().toColourspace("b-w").png().toBuffer(), ID)).toBeNull();
  });
});

test("pictures are as alike as they look", async () => {
  const [first, second] = await Promise.all(plain.map(perceptualHash));
  const small = await sharp(plain[0]).resize(200).jpeg({ quality: 50 }).modulate({ brightness: 1.1 }).toBuffer();
  expect(likenessOf(hashDistance(first ?? "", await perceptualHash(small)))).toBe("very alike");
  expect(likenessOf(hashDistance(first ?? "", second ?? ""))).toBeNull();
});
