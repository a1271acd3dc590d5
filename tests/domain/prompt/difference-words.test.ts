import { expect, it } from "vitest";
import { type Difference, differenceBetween } from "@/lib/domain/prompt/difference";
import { differenceWords } from "@/lib/domain/prompt/difference-words";
import type { Recipe } from "@/lib/domain/prompt/recipe";

const RECIPE: Recipe = {
  text: "a calm sea",
  negative: "",
  references: [{ assetId: "one", role: "style", weight: 0.6 }],
  model: { engineId: "sketch", modelId: "sketch", revision: "1" },
  controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
  seeds: { mode: "random" },
  count: 4,
};

it("says in words what a chip says in signs", () => {
  const child: Recipe = {
    ...RECIPE,
    text: "a stormy sea",
    negative: "people",
    references: [{ assetId: "two", role: "mood", weight: 0.4 }],
    controls: { aspectRatio: "3:2", quality: "final", settings: {} },
    count: 2,
  };
  const words = differenceBetween(RECIPE, child).map(differenceWords);
  expect(words).toEqual([
    "removed “calm”",
    "added “stormy”",
    "negative prompt changed to “people”",
    "added the reference mood 40 %",
    "removed the reference style",
    "aspect ratio changed to 3:2",
    "quality changed to final",
    "number of variants changed to 2",
  ]);
});

it.each<[Difference, string]>([
  [{ kind: "engine", text: "engine → veo" }, "engine changed to veo"],
  [{ kind: "reference", text: "style 30 %" }, "reference now style 30 %"],
  [{ kind: "negative", text: "no negative" }, "removed the negative prompt"],
  [{ kind: "seeds", text: "new seeds" }, "new seeds"],
])("%j", (difference, words) => {
  expect(differenceWords(difference)).toBe(words);
});
