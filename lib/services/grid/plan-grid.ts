import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { Axis, MAX_AXES, Skip } from "@/lib/domain/grid/axis";
import type { Grid } from "@/lib/domain/grid/expand";
import { type Planned, planGrid as plan, refusalsOf } from "@/lib/domain/grid/plan";
import { GridPlan } from "@/lib/domain/grid/view";
import { fits } from "@/lib/domain/money/budget";
import { type ModelChoice, Recipe } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { usableModels } from "../engine/usable-models";
import { read } from "../read";

const MAX_SKIPS = 200;

/** What a grid is made of, as people send it: the prompt with its alternatives, the axes, and what is left out. */
export const gridInput = {
  recipe: Recipe,
  axes: z.array(Axis).min(1, "A grid needs at least one axis.").max(MAX_AXES),
  skips: z.array(Skip).max(MAX_SKIPS).default([]),
};

/** The plan of a grid in a workspace: its engines, its prices. */
export async function planIn(db: Database, workspaceId: string, grid: Grid): Promise<Planned> {
  const models = await usableModels(db, workspaceId);
  const keyOf = ({ engineId, modelId }: Pick<ModelChoice, "engineId" | "modelId">) => `${engineId} ${modelId}`;
  const known = new Map(
    models.map(({ engineId, capabilities }) => [keyOf({ engineId, modelId: capabilities.modelId }), capabilities] as const),
  );
  return plan(grid, (model) => known.get(keyOf(model)));
}

/** A dry run: how many cells, what they cost, and which cannot run. Nothing is written. */
export const planGrid = read({
  verb: "grid.plan",
  permission: "workspace.read",
  input: z.strictObject({ projectId: Id, ...gridInput }),
  output: GridPlan,
  async run({ db, actor }, { projectId, recipe, axes, skips }) {
    const project = await db.project.findFirst({ where: { id: projectId, workspaceId: actor.workspaceId } });
    if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
    const planned = await planIn(db, actor.workspaceId, { base: recipe, axes, skips });
    const budget = { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros };
    return {
      cells: planned.runs,
      pictures: planned.pictures,
      quoteMicros: planned.mostMicros.toString(),
      leastMicros: planned.leastMicros.toString(),
      fits: fits(budget, planned.mostMicros),
      refusal: planned.refusal,
      refused: { cells: planned.cells.length - planned.runs, reasons: [...refusalsOf(planned)] },
    };
  },
});
