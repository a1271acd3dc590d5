import sharp from "sharp";
import { expect, test } from "vitest";
import { measuresOf } from "@/lib/domain/trial/measure";
import { distanceBetween, hashDistance, Signature, similarity } from "@/lib/domain/trial/signature";
import { signatureOf } from "@/lib/media/signature";
import { noisePng, picture, png } from "../support/pictures";

const grey = ({ grey }: Signature) => new Uint8Array(Buffer.from(grey, "base64"));

/** Lighter than the other half of these pictures: composition is looked at in grey. */
const LIGHT = "#fde68a";

test("the same picture in another format and size is nearly the same; another colour, grain or composition is told apart", async () => {
  const jpeg = await picture(480, 300, LIGHT).jpeg({ quality: 80 }).toBuffer();
  const turned = await picture(640, 400, LIGHT).flop().png().toBuffer();
  const [own, pressed, other, mirrored, noise] = await Promise.all([
    signatureOf(await png(640, 400, LIGHT)),
    signatureOf(jpeg),
    signatureOf(await png(640, 400, "#16a34a")),
    signatureOf(turned),
    signatureOf(await noisePng(128)),
  ]);
  expect(() => Signature.parse(own)).not.toThrow();
  expect(await signatureOf(await png(640, 400, LIGHT))).toEqual(own);
  const near = distanceBetween(own, pressed);
  expect([near.style < 0.02, near.palette < 0.02, hashDistance(own.hash, pressed.hash) <= 4]).toEqual([true, true, true]);
  expect(similarity(grey(own), grey(pressed))).toBeGreaterThan(0.95);
  // Another colour moves the palette far more than compression did.
  expect(distanceBetween(own, other).palette).toBeGreaterThan(0.1);
  // A mirrored picture has the same manner and palette, and another composition.
  const mirror = distanceBetween(own, mirrored);
  expect([mirror.style < 0.02, mirror.palette < 0.02]).toEqual([true, true]);
  expect(similarity(grey(own), grey(mirrored))).toBeLessThan(0.6);
  expect(hashDistance(own.hash, mirrored.hash)).toBeGreaterThan(8);
  expect(distanceBetween(own, noise).style).toBeGreaterThan(0.15);
});

test("a picture of one channel, with transparency, or tiny is looked at like any other", async () => {
  const flat = await sharp({ create: { width: 3, height: 2, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();
  const signature = Signature.parse(await signatureOf(flat));
  expect(signature.palette[0]?.share).toBe(1);
  expect(
    Signature.parse(
      await signatureOf(
        await sharp(await noisePng(32))
          .greyscale()
          .png()
          .toBuffer(),
      ),
    ).grey,
  ).toHaveLength(1368);
});

test("pictures of a trial are put beside their own row, and a twin anywhere in it is named", async () => {
  const [red, jpeg, noise] = await Promise.all([
    signatureOf(await png()),
    signatureOf(await picture(300, 300).jpeg().toBuffer()),
    signatureOf(await noisePng(64)),
  ]);
  const measures = measuresOf([
    { index: 0, row: 0, signature: red, fromReferences: null },
    { index: 1, row: 0, signature: noise, fromReferences: null },
    { index: 2, row: 1, signature: jpeg, fromReferences: { style: 0.1, palette: 0.2 } },
  ]);
  expect(measures.map(({ nearDuplicateOf }) => nearDuplicateOf)).toEqual([null, null, 0]);
  expect(measures[0]?.fromRow).toEqual(measures[1]?.fromRow);
  expect(measures[2]).toMatchObject({ fromRow: null, compositionChange: null, fromReferences: { style: 0.1, palette: 0.2 } });
});
