import { execFile } from "node:child_process";
import { promisify } from "node:util";
import sharp from "sharp";
import { expect, test } from "vitest";
import { unsafeShare } from "@/lib/domain/asset/unsafe";
import { measuresOf } from "@/lib/domain/trial/measure";
import { distanceBetween, hashDistance, Signature, similarity } from "@/lib/domain/trial/signature";
import { paintPicture } from "@/lib/engines/sketch/paint-picture";
import { signatureOf } from "@/lib/media/signature";
import { noisePng, picture, png } from "../support/pictures";

const grey = ({ grey }: Signature) => new Uint8Array(Buffer.from(grey, "base64"));

const REQUEST = { negative: "", width: 192, height: 192, references: [] };

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
  expect([(near.style ?? 1) < 0.02, near.palette < 0.02, hashDistance(own.hash, pressed.hash) <= 4]).toEqual([true, true, true]);
  expect(similarity(grey(own), grey(pressed))).toBeGreaterThan(0.95);
  // Another colour moves the palette far more than compression did.
  expect(distanceBetween(own, other).palette).toBeGreaterThan(0.1);
  // A mirrored picture has the same palette, and another composition.
  expect(distanceBetween(own, mirrored).palette).toBeLessThan(0.02);
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

test("the same hand at another seed is near in manner, another hand with the same subject and seed is far, and neither is taken for unsafe", async () => {
  const paint = async (medium: string, seed: number) =>
    signatureOf((await paintPicture({ ...REQUEST, text: `a fox in a forest, ${medium}`, seed })).png);
  const hands = await Promise.all(["watercolour", "ink"].map((medium) => Promise.all([paint(medium, 1), paint(medium, 2)])));
  const style = (one: Signature | undefined, other: Signature | undefined) =>
    (one && other ? distanceBetween(one, other).style : null) ?? Number.NaN;
  const same = hands.map(([one, other]) => style(one, other));
  const others = [0, 1].map((seed) => style(hands[0]?.[seed], hands[1]?.[seed]));
  expect(Math.max(...same)).toBeLessThan(Math.min(...others) / 2);
  for (const { classes, method } of hands.flat()) {
    expect(method).toBe("mobilenet-1");
    expect(classes && unsafeShare(classes)).toBeLessThan(0.2);
  }
});

test("pictures that were looked at in another way are not compared, and say so", async () => {
  const own = await signatureOf(await png());
  const old = Signature.parse({ method: "own-1", lightness: [1], palette: own.palette, hash: own.hash, grey: own.grey });
  const [first, second] = measuresOf([
    { index: 0, row: 0, signature: own, fromReferences: { style: 0.1, palette: 0.2 } },
    { index: 1, row: 0, signature: old, fromReferences: { style: 0.4, palette: 0.2 } },
  ]);
  expect(first).toMatchObject({
    method: "mobilenet-1",
    fromRow: null,
    nearDuplicateOf: null,
    fromReferences: { style: 0.1 },
    unsafe: "clear",
  });
  expect(second).toMatchObject({
    method: "own-1",
    fromRow: null,
    nearDuplicateOf: null,
    fromReferences: { style: null },
    unsafe: "not-checked",
  });
});

test("where the network cannot run, colour and composition are measured all the same", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--jitless", "--import", "tsx", "tests/media/sign-in-process.ts"]);
  expect(JSON.parse(stdout)).toEqual({ method: "no-network-1", manner: null, classes: null });
});
