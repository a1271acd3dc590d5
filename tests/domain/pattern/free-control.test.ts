import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, changeIn, type PatternChange, refusalOfChange } from "@/lib/domain/pattern/free-control";
import { fill, Template } from "@/lib/domain/pattern/template";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { recipe } from "../../support/recipes";

const base = recipe({
  text: "a boat",
  controls: { aspectRatio: "4:5", quality: "draft", settings: { grain: 3 } },
  seeds: { mode: "locked", values: [7, 8] },
  count: 2,
});
const { references: _, ...asTemplate } = base;
const template = (free: string[]) => Template.parse({ ...asTemplate, variables: [], free });

describe("the controls of a pattern", () => {
  it.each<[string, PatternChange, string]>([
    ["a locked aspect ratio", { aspectRatio: "1:1" }, "The aspect ratio of this pattern is locked at 4:5."],
    ["a locked quality", { quality: "final" }, "The quality of this pattern is locked at draft."],
    ["locked seeds", { seeds: { mode: "random" } }, "The seeds of this pattern are locked at 7, 8."],
    ["a locked number of variants", { count: 4 }, "The number of variants of this pattern is locked at 2."],
    ["a locked setting", { settings: { grain: 5 } }, "The grain of this pattern is locked at 3."],
    [
      "a setting it does not name",
      { settings: { cameraMove: "pan" } },
      "The camera move of this pattern is locked at the model's default.",
    ],
    [
      "a model it does not allow",
      { model: { engineId: "veo", modelId: "veo-3" } },
      `This pattern runs on ${base.model.modelId}, not on veo-3.`,
    ],
  ])("%s refuses another value, with a sentence", (_, change, sentence) => {
    expect(refusalOfChange(template([]), change)).toBe(sentence);
  });

  it("that are free take another value, and naming what is there anyway is no change", () => {
    const free = template(["aspectRatio", "count", "seeds", "settings.grain"]);
    const change: PatternChange = { aspectRatio: "1:1", count: 1, settings: { grain: 5 }, quality: "draft" };
    expect(refusalOfChange(free, change)).toBeNull();
    expect(changed(fill(free, [], {}), change)).toMatchObject({
      controls: { aspectRatio: "1:1", quality: "draft", settings: { grain: 5 } },
      count: 1,
      seeds: { mode: "locked", values: [7] },
    });
  });

  it("on another model it allows take what that model knows", () => {
    const { engineId, capabilities } = SKETCH_MODEL;
    const other = { engineId: "other", modelId: "other", revision: "1" };
    const moved = Template.parse({ ...asTemplate, model: other, alternatives: [base.model], variables: [], free: [] });
    const change = { model: { engineId, modelId: capabilities.modelId } };
    expect(refusalOfChange(moved, change)).toBeNull();
    expect(changed(fill(moved, [], {}), change, SKETCH_MODEL).model).toEqual({ ...change.model, revision: capabilities.revision });
  });

  it("found again in a recipe are what was set, whatever it was", () => {
    const all = template(["aspectRatio", "quality", "count", "seeds", "settings.grain"]);
    const asked = fc.record(
      {
        aspectRatio: fc.constantFrom("1:1" as const, "4:5" as const),
        quality: fc.constantFrom("draft" as const, "final" as const),
        count: fc.integer({ min: 2, max: 8 }),
        seeds: fc.constantFrom<Recipe["seeds"]>({ mode: "random" }, { mode: "locked", values: [1] }),
        settings: fc.record({ grain: fc.integer({ min: 0, max: 9 }) }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(asked, (change) => {
        const made = changed(fill(all, [], {}), change);
        expect(changed(fill(all, [], {}), changeIn(all, made))).toEqual(made);
        expect(changeIn(template([]), made)).toEqual({});
      }),
    );
  });
});
