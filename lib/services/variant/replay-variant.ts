import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { replayRecipe } from "@/lib/domain/run/replay";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { catalogueModel, modelNameOf } from "@/lib/engines/catalogue";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { queueRun } from "../run/start-run";
import { write } from "../write";

/**
 * Runs the recipe of one variant again: its words, references, settings and seed on the model that made it, one picture. A child
 * of its prompt that knows which variant it replays, run in the same transaction under the rules of any run. What the engine
 * promises of the pixels stands in the run's `replayOf`, and afterwards whether they were the same.
 */
export const replayVariant = write({
  verb: "variant.replay",
  permission: "run.start",
  input: z.strictObject({
    variantId: Id,
    /** The price the person saw; refused when it costs something else by now. */
    quoteMicros: MicrosText,
    /** The review card it is run for. */
    cardId: Id.optional(),
  }),
  output: RunView,
  async run(context, { variantId, quoteMicros, cardId }) {
    const { tx, actor } = context;
    const { workspaceId, memberId } = personOf(actor);
    // One at a time: two presses do not pay for two.
    await tx.$queryRaw`SELECT 1 FROM "Variant" WHERE "id" = ${variantId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
    const variant = await tx.variant.findFirst({
      where: { id: variantId, workspaceId },
      include: {
        run: true,
        replays: { where: { status: { in: ["queued", "submitting", "processing", "unknown"] } }, select: { id: true } },
      },
    });
    if (!variant) throw new AppError("NOT_FOUND", "This variant does not exist.");
    if (variant.replays.length > 0) throw new AppError("CONFLICT", "A replay of this picture is being made already.");
    const parent = await loadPrompt(tx, workspaceId, variant.promptId);
    const before = recipeOf(parent);
    const { engineId, modelId, modelRevision: revision } = variant.run;
    const made = { engineId, modelId, revision };
    const recipe = replayRecipe(before, made, Number(variant.seed), catalogueModel(engineId, modelId)?.capabilities);
    await checkReferences(tx, workspaceId, recipe);
    const { id: promptId } = await tx.prompt.create({
      data: {
        ...recipeColumns(recipe),
        workspaceId,
        boardId: parent.boardId,
        parentId: parent.id,
        parentVariantId: variantId,
        difference: [...differenceBetween(before, recipe, modelNameOf)],
        createdById: memberId,
        references: { createMany: { data: referenceRows(recipe) } },
      },
      select: { id: true },
    });
    const queued = await queueRun(
      context,
      { promptId, quoteMicros, ...(cardId === undefined ? {} : { cardId }) },
      { replayOfId: variantId },
    );
    const place = { boardId: parent.boardId, projectId: parent.board.projectId };
    return {
      ...queued,
      events: [{ kind: "prompt", id: promptId, version: 0, ...place, act: "branched" }, ...(queued.events ?? [])],
    };
  },
});
