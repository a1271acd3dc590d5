import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { colourOf } from "@/lib/engines/sketch/lexicon/colours";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { type Lab, labDistance, labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { blur, type Raster } from "@/lib/engines/sketch/raster/image";
import { paletteOf } from "@/lib/engines/sketch/raster/palette";
import { prepareReferences, type ReferenceBytes } from "@/lib/engines/sketch/references/prepare";
import { toneOf } from "@/lib/engines/sketch/references/tone";
import { renderScene } from "@/lib/engines/sketch/scene/render-scene";
import { ID } from "@/lib/engines/sketch/scene/stage";
import { hashOf, paintSmall, rasterOf, SMALL, shareNear, similarity, toneDistance, toneOfPicture } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const WEIGHTS = [0, 0.35, 0.7, 1] as const;
/** What a weight does does not hang on the size: pixels. */
const SIDE = 72;
/** Different places, lights and media, each with a seed of its own. */
const PROMPTS = [
  ["a sailboat on the sea at noon, gouache", 1],
  ["a blue car on a city street at dusk, render", 3],
] as const;

const svg = (body: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">${body}</svg>`))
    .png()
    .toBuffer();
/** Large shapes in colours that none of the prompts has. */
const stripes = await svg(
  '<rect width="256" height="256" fill="#0b5345"/><rect width="128" height="256" fill="#d4ac0d"/><circle cx="180" cy="90" r="60" fill="#f5cba7"/>',
);
const MAGENTA = [0.76, 0.09, 0.36] as const;
const product = await svg(
  '<rect width="256" height="256" fill="#fff"/><rect x="85" y="50" width="86" height="170" rx="18" fill="#c2175b"/>',
);

const { png: portrait } = await paintSmall("portrait of an old man with a beard, soft light, render", { seed: 5 });

const { png: forest } = await paintSmall("a fox in a forest at noon, gouache", { seed: 7 });

const { png: sitter } = await paintSmall("portrait of an old man with a beard in a red coat, flat", { seed: 5, width: 160, height: 160 });

const known = new Map<string, Promise<Uint8Array>>();

/** A picture under one reference. Several tests measure the same one, which is painted once; without weight it is the plain one. */
function painted(text: string, seed: number, role: ReferenceBytes["role"], weight: number, bytes: Uint8Array): Promise<Uint8Array> {
  const key = weight === 0 ? `${text} ${seed}` : `${text} ${seed} ${role} ${weight} ${createHash("sha256").update(bytes).digest("hex")}`;
  const references = weight === 0 ? [] : [{ role, weight, bytes }];
  const picture = known.get(key) ?? paintSmall(text, { seed, references, width: SIDE, height: SIDE }).then(({ png }) => png);
  known.set(key, picture);
  return picture;
}

/** One figure a weight, in rising order of weight. */
function overWeights(measure: (weight: number) => Promise<number>): Promise<readonly number[]> {
  return Promise.all(WEIGHTS.map(measure));
}

function expectRising(values: readonly number[], slack: number): void {
  for (const [k, value] of values.slice(1).entries()) expect(value).toBeGreaterThanOrEqual((values[k] ?? 0) - slack);
}

describe.each(PROMPTS)("the more a reference weighs, the nearer the picture comes to it: %s", (text, seed) => {
  test.each(["style", "mood", "image"] as const)("%s, in colour", async (role) => {
    const goal = await toneOfPicture(stripes);
    const nearness = await overWeights(
      async (weight) => -toneDistance(await toneOfPicture(await painted(text, seed, role, weight, stripes)), goal),
    );
    expectRising(nearness, 0.002);
    expect(nearness.at(-1)).toBeGreaterThan((nearness[0] ?? 0) * 0.75);
  });

  test.each(["image", "composition"] as const)("%s, in its large masses", async (role) => {
    const soft = async (png: Uint8Array) => blur(await rasterOf(png), SMALL / 14);
    const goal = await soft(stripes);
    const likeness = await overWeights(async (weight) =>
      similarity(await soft(await painted(text, seed, role, weight, stripes)), goal, 16),
    );
    expectRising(likeness, role === "image" ? 0.002 : 0.02);
    expect(likeness.at(-1)).toBeGreaterThan((likeness[0] ?? 0) + 0.1);
  });

  test.each(["product", "character"] as const)("%s, in how much of it is seen", async (role) => {
    const shares = await overWeights(async (weight) =>
      shareNear(await rasterOf(await painted(text, seed, role, weight, product)), MAGENTA, 0.12),
    );
    expectRising(shares, 0.002);
    expect(shares.at(-1)).toBeGreaterThan((shares[0] ?? 0) + 0.03);
  });
});

test.each([
  ["mood", "a house in snow, flat", 4],
  ["style", "a red car in a desert, watercolour", 4],
  ["image", "a house in snow, ink", 4],
  ["mood", "a fox in a forest, risograph", 2],
] as const)("no more weight of a %s makes a picture less like its reference, in tone and in structure: %s", async (role, text, seed) => {
  const goal = await rasterOf(forest);
  const pictures = await Promise.all([0, 0.5, 0.9, 1].map(async (weight) => rasterOf(await painted(text, seed, role, weight, forest))));
  expectRising(
    pictures.map((picture) => -toneDistance(toneOf(picture), toneOf(goal))),
    0.002,
  );
  expectRising(
    pictures.map((picture) => similarity(picture, goal)),
    0.002,
  );
});

test.each(["oil", "flat", "halftone", "ink"])(
  "a picture of weight 1 is nearest of all, also in %s, which has a hand of its own",
  async (medium) => {
    const goal = await rasterOf(portrait);
    const likeness = await Promise.all(
      [0.5, 0.75, 0.9, 1].map(async (weight) =>
        similarity(await rasterOf(await painted(`portrait of a girl, ${medium}`, 1, "image", weight, portrait)), goal),
      ),
    );
    expectRising(likeness, 0);
  },
);

test.each([
  ["style", "ink"],
  ["style", "flat"],
  ["mood", "halftone"],
] as const)("the seven main colours of a picture are never farther from those of a %s of more weight, in %s", async (role, medium) => {
  const mainOf = (picture: Raster) => paletteOf(picture, 7, "reference").map(({ lab }) => lab);
  const goal = mainOf(await rasterOf(stripes));
  const apart = (from: readonly Lab[], to: readonly Lab[]) =>
    from.reduce((sum, lab) => sum + Math.sqrt(Math.min(...to.map((other) => labDistance(lab, other, 1)))), 0) / from.length;
  const nearness = await Promise.all(
    Array.from({ length: 4 }, async (_, k) => {
      const own = mainOf(await rasterOf(await painted(`a boat on a lake, ${medium}`, 1, role, k / 3, stripes)));
      return -(apart(own, goal) + apart(goal, own)) / 2;
    }),
  );
  expectRising(nearness, 0.004);
});

test("a portrait keeps its sitter under a character of little weight, who takes on the colours of the other", async () => {
  const text = "portrait of a woman, gouache";
  // The middle of the lower edge is what they wear.
  const isClothes = (pixel: number) => pixel >= SMALL * SMALL * 0.9 && Math.abs((pixel % SMALL) / SMALL - 0.5) < 0.12;
  const goal = meanColour(await rasterOf(sitter), isClothes);
  const clothes = await Promise.all(
    [0, 0.2, 0.45, 0.6, 1].map(async (weight) =>
      between(meanColour(await rasterOf(await painted(text, 3, "character", weight, sitter)), isClothes), goal),
    ),
  );
  expectRising(
    clothes.map((distance) => -distance),
    0.01,
  );
  expect(clothes[2]).toBeLessThan((clothes[0] ?? 0) * 0.65);
});

test.each(["style", "mood", "composition", "product", "character", "image"] as const)(
  "a %s of weight 0 is no reference, byte for byte",
  async (role) => {
    const [[text, seed]] = PROMPTS;
    const plain = await painted(text, seed, role, 0, stripes);
    expect(hashOf(await paintSmall(text, { seed, width: SIDE, height: SIDE, references: [{ role, weight: 0, bytes: stripes }] }))).toBe(
      hashOf({ png: plain }),
    );
  },
);

const gradient = (from: string, to: string) =>
  svg(
    `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
      '<rect width="256" height="256" fill="url(#g)"/>',
  );
/** Plain pictures of two colours, none of them that of a thing below. */
const GRADIENTS = { "slate and brown": await gradient("#3a5f7d", "#8a6a42"), "green and ochre": await gradient("#0b5345", "#d4ac0d") };
const NAMED = [
  "a red sailboat on a calm sea at sunset, watercolour",
  "a blue car on a city street at dusk, gouache",
  "a purple balloon over a desert at noon, flat",
] as const;

/** Mean colour plane (a, b of OKLab) of a picture's pixels that `belongs` lets in. */
function meanColour({ samples }: Raster, belongs: (pixel: number) => boolean): readonly [a: number, b: number] {
  let [sumA, sumB, count] = [0, 0, 0];
  for (let pixel = 0; pixel < samples.length / 3; pixel++) {
    if (!belongs(pixel)) continue;
    const [, a, b] = labFromRgb(samples[pixel * 3] ?? 0, samples[pixel * 3 + 1] ?? 0, samples[pixel * 3 + 2] ?? 0);
    sumA += a;
    sumB += b;
    count++;
  }
  return [sumA / count, sumB / count];
}

/** Mean distance of two pictures' pixels in OKLab. */
function meanDistance(first: Raster, second: Raster): number {
  const labs = ({ samples }: Raster, i: number) => labFromRgb(samples[i] ?? 0, samples[i + 1] ?? 0, samples[i + 2] ?? 0);
  let sum = 0;
  for (let i = 0; i < first.samples.length; i += 3) sum += Math.sqrt(labDistance(labs(first, i), labs(second, i), 1));
  return sum / (first.samples.length / 3);
}

const between = (p: readonly [number, number], q: readonly [number, number]) => Math.hypot(p[0] - q[0], p[1] - q[1]);

describe.each(Object.entries(GRADIENTS))("under a style of %s", (_name, bytes) => {
  test.each(NAMED)("%s keeps its colour; what surrounds it takes the style's", async (text) => {
    const { spec } = parsePrompt({ text, negative: "", seed: 2 });
    const { ids } = renderScene(spec, SMALL, SMALL, await prepareReferences([], SMALL, SMALL));
    const isThing = (pixel: number) => (ids[pixel] ?? 0) >= ID.SUBJECT;
    const isAround = (pixel: number) => !isThing(pixel);
    const goal = meanColour(await rasterOf(bytes), () => true);
    const plain = await rasterOf(await painted(text, 2, "style", 0, bytes));
    for (const weight of [0.3, 1]) {
      const styled = await rasterOf(await painted(text, 2, "style", weight, bytes));
      expect(between(meanColour(styled, isThing), meanColour(plain, isThing))).toBeLessThan(0.05 + 0.03 * weight);
      if (weight === 1)
        expect(between(meanColour(styled, isAround), goal)).toBeLessThan(
          between(meanColour(plain, isAround), goal) * (1.25 - weight) + 0.012,
        );
    }
  });

  test("seeds stay different pictures", async () => {
    const difference = async (weight: number) => {
      const [first, ...others] = await Promise.all(
        [1, 2, 3].map(async (seed) => rasterOf(await painted(NAMED[0], seed, "style", weight, bytes))),
      );
      if (first === undefined) throw new Error("no picture");
      return Math.min(...others.map((other) => meanDistance(first, other)));
    };
    const plain = await difference(0);
    expect(await difference(1)).toBeGreaterThan(plain * 0.6);
  });
});

test("a colour named for the whole scene survives a style at its usual weight, and gives way to it at its full weight", async () => {
  const text = "a white vase, teal backdrop, studio, render";
  const teal = async (weight: number) =>
    shareNear(await rasterOf(await painted(text, 3, "style", weight, GRADIENTS["slate and brown"])), colourOf("teal"), 0.09);
  const [plain, usual, full] = [await teal(0), await teal(0.6), await teal(1)];
  expect(plain).toBeGreaterThan(0.2);
  expect(usual).toBeGreaterThan(plain * 0.6);
  expect(full).toBeLessThan(usual);
});
