import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { finalRecipe } from "@/lib/domain/prompt/finalise";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { catalogueModel, modelNameOf } from "@/lib/engines/catalogue";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { queueRun } from "../run/start-run";
import { write } from "../write";

/**
 * Makes the final of a draft: its frozen recipe once more, with its seed, at final quality. A child of the draft's prompt
 * that knows which variant it is made of, run in the same transaction. A lane that requires drafts finalises only picked
 * ones; any other lane asks for no pick, and there pressing Finalise on this very draft is choice enough.
 */
export const finaliseVariant = write({
  verb: "variant.finalise",
  permission: "run.start",
  input: z.strictObject({
    variantId: Id,
    /** The price the person saw; refused when it costs something else by now. */
    quoteMicros: MicrosText.optional(),
    /** The review card the final is made for. */
    cardId: Id.optional(),
  }),
  output: RunView,
  async run(context, { variantId, quoteMicros, cardId }) {
    const { tx, actor } = context;
    const { workspaceId, memberId } = personOf(actor);
    // One at a time: two presses do not make two finals.
    await tx.$queryRaw`SELECT 1 FROM "Variant" WHERE "id" = ${variantId}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
    const variant = await tx.variant.findFirst({
      where: { id: variantId, workspaceId },
      include: {
        run: true,
        finals: { where: { status: { in: ["queued", "submitting", "processing", "unknown"] } }, select: { id: true } },
      },
    });
    if (!variant) throw new AppError("NOT_FOUND", "This variant does not exist.");
    if (variant.run.quality === "final") throw new AppError("REFUSED", "This picture is final already.");
    if (variant.finals.length > 0) throw new AppError("CONFLICT", "A final of this draft is being made already.");
    const parent = await loadPrompt(tx, workspaceId, variant.promptId);
    const before = recipeOf(parent);
    const { engineId, modelId, modelRevision: revision } = variant.run;
    const capabilities = catalogueModel(engineId, modelId)?.capabilities;
    const recipe = finalRecipe(before, { engineId, modelId, revision }, Number(variant.seed), capabilities);
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
    const run = { promptId, ...(quoteMicros === undefined ? {} : { quoteMicros }), ...(cardId === undefined ? {} : { cardId }) };
    const queued = await queueRun(context, run, { finalOfId: variantId });
    const place = { boardId: parent.boardId, projectId: parent.board.projectId };
    return {
      ...queued,
      events: [
        { kind: "prompt", id: promptId, version: 0, ...place, act: "branched" },
        ...(queued.events ?? []),
        { kind: "variant", id: variantId, version: variant.version, ...place, act: "finalised" },
      ],
    };
  },
});
