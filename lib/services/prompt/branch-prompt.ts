import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { BranchUse, branchRecipe, RecipeChange } from "@/lib/domain/prompt/lineage";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { modelNameOf } from "@/lib/engines/catalogue";
import { personOf } from "../person";
import { write } from "../write";
import { checkReferences } from "./check-references";
import { patternLink } from "./pattern-link";
import { loadPrompt, promptView, recipeColumns, recipeOf, referenceRows } from "./prompt-view";

/** A child of a prompt, or of one of its variants; the difference from its parent is computed here and kept. */
export const branchPrompt = write({
  verb: "prompt.branch",
  permission: "prompt.write",
  input: z.strictObject({
    promptId: Id,
    change: RecipeChange.default({}),
    /** Branch from this variant of the prompt; `use` null inherits only the recipe. */
    variant: z.strictObject({ variantId: Id, use: BranchUse.nullable() }).optional(),
  }),
  output: PromptView,
  async run({ tx, actor }, { promptId, change, variant }) {
    const { workspaceId, memberId } = personOf(actor);
    const parent = await loadPrompt(tx, workspaceId, promptId);
    const source = variant && parent.variants.find((candidate) => candidate.id === variant.variantId);
    if (variant && !source) throw new AppError("NOT_FOUND", "This variant does not belong to that prompt.");
    const before = recipeOf(parent);
    const recipe = branchRecipe(before, change, source && variant?.use ? { assetId: source.assetId, use: variant.use } : undefined);
    await checkReferences(tx, workspaceId, recipe);
    const { id } = await tx.prompt.create({
      data: {
        ...recipeColumns(recipe),
        ...(await patternLink(tx, parent, recipe)),
        workspaceId,
        boardId: parent.boardId,
        parentId: parent.id,
        parentVariantId: source?.id ?? null,
        difference: [...differenceBetween(before, recipe, modelNameOf)],
        createdById: memberId,
        references: { createMany: { data: referenceRows(recipe) } },
      },
      select: { id: true },
    });
    const { projectId } = parent.board;
    return {
      result: promptView(await loadPrompt(tx, workspaceId, id)),
      audit: [{ subjectKind: "prompt", subjectId: id, details: { parentId: parent.id, variantId: source?.id ?? null } }],
      events: [{ kind: "prompt", id, version: 0, boardId: parent.boardId, projectId, act: "branched" }],
    };
  },
});
