import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Project } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { Axis } from "@/lib/domain/grid/axis";
import type { PlannedCell } from "@/lib/domain/grid/plan";
import { GridView } from "@/lib/domain/grid/view";
import { fits, leftMicros } from "@/lib/domain/money/budget";
import { formatMicros, MicrosText } from "@/lib/domain/money/micros";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { pixelSize, type Recipe, type Reference } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { catalogueModel, modelNameOf } from "@/lib/engines/catalogue";
import { personOf } from "../person";
import { checkReferences } from "../prompt/check-references";
import { loadPrompt, recipeColumns, recipeOf, referenceRows } from "../prompt/prompt-view";
import { type Unchanged, type WriteContext, type Written, write } from "../write";
import { readGrid } from "./grid-view";
import { gridInput, planIn } from "./plan-grid";

/** A model that left the catalogue still needs a place on screen for its pictures. */
const FALLBACK_LONG_SIDE = 1024;

/** What a grid started by another act has of its own: the version of a pattern that a trial measures. */
interface OwnGrid {
  readonly patternVersionId?: string;
}

const input = z.strictObject({
  boardId: Id,
  /** Chosen by whoever asks, so that asking again – a lost answer, a double press – starts nothing twice. */
  gridId: Id.optional(),
  /** The prompt it branches from, and the variant of it. */
  parent: z.strictObject({ promptId: Id, variantId: Id.nullable().default(null) }).optional(),
  ...gridInput,
  /** The price of the whole that the person saw; refused when it is another by now. */
  quoteMicros: MicrosText.optional(),
});

const definition = {
  verb: "grid.start",
  permission: "run.start" as const,
  input,
  output: GridView,
  async run(
    { tx, actor }: WriteContext,
    { boardId, gridId = randomUUID(), parent, recipe, axes, skips, quoteMicros }: StartGrid,
    own: OwnGrid = {},
  ): Promise<Written<GridView> | Unchanged<GridView>> {
    const person = personOf(actor);
    const { workspaceId, memberId } = person;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${gridId}, 0))`;
    const before = await tx.grid.findUnique({ where: { id: gridId }, select: { workspaceId: true, requestedById: true } });
    if (before?.workspaceId === workspaceId && before.requestedById === memberId)
      return { result: await readGrid(tx, workspaceId, gridId), unchanged: true as const };
    if (before) throw new AppError("CONFLICT", "This grid id is taken. Choose another one.");
    const board = await tx.board.findFirst({
      where: { id: boardId, workspaceId, archivedAt: null, project: { archivedAt: null } },
      include: { project: true },
    });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist, or it is archived.");
    const planned = await planIn(tx, workspaceId, { base: recipe, axes, skips });
    if (planned.refusal !== null) throw new AppError("REFUSED", planned.refusal);
    if (quoteMicros !== undefined && BigInt(quoteMicros) !== planned.mostMicros)
      throw new AppError("CONFLICT", "The price changed since you saw it. Look at the new quote and run again.");
    requireRoom(board.project, planned.mostMicros);
    for (const references of axes.flatMap(referencesOn)) await checkReferences(tx, workspaceId, { references: [...references] });
    await checkReferences(tx, workspaceId, recipe);
    const promptId = await writeNode(tx, { workspaceId, memberId, boardId, recipe, parent, ...own });
    await tx.grid.create({
      data: {
        id: gridId,
        workspaceId,
        projectId: board.projectId,
        promptId,
        axes,
        skips,
        quoteMicros: planned.mostMicros,
        requestedById: memberId,
        cells: { createMany: { data: planned.cells.map(cellRow) } },
      },
    });
    const { projectId } = board;
    return {
      result: await readGrid(tx, workspaceId, gridId),
      audit: [
        {
          subjectKind: "grid",
          subjectId: gridId,
          details: { promptId, cells: planned.runs, pictures: planned.pictures, quoteMicros: planned.mostMicros.toString() },
        },
      ],
      events: [
        { kind: "grid", id: gridId, version: 0, boardId, projectId, act: "starting" },
        { kind: "prompt", id: promptId, version: 0, boardId, projectId, act: parent ? "branched" : "written" },
      ],
      jobs: [{ name: "grid.fill", payload: { workspaceId, gridId } }],
    };
  },
};

type StartGrid = z.output<typeof input>;

/**
 * Starts a grid: its prompt becomes a node of the lineage, its cells are written down with their prices, and the worker
 * starts them one by one through the ordinary run. Asked twice with the same `gridId` it is one grid.
 */
export const startGrid = write(definition);

/** The same within a transaction that does more: a trial. */
export const beginGrid = definition.run;

/** The sets of references an axis puts in a recipe, each once. */
function referencesOn(axis: Axis): readonly (readonly Reference[])[] {
  if (axis.kind === "references") return axis.values;
  if (axis.kind !== "subjects") return [];
  return [...new Map(axis.values.map(({ references }) => [JSON.stringify(references), references])).values()];
}

function requireRoom(project: Project, quoteMicros: bigint): void {
  const budget = { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros };
  if (fits(budget, quoteMicros)) return;
  const left = leftMicros(budget) ?? 0n;
  throw new AppError(
    "OVER_BUDGET",
    `All of it costs ${formatMicros(quoteMicros)}; the project has ${formatMicros(left)} left. Leave some values out, use draft quality, or ask a lead for more.`,
    { details: { quoteMicros: quoteMicros.toString(), leftMicros: left.toString() } },
  );
}

/** The grid's own prompt: frozen from the start, because its cells are what it says. */
async function writeNode(
  tx: Transaction,
  node: {
    workspaceId: string;
    memberId: string;
    boardId: string;
    recipe: Recipe;
    parent: { promptId: string; variantId: string | null } | undefined;
    patternVersionId?: string;
  },
): Promise<string> {
  const { workspaceId, memberId, boardId, recipe } = node;
  const parent = node.parent && (await loadPrompt(tx, workspaceId, node.parent.promptId));
  if (parent && parent.boardId !== boardId) throw new AppError("NOT_FOUND", "The prompt to branch from is not on this board.");
  const variantId = node.parent?.variantId ?? null;
  if (variantId !== null && !parent?.variants.some(({ id }) => id === variantId))
    throw new AppError("NOT_FOUND", "This variant does not belong to that prompt.");
  const { id } = await tx.prompt.create({
    data: {
      ...recipeColumns(recipe),
      workspaceId,
      boardId,
      createdById: memberId,
      parentId: parent?.id ?? null,
      parentVariantId: variantId,
      patternVersionId: node.patternVersionId ?? null,
      difference: parent ? [...differenceBetween(recipeOf(parent), recipe, modelNameOf)] : [],
      references: { createMany: { data: referenceRows(recipe) } },
    },
    select: { id: true },
  });
  // Once its references are there: a frozen prompt takes no more.
  await tx.prompt.update({ where: { id }, data: { frozenAt: new Date() } });
  return id;
}

function cellRow({ at, recipe, refusal, mostMicros }: PlannedCell, index: number) {
  const { model, controls } = recipe;
  const longSide = catalogueModel(model.engineId, model.modelId)?.capabilities.longSide[controls.quality] ?? FALLBACK_LONG_SIDE;
  return { index, at: [...at], ...pixelSize(controls.aspectRatio, longSide), quoteMicros: mostMicros, refusal };
}
