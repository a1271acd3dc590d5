import { z } from "zod";
import type { CatalogueModel } from "../engine/capabilities";
import { onModel } from "../prompt/change-model";
import type { Recipe } from "../prompt/recipe";
import { FAILURE_KINDS } from "../run/failure";

/** Always the same, so that between two previews only the words change. */
export const PREVIEW_SEED = 1;

/** What a pattern would give for some values, as a free draft. Nothing of it is kept. */
export const PatternPreview = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("waiting") }),
  z.strictObject({
    kind: z.literal("painted"),
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    /** Of the picture, base64. */
    bytes: z.base64(),
  }),
  z.strictObject({ kind: z.literal("failed"), failure: z.enum(FAILURE_KINDS), reason: z.string() }),
]);
export type PatternPreview = z.infer<typeof PatternPreview>;

/** A filled recipe as one free draft: on the draft engine whatever its own is, one picture, always the same seed. */
export function previewRecipe(recipe: Recipe, draftModel: Pick<CatalogueModel, "engineId" | "capabilities">): Recipe {
  const moved = onModel({ ...recipe, count: 1 }, draftModel);
  return { ...moved, controls: { ...moved.controls, quality: "draft" }, seeds: { mode: "locked", values: [PREVIEW_SEED] } };
}
