import { describe, expect, it } from "vitest";
import { createDesk } from "@/lib/client/desk/desk";
import { emptyDraft } from "@/lib/client/desk/draft";
import { createHistory } from "@/lib/client/history/history";
import { recipeShownOn } from "@/lib/client/recipe/shown-recipe";
import { takeRecipe, whyNotTake } from "@/lib/client/recipe/take-recipe";
import { plainText } from "@/lib/domain/grid/draft";
import { asksForGrid } from "@/lib/domain/grid/expand";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { recipe } from "../../support/recipes";
import { promptView, runView, variantView } from "../board/views";

const NOWHERE = { read: () => null, keep: () => {} };
const models = [SKETCH_MODEL];
const { modelId, revision } = SKETCH_MODEL.capabilities;

function opened() {
  const desk = createDesk(emptyDraft(SKETCH_MODEL), { draft: NOWHERE, look: NOWHERE, visit: NOWHERE });
  const variant = variantView({ seed: 42 });
  const prompt = promptView({
    recipe: recipe({ text: "a red [kite|boat]", negative: "rain", count: 3 }),
    runs: [runView({ id: variant.runId, modelId, modelRevision: "1" })],
    variants: [variant],
  });
  return { desk, history: createHistory(), shown: recipeShownOn(prompt, variant, models) };
}

describe("a recipe taken into the draft", () => {
  it("is, of a variant, the one that makes that picture: on the model that made it, its seed locked; typed as of today", () => {
    const { shown } = opened();
    expect(shown.recipe).toMatchObject({ model: { modelId, revision: "1" }, seeds: { mode: "locked", values: [42] } });
    expect(shown.typed.model).toMatchObject({ modelId, revision });
    // Its brackets were meant as they stand.
    expect(asksForGrid(shown.typed)).toBe(false);
    expect(plainText(shown.typed.text)).toBe("a red [kite|boat]");
  });

  it("is one part and nothing else; the undo leaves alone what was typed since", async () => {
    const { desk, history, shown } = opened();
    desk.getState().setRecipe({ text: "a boat", count: 2 });
    const taken = takeRecipe(desk, history, shown, ["seeds"]);
    expect(desk.getState().draft.recipe).toMatchObject({ text: "a boat", count: 2, negative: "", seeds: { mode: "locked", values: [42] } });
    desk.getState().setRecipe({ text: "a boat at night" });
    expect(await history.undo(taken?.act)).toMatchObject({ title: "apply the seeds" });
    expect(desk.getState().draft.recipe).toMatchObject({ text: "a boat at night", seeds: { mode: "random" } });
  });

  it("is all of it, and then there is nothing left to take", () => {
    const { desk, history, shown } = opened();
    desk.getState().setRecipe({ text: "a boat" });
    takeRecipe(desk, history, shown, null);
    expect(desk.getState().draft).toMatchObject({ origin: { kind: "root" }, recipe: shown.typed });
    expect(takeRecipe(desk, history, shown, null)).toBeNull();
  });

  it("makes a blank draft a branch of what it is of, and the undo makes it blank again", async () => {
    const { desk, history, shown } = opened();
    const blank = desk.getState().draft;
    takeRecipe(desk, history, shown, null);
    expect(desk.getState().draft.origin).toMatchObject({ kind: "branch", promptId: shown.promptId, variantId: shown.variantId });
    await history.undo();
    expect(desk.getState().draft).toEqual(blank);
  });

  it("does not go into a draft that is written with a pattern", () => {
    const pattern = { patternId: "p", versionId: "v", name: "Hero", number: 1, values: {} };
    expect(whyNotTake({ ...emptyDraft(SKETCH_MODEL), pattern })).toMatch(/Take the pattern apart first/);
    expect(whyNotTake(emptyDraft(SKETCH_MODEL))).toBeNull();
  });
});
