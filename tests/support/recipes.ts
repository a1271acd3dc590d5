import fc from "fast-check";
import { ASPECT_RATIOS, MAX_SEED, MAX_VARIANTS_PER_RUN, REFERENCE_ROLES, type Recipe } from "@/lib/domain/prompt/recipe";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";

const { capabilities, engineId } = SKETCH_MODEL;

/** A recipe the embedded engine accepts. */
export function recipe(change: Partial<Recipe> = {}): Recipe {
  return {
    text: "a lone sailboat on a calm sea at sunset, watercolour",
    negative: "",
    references: [],
    model: { engineId, modelId: capabilities.modelId, revision: capabilities.revision },
    controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
    seeds: { mode: "random" },
    count: 1,
    ...change,
  };
}

const words = fc
  .array(fc.constantFrom("sea", "sky,", "boat", "at", "night", "a", "Red", "fox"), { maxLength: 12 })
  .map((list) => list.join(" "));

/** Any recipe the domain allows, whatever engines accept. */
export const anyRecipe: fc.Arbitrary<Recipe> = fc.record({
  text: words,
  negative: words,
  references: fc.array(
    fc.record({ assetId: fc.uuid(), role: fc.constantFrom(...REFERENCE_ROLES), weight: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 16 },
  ),
  model: fc.constant({ engineId, modelId: capabilities.modelId, revision: capabilities.revision }),
  controls: fc.record({
    aspectRatio: fc.constantFrom(...ASPECT_RATIOS),
    quality: fc.constantFrom("draft" as const, "final" as const),
    settings: fc.dictionary(
      fc.constantFrom("duration", "camera", "loop"),
      fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom("pan-left", "4s")),
    ),
  }),
  seeds: fc.oneof(
    fc.constant({ mode: "random" as const }),
    fc.record({
      mode: fc.constant("locked" as const),
      values: fc.array(fc.integer({ min: 0, max: MAX_SEED }), { minLength: 1, maxLength: MAX_VARIANTS_PER_RUN }),
    }),
  ),
  count: fc.integer({ min: 1, max: MAX_VARIANTS_PER_RUN }),
});
