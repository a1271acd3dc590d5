import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { BRANCH_REFERENCE_WEIGHT, branchRecipe, pathTo, subtreeOf } from "@/lib/domain/prompt/lineage";
import { ASPECT_RATIOS, MAX_REFERENCES, pixelSize, Recipe } from "@/lib/domain/prompt/recipe";
import { anyRecipe, recipe } from "../../support/recipes";

const ASSET = "019a0000-0000-7000-8000-000000000001";

/** A forest where each node's parent came before it; some parents are missing, as after a filter. */
const forest = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((picks) => picks.map((pick, index) => ({ id: `n${index}`, parentId: index === 0 || pick % 5 === 0 ? null : `n${pick % index}` })));

describe("a branch", () => {
  it("inherits everything it does not change, and its recipe is valid", () => {
    fc.assert(
      fc.property(anyRecipe, fc.string({ maxLength: 40 }), (parent, text) => {
        fc.pre(!text.includes("\u0000"));
        const child = branchRecipe(parent, { text });
        expect(child).toEqual({ ...parent, text });
        expect(Recipe.safeParse(child).success).toBe(true);
      }),
    );
  });

  it("from a variant takes its picture as a reference, once, and never overfills the tray", () => {
    fc.assert(
      fc.property(anyRecipe, (parent) => {
        const variant = { assetId: ASSET, use: "style" as const };
        const twice = branchRecipe(branchRecipe(parent, {}, variant), {}, variant);
        expect(twice.references.filter((reference) => reference.assetId === ASSET)).toEqual([
          { assetId: ASSET, role: "style", weight: BRANCH_REFERENCE_WEIGHT },
        ]);
        expect(twice.references.length).toBeLessThanOrEqual(MAX_REFERENCES);
      }),
    );
  });

  it("differs from its parent by nothing when nothing was changed", () => {
    fc.assert(
      fc.property(anyRecipe, (parent) => {
        expect(differenceBetween(parent, branchRecipe(parent, {}))).toEqual([]);
      }),
    );
  });

  it("says what changed in words a chip can hold", () => {
    const parent = recipe({ text: "a boat at sea" });
    const child = branchRecipe(
      parent,
      {
        text: "a boat at golden hour",
        controls: { aspectRatio: "16:9", quality: "final", settings: {} },
        seeds: { mode: "locked", values: [7] },
        count: 4,
      },
      { assetId: ASSET, use: "composition" },
    );
    expect(differenceBetween(parent, child).map((chip) => chip.text)).toEqual([
      "sea",
      "golden hour",
      "+ composition 60 %",
      "16:9",
      "final",
      "× 4",
      "seed 7",
    ]);
  });
});

describe("changed settings", () => {
  const withSettings = (settings: Recipe["controls"]["settings"], modelId = "sketch-motion-1") =>
    recipe({ model: { ...recipe().model, modelId }, controls: { ...recipe().controls, settings } });
  const chips = (before: Recipe, after: Recipe) =>
    differenceBetween(before, after)
      .filter((chip) => chip.kind === "setting")
      .map((chip) => chip.text);

  it("are named with what they are now", () => {
    const parent = withSettings({ duration: 4, cameraMove: "static", loop: true });
    expect(chips(parent, withSettings({ duration: 6, cameraMove: "pan-left", loop: false }))).toEqual([
      "duration 6",
      "camera move pan left",
      "loop off",
    ]);
    expect(chips(parent, withSettings({ duration: 4, loop: true }))).toEqual(["camera move by default"]);
  });

  it("that went with their model are not", () => {
    expect(chips(withSettings({ duration: 4 }), withSettings({}, "sketch-1"))).toEqual([]);
  });
});

describe("the lineage", () => {
  it("gives every node a path from a root to itself", () => {
    fc.assert(
      fc.property(forest, (nodes) => {
        const byId = new Map(nodes.map((node) => [node.id, node]));
        for (const node of nodes) {
          const path = pathTo(byId, node.id);
          expect(path.at(-1)).toBe(node);
          path.slice(1).forEach((step, index) => {
            expect(step.parentId).toBe(path[index]?.id);
          });
        }
      }),
    );
  });

  it("ends even when the data loops", () => {
    const loop = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    expect(pathTo(new Map(loop.map((node) => [node.id, node])), "a").map((node) => node.id)).toEqual(["b", "a"]);
    expect(subtreeOf(loop, "a").map((node) => node.id)).toEqual(["a", "b"]);
  });

  it("subtrees hold exactly the nodes whose path passes their root", () => {
    fc.assert(
      fc.property(forest, fc.nat(), (nodes, pick) => {
        const byId = new Map(nodes.map((node) => [node.id, node]));
        const root = nodes[pick % nodes.length]?.id ?? "n0";
        const below = nodes.filter((node) => pathTo(byId, node.id).some((step) => step.id === root)).map((node) => node.id);
        expect(new Set(subtreeOf(nodes, root).map((node) => node.id))).toEqual(new Set(below));
      }),
    );
  });
});

describe("the size of a picture", () => {
  it("keeps the ratio to within a step of 8 pixels", () => {
    for (const ratio of ASPECT_RATIOS)
      for (const longSide of [512, 1024, 2048]) {
        const { width, height } = pixelSize(ratio, longSide);
        const [across = 1, down = 1] = ratio.split(":").map(Number);
        expect(Math.max(width, height)).toBe(longSide);
        expect((width % 8) + (height % 8)).toBe(0);
        expect(Math.abs(width * down - height * across) / Math.max(across, down)).toBeLessThanOrEqual(8);
      }
  });
});
