import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Axis, Skip } from "@/lib/domain/grid/axis";
import { asksForGrid, axesOfWording, cellsOf, gridProblem } from "@/lib/domain/grid/expand";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { recipe } from "../../support/recipes";

const gridOf = (text: string, axes: readonly Axis[] = [], skips: readonly Skip[] = []) => {
  const base = recipe({ text });
  return { base, axes: [...axesOfWording(base), ...axes], skips };
};
const textsOf = (...parts: Parameters<typeof gridOf>) => cellsOf(gridOf(...parts)).map((cell) => cell.recipe.text);
const seeds: Axis = { kind: "seed", values: [0, 7, 9] };

describe("a grid", () => {
  it("has a cell for every choice, the last axis changing fastest", () => {
    expect(textsOf("a [red|blue] [boat|fox]")).toEqual(["a red boat", "a red fox", "a blue boat", "a blue fox"]);
  });

  it("leaves no hole where an alternative is nothing", () => {
    expect(textsOf("a [red|] boat[, at night|], ink")).toEqual([
      "a red boat, at night, ink",
      "a red boat, ink",
      "a boat, at night, ink",
      "a boat, ink",
    ]);
  });

  it("keeps a space that stands inside the brackets with whatever is chosen", () => {
    expect(textsOf("a boat on the sea[ at night| in fog|], ink")).toEqual([
      "a boat on the sea at night, ink",
      "a boat on the sea in fog, ink",
      "a boat on the sea, ink",
    ]);
    expect(textsOf("a [red | blue ]boat")).toEqual(["a red boat", "a blue boat"]);
  });

  it("fills variables, inside alternatives too, and a value's own braces are words", () => {
    const subjects: Axis = { kind: "variable", name: "subject", values: ["boat", "{fox}"] };
    expect(textsOf("[a {subject}|two foxes] at sea", [subjects])).toEqual([
      "a boat at sea",
      "a {fox} at sea",
      "two foxes at sea",
      "two foxes at sea",
    ]);
    expect(textsOf("a {subject}", [subjects])).toEqual(["a boat", "a {fox}"]);
  });

  it("has one picture of each seed, and a seed of 0 is a seed", () => {
    expect(cellsOf(gridOf("boat", [seeds])).map((cell) => cell.recipe)).toMatchObject(
      [0, 7, 9].map((seed) => ({ seeds: { mode: "locked", values: [seed] }, count: 1 })),
    );
  });

  it("changes every other control it is told to", () => {
    const axes: Axis[] = [
      { kind: "aspect-ratio", values: ["1:1", "16:9"] },
      { kind: "quality", values: ["draft", "final"] },
      { kind: "setting", key: "duration", values: [2, 4] },
      { kind: "references", values: [[], [{ assetId: "00000000-0000-7000-8000-000000000000", role: "style", weight: 0.5 }]] },
      { kind: "model", values: [{ engineId: "e", modelId: "m", revision: "1" }] },
    ];
    const cells = cellsOf(gridOf("boat", axes));
    expect(cells).toHaveLength(16);
    expect(cells.at(-1)?.recipe).toMatchObject({
      controls: { aspectRatio: "16:9", quality: "final", settings: { duration: 4 } },
      references: [{ role: "style" }],
      model: { engineId: "e" },
    });
  });

  it("leaves out the cells that have the skipped values together", () => {
    const cells = cellsOf(gridOf("a [red|blue] boat", [seeds], [{ "0": 1, "1": 2 }, { "1": 0 }]));
    expect(cells.map((cell) => cell.at)).toEqual([
      [0, 1],
      [0, 2],
      [1, 1],
    ]);
  });

  it.each([
    ["a {subject}", [], [], /\{subject\} has no values/],
    ["a [red|[b|c]]", [], [], /inside alternatives/],
    ["boat", [seeds, seeds], [], /change the same thing: seed/],
    ["boat", [{ kind: "seed", values: [1, 1] }], [], /same value twice/],
    ["boat", [{ kind: "seed", values: [1] }], [{ "0": 0 }], /left out/],
    [
      "boat",
      [
        { kind: "seed", values: Array.from({ length: 1_000 }, (_, k) => k) },
        { kind: "quality", values: ["draft", "final"] },
      ],
      [],
      /2,000 cells/,
    ],
    ["boat", [{ kind: "alternatives", place: { in: "text", index: 0 }, values: ["a"] }], [], /not in the prompt/],
  ] as const)("of %s is refused with a sentence", (text, axes, skips, sentence) => {
    const base = recipe({ text });
    expect(gridProblem({ base, axes: axes.length > 0 ? ([...axes] as Axis[]) : axesOfWording(base), skips })).toMatch(sentence);
  });

  it("has as many cells as the axes' sizes multiply to, all different, all valid recipes without marks", () => {
    const option = fc.stringMatching(/^[a-z]{1,5}$/);
    const options = fc.uniqueArray(option, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(options, { maxLength: 3 }),
        fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 3 }),
        (alternatives, values) => {
          const text = ["picture", ...alternatives.map((each) => `[${each.join("|")}]`)].join(" ");
          const grid = gridOf(text, [{ kind: "seed", values }]);
          const cells = cellsOf(grid);
          expect(cells).toHaveLength(grid.axes.reduce((count, axis) => count * axis.values.length, 1));
          expect(new Set(cells.map(({ at }) => at.join())).size).toBe(cells.length);
          for (const { recipe: made } of cells) {
            expect(Recipe.safeParse(made).success).toBe(true);
            expect(asksForGrid(made)).toBe(false);
          }
        },
      ),
    );
  });

  it("is asked for by alternatives and variables only", () => {
    expect(asksForGrid(recipe({ text: "a [red|blue] boat" }))).toBe(true);
    expect(asksForGrid(recipe({ text: "boat", negative: "{what}" }))).toBe(true);
    expect(asksForGrid(recipe({ text: "a [red] boat {}" }))).toBe(false);
  });
});
