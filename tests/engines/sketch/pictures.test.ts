import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { colourOf } from "@/lib/engines/sketch/lexicon/colours";
import { MEDIA } from "@/lib/engines/sketch/lexicon/media";
import { PLACES } from "@/lib/engines/sketch/lexicon/places";
import { hashOf, paintSmall, rasterOf, shareNear, similarity, toneOfPicture } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const WORD_OF_PLACE: Readonly<Record<(typeof PLACES)[number], string>> = {
  beach: "woman on a beach",
  sea: "sailboat on the sea",
  lake: "lake with a swan",
  underwater: "whale underwater",
  space: "astronaut in space",
  street: "red car on a street",
  city: "city skyline",
  desert: "cactus in the desert",
  snow: "bear in the snow",
  forest: "fox in a forest",
  mountains: "cabin in the mountains",
  meadow: "deer in a meadow",
  interior: "cat in a living room",
  table: "apple on a table",
  studio: "perfume bottle, studio",
  portrait: "portrait of a man",
  abstract: "abstract geometric",
};

/** Share of pixels that are plain black or plain white. */
async function clippedShare(png: Uint8Array): Promise<{ black: number; white: number }> {
  const { samples } = await rasterOf(png);
  let black = 0;
  let white = 0;
  for (let i = 0; i < samples.length; i += 3) {
    const [r = 0, g = 0, b = 0] = samples.subarray(i, i + 3);
    if (Math.max(r, g, b) < 2 / 255) black++;
    if (Math.min(r, g, b) > 253 / 255) white++;
  }
  return { black: black / (samples.length / 3), white: white / (samples.length / 3) };
}

describe("every place and every medium gives a picture with something in it", () => {
  test.each(PLACES)("%s", async (place) => {
    const medium = MEDIA[PLACES.indexOf(place) % MEDIA.length];
    const painted = await paintSmall(`${WORD_OF_PLACE[place]}, day, ${medium}`);
    expect(painted.parsed.spec.places[0]).toBe(place);
    const { black, white } = await clippedShare(painted.png);
    expect(black).toBeLessThan(0.4);
    expect(white).toBeLessThan(0.4);
    const { spread } = await toneOfPicture(painted.png);
    expect(spread[0]).toBeGreaterThan(0.02);
  });

  test.each(MEDIA)("night in %s is dark but not black", async (medium) => {
    const { black } = await clippedShare((await paintSmall(`aurora over a lake at night, ${medium}`)).png);
    expect(black).toBeLessThan(0.4);
  });
});

describe("the same request gives the same bytes", () => {
  test("twice in one process", async () => {
    const text = "three foxes in a forest at dawn, oil";
    expect(hashOf(await paintSmall(text))).toBe(hashOf(await paintSmall(text)));
  });

  test("another seed gives another picture", async () => {
    const pictures = await Promise.all(
      [1, 2, 3, 4].map(async (seed) => rasterOf((await paintSmall("a sailboat on the sea at sunset, gouache", { seed })).png)),
    );
    for (const [i, first] of pictures.entries()) {
      for (const second of pictures.slice(i + 1)) expect(similarity(first, second)).toBeLessThan(0.9);
    }
  });
});

describe("words are seen in the picture", () => {
  test("colours of a backdrop and of a thing", async () => {
    const picture = await rasterOf((await paintSmall("red sneaker, teal backdrop, studio, render")).png);
    expect(shareNear(picture, colourOf("teal"), 0.12)).toBeGreaterThan(0.2);
    expect(shareNear(picture, colourOf("red"), 0.12)).toBeGreaterThan(0.01);
  });

  test("a negative prompt takes the thing away", async () => {
    const text = "a red balloon over a desert, flat";
    const red = async (negative: string) => shareNear(await rasterOf((await paintSmall(text, { negative })).png), colourOf("red"), 0.12);
    expect(await red("")).toBeGreaterThan(0.01);
    expect(await red("balloon")).toBeLessThan(0.002);
  });

  test("a mood changes the picture the way it says", async () => {
    const chroma = async (word: string) => {
      const { spread } = await toneOfPicture((await paintSmall(`${word} meadow at noon, render`)).png);
      return spread[1] + spread[2];
    };
    expect(await chroma("muted")).toBeLessThan(await chroma("vibrant"));
  });
});

test("whatever is combined is painted", async () => {
  const words = (list: readonly string[]) => fc.array(fc.constantFrom(...list), { maxLength: 4 }).map((chosen) => chosen.join(" "));
  const things = words([
    "three foxes",
    "a red bottle",
    "man",
    "umbrella",
    "sailboat on",
    "jellyfish",
    "lighthouse",
    "behind a house",
    "“HI”",
    "hot air balloons",
  ]);
  const manners = words([...MEDIA, ...PLACES, "night", "storm", "fog", "snow", "autumn", "teal", "wide", "close-up", "mysterious"]);
  const size = fc.constantFrom([48, 48], [64, 28], [28, 64], [8, 8]);
  await fc.assert(
    fc.asyncProperty(things, manners, size, fc.nat(), async (thing, manner, [width = 48, height = 48], seed) => {
      const { png } = await paintSmall(`${thing}, ${manner}`, { seed, width, height, negative: manner.slice(0, 6) });
      expect(await sharp(png).metadata()).toMatchObject({ width, height });
    }),
    { numRuns: 40 },
  );
});
