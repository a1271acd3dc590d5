import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { fits } from "@/lib/domain/money/budget";
import { MicrosText } from "@/lib/domain/money/micros";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { Id } from "@/lib/domain/wire";
import { usableModel } from "../engine/usable-models";
import { read } from "../read";
import { laneOfRun, laneRefusal } from "./lane-of-run";

/** The price of a recipe in a project, before anything is spent. */
export const quoteRun = read({
  verb: "run.quote",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id, recipe: Recipe, cardId: Id.optional() }),
  output: z.strictObject({
    /** What is held: the run costs no more, unless the provider charges otherwise. */
    quoteMicros: MicrosText,
    /** What it costs at least; equal where the price is fixed. */
    leastMicros: MicrosText,
    /** Whether the project's budget has room for it now. */
    fits: z.boolean(),
    /** Why the recipe cannot run, or null. */
    refusal: z.string().nullable(),
  }),
  async run({ db, actor, now }, { projectId, recipe, cardId }) {
    const project = await db.project.findFirst({ where: { id: projectId, workspaceId: actor.workspaceId } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    const model = (await usableModel(db, actor.workspaceId, recipe.model.engineId, recipe.model.modelId))?.capabilities;
    const price = model ? quoteOf(recipe, model) : { leastMicros: 0n, mostMicros: 0n };
    const lane = await laneOfRun(db, actor.workspaceId, cardId ?? null);
    const forLane = { ...recipe.model, quality: recipe.controls.quality, quoteMicros: price.mostMicros, count: recipe.count };
    const budget = { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros };
    return {
      quoteMicros: price.mostMicros.toString(),
      leastMicros: price.leastMicros.toString(),
      fits: fits(budget, price.mostMicros),
      refusal: refusalOf(recipe, model) ?? (await laneRefusal(db, actor.workspaceId, lane, forLane, now)),
    };
  },
});
