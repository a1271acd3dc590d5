import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Axis } from "@/lib/domain/grid/axis";
import { Difference } from "@/lib/domain/prompt/difference";
import { Controls, type Recipe, ReferenceRole, Seeds } from "@/lib/domain/prompt/recipe";
import type { PatternUse, PromptView, ReferenceView } from "@/lib/domain/prompt/view";
import { modelNameOf } from "@/lib/engines/catalogue";
import { runInclude, runView, variantInclude, variantView } from "../run/run-view";

const assetFace = { select: { fileName: true, thumbHash: true, width: true, height: true } } as const;

export const referenceInclude = { include: { asset: assetFace }, orderBy: { position: "asc" } } as const;

/** What a prompt's row must bring along to be shown in full. */
export const promptInclude = {
  references: referenceInclude,
  board: { select: { projectId: true, archivedAt: true, project: { select: { archivedAt: true } } } },
  createdBy: { select: { displayName: true } },
  patternVersion: { select: { number: true, pattern: { select: { id: true, name: true } } } },
  runs: { include: runInclude, orderBy: { id: "asc" } },
  variants: { include: variantInclude, orderBy: [{ runId: "asc" }, { index: "asc" }] },
  grid: { select: { id: true, axes: true, status: true, _count: { select: { cells: true } } } },
  cell: { select: { gridId: true } },
} as const satisfies Prisma.PromptInclude;

export type PromptRow = Prisma.PromptGetPayload<{ include: typeof promptInclude }>;

type ReferenceRow = {
  assetId: string;
  role: string;
  weight: number;
  asset: { fileName: string; thumbHash: string; width: number; height: number };
};

export function referenceView(reference: ReferenceRow): ReferenceView {
  return {
    assetId: reference.assetId,
    role: ReferenceRole.parse(reference.role),
    weight: reference.weight,
    fileName: reference.asset.fileName,
    thumbHash: reference.asset.thumbHash,
    width: reference.asset.width,
    height: reference.asset.height,
  };
}

type RecipeRow = {
  text: string;
  negative: string;
  engineId: string;
  modelId: string;
  modelRevision: string;
  controls: unknown;
  seeds: unknown;
  count: number;
  references: readonly { assetId: string; role: string; weight: number }[];
};

/** The recipe as rows keep it, in the domain's shape. */
export function recipeOf(prompt: RecipeRow): Recipe {
  return {
    text: prompt.text,
    negative: prompt.negative,
    references: prompt.references.map(({ assetId, role, weight }) => ({ assetId, role: ReferenceRole.parse(role), weight })),
    model: { engineId: prompt.engineId, modelId: prompt.modelId, revision: prompt.modelRevision },
    controls: Controls.parse(prompt.controls),
    seeds: Seeds.parse(prompt.seeds),
    count: prompt.count,
  };
}

/** The recipe as rows keep it; the references go beside it. */
export function recipeColumns(recipe: Recipe) {
  return {
    text: recipe.text,
    negative: recipe.negative,
    engineId: recipe.model.engineId,
    modelId: recipe.model.modelId,
    modelRevision: recipe.model.revision,
    controls: recipe.controls,
    seeds: recipe.seeds,
    count: recipe.count,
  };
}

export const referenceRows = (recipe: Recipe) => recipe.references.map((reference, position) => ({ position, ...reference }));

const Values = z.record(z.string(), z.string());

function patternUse(prompt: PromptRow): PatternUse | null {
  if (!prompt.patternVersion || prompt.patternVersionId === null) return null;
  const { number, pattern } = prompt.patternVersion;
  return {
    patternId: pattern.id,
    versionId: prompt.patternVersionId,
    name: pattern.name,
    number,
    values: Values.catch({}).parse(prompt.patternValues),
  };
}

export function promptView(prompt: PromptRow): PromptView {
  return {
    id: prompt.id,
    boardId: prompt.boardId,
    projectId: prompt.board.projectId,
    parentId: prompt.parentId,
    parentVariantId: prompt.parentVariantId,
    recipe: recipeOf(prompt),
    modelName: modelNameOf(prompt),
    references: prompt.references.map(referenceView),
    difference: z.array(Difference).parse(prompt.difference),
    pattern: patternUse(prompt),
    grid: prompt.grid && {
      id: prompt.grid.id,
      axes: z.array(Axis).parse(prompt.grid.axes),
      cells: prompt.grid._count.cells,
      status: prompt.grid.status,
    },
    cellOf: prompt.cell?.gridId ?? null,
    frozen: prompt.frozenAt !== null,
    archived: prompt.archivedAt !== null,
    author: prompt.createdBy.displayName,
    version: prompt.version,
    createdAt: prompt.createdAt.toISOString(),
    runs: prompt.runs.map(runView),
    variants: prompt.variants.map(variantView),
  };
}

export async function loadPrompt(db: Database, workspaceId: string, promptId: string): Promise<PromptRow> {
  const prompt = await db.prompt.findFirst({ where: { id: promptId, workspaceId }, include: promptInclude });
  if (!prompt) throw new AppError("NOT_FOUND", "This prompt does not exist.");
  return prompt;
}
