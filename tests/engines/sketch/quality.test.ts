import { expect, test, vi } from "vitest";
import { faultsOf, faultsOfPair, pictureOf } from "@/scripts/gallery/floor";
import { PROMPTS, SEEDS } from "@/scripts/gallery/prompts";
import { paintSmall } from "./paint";

vi.setConfig({ testTimeout: 90_000 });

/** Small, so that the floor of all 48 prompts is part of every test run; `npm run gallery` holds it at full size. */
const SIDE = 80;

test.each(PROMPTS)("%s", async (text) => {
  const pictures = await Promise.all(
    SEEDS.map(async (seed) => pictureOf((await paintSmall(text, { seed, width: SIDE, height: SIDE })).png)),
  );
  const [first, second] = pictures;
  if (first === undefined || second === undefined) throw new Error("two seeds are needed");
  expect(pictures.flatMap((picture) => faultsOf(picture, text))).toEqual([]);
  expect(faultsOfPair(first, second)).toEqual([]);
});
