import { z } from "zod";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { draftOfAxes, GridDraft, NO_GRID } from "@/lib/domain/grid/draft";
import { asksForGrid } from "@/lib/domain/grid/expand";
import { asWords } from "@/lib/domain/grid/wording";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import type { BranchUse } from "@/lib/domain/prompt/lineage";
import { PlainText, Recipe } from "@/lib/domain/prompt/recipe";
import { titleOf as firstLine } from "@/lib/domain/prompt/title";
import { PatternUse, type PromptView } from "@/lib/domain/prompt/view";
import { withPicture, withPictures } from "@/lib/domain/prompt/with-pictures";

/** What running the draft makes: a new root, a branch of a prompt (or of one of its variants), or the run of a prompt not yet run. */
export const Origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("root") }),
  z.strictObject({ kind: z.literal("branch"), promptId: z.uuid(), variantId: z.uuid().nullable(), title: z.string() }),
  z.strictObject({ kind: z.literal("edit"), promptId: z.uuid(), version: z.int(), title: z.string() }),
]);
export type Origin = z.infer<typeof Origin>;

/** What is being written, before it is a prompt. A text too long to be sent is kept all the same: it is its writer's to cut. */
export const Draft = z.strictObject({
  origin: Origin,
  recipe: Recipe.extend({ text: PlainText, negative: PlainText }),
  /** What makes a grid of it, beyond its words. */
  grid: GridDraft.default(NO_GRID),
  /** The pattern it is written with: its words are the values, and the recipe follows from them. */
  pattern: PatternUse.nullable().default(null),
});
export type Draft = z.infer<typeof Draft>;

const FIRST_COUNT = 4;
const TITLE_LENGTH = 60;

/** An empty draft on a model: four cheap variants with new seeds. */
export function emptyDraft(model: CatalogueModel): Draft {
  const { capabilities } = model;
  return {
    origin: { kind: "root" },
    recipe: {
      text: "",
      negative: "",
      references: [],
      model: { engineId: model.engineId, modelId: capabilities.modelId, revision: capabilities.revision },
      controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
      seeds: { mode: "random" },
      count: Math.min(FIRST_COUNT, capabilities.maxVariants),
    },
    grid: NO_GRID,
    pattern: null,
  };
}

const titleOf = (prompt: Pick<PromptView, "recipe">) => firstLine(prompt.recipe.text, TITLE_LENGTH);

/** A prompt that has not run is edited; one that has run is branched from. The revision is today's: yesterday's may be gone. */
export function draftFrom(prompt: PromptView, models: readonly CatalogueModel[]): Draft {
  const origin: Origin = prompt.frozen
    ? { kind: "branch", promptId: prompt.id, variantId: null, title: titleOf(prompt) }
    : { kind: "edit", promptId: prompt.id, version: prompt.version, title: titleOf(prompt) };
  const grid = prompt.grid ? draftOfAxes(prompt.grid.axes) : NO_GRID;
  return { origin, recipe: asTyped(prompt, models), grid, pattern: patternOf(prompt) };
}

/** A grid's words are its own, whatever it came from. */
const patternOf = (prompt: PromptView) => (prompt.grid ? null : prompt.pattern);

/** A grid's words are alternatives and variables again; those of any other prompt are meant as they stand, brackets and all. */
function asTyped(prompt: PromptView, models: readonly CatalogueModel[]): Recipe {
  // A pattern's words are not typed.
  return patternOf(prompt) || prompt.grid ? onCurrentRevision(prompt.recipe, models) : typedRecipe(prompt.recipe, models);
}

/** A recipe as one would type it into the composer today. */
export function typedRecipe(before: Recipe, models: readonly CatalogueModel[]): Recipe {
  const recipe = onCurrentRevision(before, models);
  return asksForGrid(recipe) ? { ...recipe, text: asWords(recipe.text), negative: asWords(recipe.negative) } : recipe;
}

/** Whether nobody has written anything into a draft: it is empty, or what a prompt put there. */
export function isUntouched({ origin, recipe, grid }: Draft, prompts: readonly PromptView[], models: readonly CatalogueModel[]): boolean {
  if (origin.kind === "root") return recipe.text === "" && recipe.negative === "" && recipe.references.length === 0;
  const from = prompts.find((prompt) => prompt.id === origin.promptId);
  const before = from && draftFrom(from, models);
  return (
    before !== undefined && differenceBetween(before.recipe, recipe).length === 0 && JSON.stringify(before.grid) === JSON.stringify(grid)
  );
}

/** A branch from a variant: its prompt's recipe, its picture as a reference when asked for. */
export function draftFromVariant(
  prompt: PromptView,
  variant: { readonly id: string; readonly assetId: string },
  use: BranchUse | null,
  models: readonly CatalogueModel[],
): Draft {
  const recipe = asTyped(prompt, models);
  return {
    origin: { kind: "branch", promptId: prompt.id, variantId: variant.id, title: titleOf(prompt) },
    recipe: use === null ? recipe : withPicture(recipe, variant.assetId, use, models),
    grid: NO_GRID,
    // With a picture of its own it is no longer what the pattern gives.
    pattern: use === null ? patternOf(prompt) : null,
  };
}

/** A branch from several variants at once: the recipe of the prompt one is on, and each picture as a reference of its own. */
export function draftMixed(
  { prompt, variant }: { readonly prompt: PromptView; readonly variant: { readonly id: string } | null },
  variants: readonly { readonly assetId: string }[],
  models: readonly CatalogueModel[],
): Draft {
  return {
    origin: { kind: "branch", promptId: prompt.id, variantId: variant?.id ?? null, title: titleOf(prompt) },
    recipe: withPictures(
      asTyped(prompt, models),
      variants.map(({ assetId }) => assetId),
      models,
    ),
    grid: NO_GRID,
    pattern: null,
  };
}
