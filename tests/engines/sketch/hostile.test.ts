import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { EditRefusal } from "@/lib/engines/sketch/edit/refusal";

import { UnreadableReference } from "@/lib/engines/sketch/references/decode";
import type { ReferenceBytes } from "@/lib/engines/sketch/references/prepare";
import { UnfitRequest } from "@/lib/engines/sketch/unfit-request";
import { edit, ellipseMask, landscape } from "./edit";
import { paintSmall } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const solid = (width: number, height: number, background = "#aa3355") => sharp({ create: { width, height, channels: 3, background } });

/** Files people really upload, and files they should not. */
const ODD_PICTURES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  "one pixel": () => solid(1, 1).png().toBuffer(),
  "one row": () => solid(700, 1).png().toBuffer(),
  CMYK: () => solid(90, 60).toColourspace("cmyk").jpeg().toBuffer(),
  "16 bit": () => solid(90, 60).toColourspace("rgb16").png().toBuffer(),
  grey: () => solid(90, 60).greyscale().png().toBuffer(),
  "with a palette": () => solid(90, 60).png({ palette: true }).toBuffer(),
  animated: async () =>
    sharp([await solid(60, 40, "#f00").png().toBuffer(), await solid(60, 40, "#0f0").png().toBuffer()], { join: { animated: true } })
      .gif()
      .toBuffer(),
  "animated WebP": async () =>
    sharp([await solid(60, 40, "#f00").png().toBuffer(), await solid(60, 40, "#0f0").png().toBuffer()], { join: { animated: true } })
      .webp()
      .toBuffer(),
  "transparent throughout": () =>
    sharp({ create: { width: 60, height: 60, channels: 4, background: "#0000" } })
      .png()
      .toBuffer(),
  "turned by its EXIF": () => solid(90, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
  "no bytes": async () => new Uint8Array(),
  "a page of HTML": async () => new TextEncoder().encode("<html>not a picture</html>"),
  "a cut file": async () => (await solid(90, 60).png().toBuffer()).subarray(0, 60),
  "a header of zero pixels": async () => {
    const png = new Uint8Array(await solid(90, 60).png().toBuffer());
    png.fill(0, 16, 24);
    return png;
  },
  "a header of a billion pixels": async () => {
    const png = Buffer.from(await solid(90, 60).png().toBuffer());
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    return png;
  },
};

/** A thing that is not found ends a picture before its other references are looked at: it comes alone. */
const GIVEN_TOGETHER: readonly (readonly ReferenceBytes["role"][])[] = [["style", "composition"], ["product"], ["image"]];

/** Either there is a picture, or the refusal is a sentence; anything else is a fault of ours. */
async function isPictureOrSentence(work: Promise<{ readonly png: Uint8Array }>): Promise<void> {
  try {
    expect((await sharp((await work).png).metadata()).format).toBe("png");
  } catch (error) {
    if (!(error instanceof UnfitRequest)) throw error;
    expect(error.message).toMatch(/^[A-Z“].*\.$/s);
  }
}

describe.each(Object.entries(ODD_PICTURES))("%s is a picture or a sentence", (_, make) => {
  test("as a reference", async () => {
    const bytes = await make();
    for (const roles of GIVEN_TOGETHER) {
      const references: readonly ReferenceBytes[] = roles.map((role) => ({ role, weight: role === "image" ? 1 : 0.7, bytes }));
      await isPictureOrSentence(paintSmall("a fox, render", { width: 32, height: 24, references }));
    }
  });

  test("as the picture to edit", async () => {
    const image = await make();
    for (const text of ["make it night, remove the fox, extend it", "remove the background, upscale it"])
      await isPictureOrSentence(edit(image, text));
  });

  test("as the mask", async () => {
    const mask = await make();
    await isPictureOrSentence(edit(await landscape(48, 36), "recolour it blue", { mask }));
  });
});

test("what cannot be read is refused by name", async () => {
  const html = new TextEncoder().encode("<html>");
  await expect(paintSmall("a fox", { references: [{ role: "style", weight: 1, bytes: html }] })).rejects.toBeInstanceOf(
    UnreadableReference,
  );
  await expect(edit(html, "make it night")).rejects.toBeInstanceOf(EditRefusal);
});

describe("hostile instructions are a picture or a sentence", () => {
  test.each([
    ["empty", ""],
    ["ten thousand words", "make the sky red and remove the boat ".repeat(1250)],
    ["one endless word", "x".repeat(20_000)],
    ["right to left", "أزل القارب واجعل السماء حمراء"],
    ["pictures only", "🌃🚤❌"],
    ["control characters", "make\u0001 it\u0007 \u001b[31mnight\u200b\u202e"],
    ["names of object members", "make the constructor blue, remove __proto__, add toString"],
    ["every verb at once", "remove add change make extend upscale replace with on transparent background"],
  ])("%s", async (_, text) => {
    const image = await landscape(32, 24);
    await isPictureOrSentence(edit(image, text));
    await isPictureOrSentence(edit(image, text, { mask: await ellipseMask(17, 40), negative: text.slice(0, 500) }));
  });
});

test("whatever is combined is a picture or a sentence", async () => {
  const phrase = fc.constantFrom(
    "make it night",
    "remove the red ball",
    "add two foxes",
    "recolour the sky teal",
    "as ink",
    "add fog",
    "in winter",
    "extend it",
    "transparent background",
    "upscale it",
    "warmer",
    "replace red with green",
  );
  const size = fc.constantFrom([16, 16], [32, 16], [16, 40], [41, 21]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(phrase, { minLength: 1, maxLength: 4 }),
      size,
      fc.boolean(),
      fc.nat(),
      async (phrases, [width = 40, height = 40], isMasked, seed) => {
        const mask = isMasked ? await ellipseMask(width + 3, height) : null;
        await isPictureOrSentence(edit(await landscape(width, height), phrases.join(", "), { seed, mask }));
      },
    ),
    { numRuns: 12, examples: [[["transparent background", "extend it"], [16, 16], true, 0]] },
  );
});
