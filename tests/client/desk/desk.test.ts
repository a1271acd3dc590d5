import { describe, expect, it } from "vitest";
import { createDesk, type DeskKeepers } from "@/lib/client/desk/desk";
import { Draft, draftFrom, draftFromVariant, isUntouched } from "@/lib/client/desk/draft";
import type { Keeper } from "@/lib/client/desk/keeper";
import { NO_GRID } from "@/lib/domain/grid/draft";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { promptView } from "../board/views";

const FIRST: Draft = { origin: { kind: "root" }, recipe: { ...promptView().recipe, text: "" }, grid: NO_GRID, pattern: null };

function memory(): Keeper {
  let text: string | null = null;
  return {
    read: () => text,
    keep(next) {
      text = next;
    },
  };
}

const keepers = (): DeskKeepers => ({ draft: memory(), look: memory(), visit: memory() });
const CAMERA = { x: 10, y: 20, zoom: 0.3 };

describe("a desk that was left", () => {
  it("is resumed exactly in the same tab: view, place, selection and folds", () => {
    const kept = keepers();
    const before = createDesk(FIRST, kept).getState();
    before.look(CAMERA);
    before.fold("other", true);
    before.moveTo({ promptId: "p", variantId: "v" });
    before.select(["v", "w"], "replace");
    const after = createDesk(FIRST, kept).getState();
    expect(after.left).toEqual({ camera: CAMERA, isThisVisit: true });
    expect(after.place).toEqual({ promptId: "p", variantId: "v" });
    expect([...after.selection]).toEqual(["v", "w"]);
    expect([...after.folded]).toEqual(["other"]);
  });

  it("opens at the same place on another day, with nothing chosen by accident", () => {
    const kept = keepers();
    const before = createDesk(FIRST, kept).getState();
    before.look(CAMERA);
    before.moveTo({ promptId: "p", variantId: "v" });
    before.select(["v"], "replace");
    const after = createDesk(FIRST, { ...kept, visit: memory() }).getState();
    expect(after.left).toEqual({ camera: CAMERA, isThisVisit: false });
    expect(after.place).toEqual({ promptId: "p", variantId: "v" });
    expect(after.selection.size).toBe(0);
  });

  it.each(["not json", '{"camera":{"x":1,"y":2,"zoom":0},"place":null,"selection":[],"folded":[]}', '{"camera":null}'])(
    "starts afresh over what cannot be read: %s",
    (text) => {
      const kept = keepers();
      kept.look.keep(text);
      kept.visit.keep(text);
      expect(createDesk(FIRST, kept).getState()).toMatchObject({ left: null, place: null });
    },
  );
});

describe("folding", () => {
  it("puts the keyboard on the folded prompt and lets go of what it hides", () => {
    const desk = createDesk(FIRST, keepers());
    desk.getState().select(["v", "w"], "replace");
    desk.getState().fold("p", true);
    expect(desk.getState().place).toEqual({ promptId: "p", variantId: null });
    expect([...desk.getState().selection]).toEqual(["p"]);
    desk.getState().fold("p", false);
    expect(desk.getState().folded.size).toBe(0);
  });
});

describe("a draft nobody has written into", () => {
  const prompt = promptView({ frozen: true });
  const branch = draftFrom(prompt, []);

  it("is empty, or just what a prompt put there", () => {
    expect(isUntouched(FIRST, [], [])).toBe(true);
    expect(isUntouched(branch, [prompt], [])).toBe(true);
  });

  it.each<[string, Partial<Draft["recipe"]>]>([
    ["a word", { text: "a calm sea, ink" }],
    ["a negative", { negative: "people" }],
    ["a control", { controls: { aspectRatio: "16:9", quality: "draft", settings: {} } }],
    ["a reference", { references: [{ assetId: prompt.id, role: "style", weight: 0.5 }] }],
  ])("is not one with %s changed", (_, change) => {
    expect(isUntouched({ ...branch, recipe: { ...branch.recipe, ...change } }, [prompt], [])).toBe(false);
  });

  it("is not one whose prompt is out of sight: what is unknown is kept", () => {
    expect(isUntouched(branch, [], [])).toBe(false);
  });
});

describe("a kept draft whose model has changed since", () => {
  const { capabilities, engineId } = SKETCH_MODEL;
  const { recipe } = draftFrom(promptView(), []);
  const kept = { ...recipe, model: { engineId, modelId: capabilities.modelId, revision: capabilities.revision } };
  const later = { ...SKETCH_MODEL, capabilities: { ...capabilities, revision: "a later one" } };

  it("runs on today's revision, and is the very same draft when nothing changed or the model is gone", () => {
    expect(onCurrentRevision(kept, [later]).model).toEqual({ ...kept.model, revision: "a later one" });
    expect(onCurrentRevision(kept, [SKETCH_MODEL])).toBe(kept);
    expect(onCurrentRevision(kept, [])).toBe(kept);
  });
});

describe("a draft with a pattern", () => {
  const pattern = { patternId: "p", versionId: "v", name: "Boat", number: 2, values: { subject: "white [whale]" } };
  const made = promptView({ pattern, frozen: true, recipe: { ...promptView().recipe, text: "a white [whale]" } });

  it("goes on with it when its prompt is branched from, version, values, brackets and all", () => {
    expect(draftFrom(made, [SKETCH_MODEL])).toMatchObject({ pattern, recipe: { text: "a white [whale]" }, origin: { kind: "branch" } });
    expect(draftFromVariant(made, { id: "x", assetId: "y" }, null, [SKETCH_MODEL]).pattern).toEqual(pattern);
  });

  it("is its writer's own once a picture of theirs joins it", () => {
    expect(draftFromVariant(made, { id: "x", assetId: "y" }, "style", [SKETCH_MODEL]).pattern).toBeNull();
  });

  it("is none for a draft that was kept before there were any", () => {
    const { pattern: _, ...kept } = FIRST;
    expect(Draft.parse(kept).pattern).toBeNull();
  });
});
