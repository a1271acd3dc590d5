import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axesOf, draftOfAxes, NO_GRID, plainText, skipsKey, skipsOf, variablesIn, withOptions } from "@/lib/domain/grid/draft";
import { cellsOf, gridProblem } from "@/lib/domain/grid/expand";
import { asWords } from "@/lib/domain/grid/wording";
import { matchingSnippets, slashAt, withSnippet } from "@/lib/domain/snippet/snippet";
import { recipe } from "../../support/recipes";

describe("a grid that is being written", () => {
  it("has an axis for its alternatives, for each variable with values, and what was added", () => {
    const base = recipe({ text: "a [red|{tint}] {subject}", negative: "no {subject}" });
    expect(variablesIn(base)).toEqual(["tint", "subject"]);
    const draft = { ...NO_GRID, variables: { subject: ["boat", " fox ", "", "boat"], unused: ["x"] } };
    const axes = axesOf(base, draft);
    expect(axes.map(({ kind, values }) => [kind, values])).toEqual([
      ["alternatives", ["red", "{tint}"]],
      ["variable", ["boat", "fox"]],
    ]);
    const full = axesOf(base, { ...draft, variables: { ...draft.variables, tint: ["blue"] } });
    expect(gridProblem({ base, axes: full, skips: [] })).toBeNull();
    expect(cellsOf({ base, axes: full, skips: [] }).map(({ recipe: cell }) => cell.text)).toContain("a blue boat");
    expect(axesOf(base, draftOfAxes(full))).toEqual(full);
  });

  it("forgets cells left out when the axes are others: they would be other cells", () => {
    const base = recipe({ text: "a [red|blue] boat" });
    const axes = axesOf(base, NO_GRID);
    const draft = { ...NO_GRID, skips: [{ "0": 1 }], skipsFor: skipsKey(axes) };
    expect(skipsOf(draft, axes)).toEqual([{ "0": 1 }]);
    expect(skipsOf(draft, axesOf(recipe({ text: "a [red|green] boat" }), NO_GRID))).toEqual([]);
  });

  it("changes the options of one alternative in its place, whatever signs they hold", () => {
    expect(withOptions("a [red|blue] [boat|fox] at sea", 1, ["hare", "a|b", ""])).toBe("a [red|blue] [hare|a\\|b|] at sea");
    const words = fc
      .string({ maxLength: 8 })
      .map((text) => text.trim())
      .filter((text) => !text.includes("{"));
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 2, maxLength: 4 }), (options) => {
        const text = withOptions("a [red|blue] boat", 0, options);
        expect(axesOf(recipe({ text }), NO_GRID)).toMatchObject([{ values: options }]);
      }),
      { numRuns: 60 },
    );
  });

  it("reads a text without alternatives as it is meant, and writes words so that they are read back", () => {
    expect(plainText("a \\[red\\|blue\\] boat")).toBe("a [red|blue] boat");
    expect(plainText("a [red|blue] \\[boat")).toBe("a [red|blue] \\[boat");
    fc.assert(
      fc.property(fc.string(), (text) => plainText(asWords(text)) === text),
      { numRuns: 60 },
    );
  });
});

describe("snippets", () => {
  it("are meant by a slash that begins a word, not by one inside", () => {
    expect(slashAt("a boat, /gol", 12)).toEqual({ typed: "gol", from: 8, to: 12 });
    expect(slashAt("/", 1)).toEqual({ typed: "", from: 0, to: 1 });
    expect(slashAt("16/9", 4)).toBeNull();
    expect(slashAt("[red|/bl", 8)).toMatchObject({ typed: "bl" });
    expect(withSnippet("a boat, /gol at sea", { typed: "gol", from: 8, to: 12 }, "at golden hour")).toEqual({
      text: "a boat, at golden hour at sea",
      caret: 22,
    });
    const all = [
      { name: "night", text: "after the golden hour" },
      { name: "golden-hour", text: "low sun" },
    ];
    expect(matchingSnippets(all, "gold").map(({ name }) => name)).toEqual(["golden-hour", "night"]);
  });
});
