import { describe, expect, it } from "vitest";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { withPicture, withPictures } from "@/lib/domain/prompt/with-pictures";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { SKETCH_MOTION_CAPABILITIES } from "@/lib/engines/sketch/motion/capabilities";

const still = { engineId: "sketch", capabilities: SKETCH_CAPABILITIES };
const moving = { engineId: "sketch", capabilities: SKETCH_MOTION_CAPABILITIES };
const SEA: Recipe = {
  text: "a calm sea",
  negative: "",
  references: [{ assetId: "mood", role: "mood", weight: 0.3 }],
  model: { engineId: "sketch", modelId: still.capabilities.modelId, revision: still.capabilities.revision },
  controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
  seeds: { mode: "random" },
  count: 4,
};

describe("a recipe with a picture", () => {
  it("stays on its model where that takes the role, and keeps its references", () => {
    const { model, references } = withPicture(SEA, "one", "style", [moving, still]);
    expect(model).toEqual(SEA.model);
    expect(references).toEqual([...SEA.references, { assetId: "one", role: "style", weight: 0.6 }]);
  });

  it("becomes a video of the same words from its start frame, which counts whole", () => {
    const { text, model, references } = withPicture(SEA, "one", "start-frame", [still, moving]);
    expect(text).toBe(SEA.text);
    expect(model.modelId).toBe(moving.capabilities.modelId);
    expect(references).toEqual([{ assetId: "one", role: "start-frame", weight: 1 }]);
  });

  it("keeps the picture when no model takes it: the person is told, nothing vanishes", () => {
    expect(withPicture(SEA, "one", "start-frame", [still]).references.at(-1)).toMatchObject({ assetId: "one", role: "start-frame" });
  });

  it("gives each of several pictures something else to do", () => {
    const roles = withPictures({ ...SEA, references: [] }, ["a", "b", "c", "d"], [still]).references.map(({ role }) => role);
    expect(roles).toEqual(["composition", "style", "mood", "mood"]);
    expect(withPictures(SEA, ["a", "b"], [still]).references.map(({ role }) => role)).toEqual(["mood", "composition", "style"]);
  });
});
