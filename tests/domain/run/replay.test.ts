import { describe, expect, it } from "vitest";
import { promiseOfReplay, promiseWords, replayOutcome, replayRecipe } from "@/lib/domain/run/replay";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { recipe } from "../../support/recipes";

const { capabilities } = SKETCH_MODEL;
const made = { engineId: "sketch", modelId: capabilities.modelId, revision: "1" };

describe("a replay", () => {
  it("is promised the same pixels by a deterministic engine at the revision that made them, and by no other", () => {
    expect(promiseOfReplay(made, capabilities, "1")).toBe("same-pixels");
    expect(promiseOfReplay(made, capabilities, "2")).toBe("other-revision");
    expect(promiseOfReplay(made, { ...capabilities, deterministic: false }, "1")).toBe("nothing");
    // Whose seeds cannot be said cannot be asked for the same.
    expect(promiseOfReplay(made, { ...capabilities, seeds: false }, "1")).toBe("nothing");
    expect(promiseOfReplay(made, undefined, "1")).toBe("nothing");
  });

  it("asks for one picture with the variant's own seed, on the revision of today, and everything else as it was", () => {
    const before = recipe({ count: 4, negative: "rain", seeds: { mode: "locked", values: [1, 2] } });
    expect(replayRecipe(before, made, 7, capabilities)).toEqual({
      ...before,
      model: { ...made, revision: capabilities.revision },
      seeds: { mode: "locked", values: [7] },
      count: 1,
    });
    expect(replayRecipe(before, made, 7, { ...capabilities, seeds: false }).seeds).toEqual({ mode: "random" });
  });

  it("says before what is promised and after what came of it", () => {
    expect(promiseWords("other-revision", "Sketch", "1", "2")).toContain("made at 1, and it is at 2 now");
    expect(replayOutcome("same-pixels", true)).toBe("The same pixels, byte for byte, as promised.");
    expect(replayOutcome("nothing", false)).toBe("Other pixels; the same were not promised.");
    expect(replayOutcome("same-pixels", null)).toBeNull();
  });
});
