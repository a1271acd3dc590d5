import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { blur } from "@/lib/engines/sketch/raster/image";
import type { ReferenceBytes } from "@/lib/engines/sketch/references/prepare";
import { hashOf, paintSmall, rasterOf, SMALL, shareNear, similarity, toneDistance, toneOfPicture } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

const WEIGHTS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Different places, lights and media, each with a seed of its own. */
const PROMPTS = [
  ["a sailboat on the sea at noon, gouache", 1],
  ["a fox in an autumn forest, watercolour", 2],
  ["a red car on a city street at dusk, render", 3],
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

async function painted(text: string, seed: number, role: ReferenceBytes["role"], weight: number, bytes: Uint8Array): Promise<Uint8Array> {
  return (await paintSmall(text, { seed, references: [{ role, weight, bytes }] })).png;
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
    expectRising(nearness, 0.006);
    expect(nearness.at(-1)).toBeGreaterThan((nearness[0] ?? 0) * 0.75);
  });

  test.each(["image", "composition"] as const)("%s, in its large masses", async (role) => {
    const soft = async (png: Uint8Array) => blur(await rasterOf(png), SMALL / 14);
    const goal = await soft(stripes);
    const likeness = await overWeights(async (weight) =>
      similarity(await soft(await painted(text, seed, role, weight, stripes)), goal, 16),
    );
    expectRising(likeness, 0.02);
    expect(likeness.at(-1)).toBeGreaterThan((likeness[0] ?? 0) + 0.1);
  });

  test.each(["product", "character"] as const)("%s, in how much of it is seen", async (role) => {
    const shares = await overWeights(async (weight) =>
      shareNear(await rasterOf(await painted(text, seed, role, weight, product)), MAGENTA, 0.12),
    );
    expectRising(shares, 0.002);
    expect(shares.at(-1)).toBeGreaterThan((shares[0] ?? 0) + 0.03);
  });

  test("a weight of 0 is no reference, byte for byte", async () => {
    const plain = hashOf(await paintSmall(text, { seed }));
    for (const role of ["style", "mood", "composition", "product", "character", "image"] as const)
      expect(hashOf(await paintSmall(text, { seed, references: [{ role, weight: 0, bytes: stripes }] }))).toBe(plain);
  });
});
