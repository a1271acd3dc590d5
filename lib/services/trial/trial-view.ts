import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { Subject } from "@/lib/domain/eval-set/eval-set";
import { Axis } from "@/lib/domain/grid/axis";
import { Template } from "@/lib/domain/pattern/template";
import type { Seed } from "@/lib/domain/prompt/recipe";
import { DefectKind } from "@/lib/domain/review/defect";
import { countOfTrial } from "@/lib/domain/trial/count";
import { type DriftFrom, driftFrom } from "@/lib/domain/trial/drift-from";
import type { JudgementView } from "@/lib/domain/trial/judgement";
import { type MeasuredCell, measuresOf } from "@/lib/domain/trial/measure";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import { Distance, Signature } from "@/lib/domain/trial/signature";
import type { TrialSummary } from "@/lib/domain/trial/view";
import { catalogueModel } from "@/lib/engines/catalogue";
import { gridInclude, gridView } from "../grid/grid-view";

export const judgementInclude = { include: { member: { select: { displayName: true } } }, orderBy: { memberId: "asc" } } as const;

/** What {@link driftFromOf} asks of a version. */
export const driftFromSelect = { template: true, references: { select: { role: true } } } as const satisfies Prisma.PatternVersionSelect;

export const driftFromOf = ({ template, references }: { template: unknown; references: readonly { role: string }[] }): DriftFrom =>
  driftFrom(Template.parse(template), references);

export const trialInclude = {
  grid: {
    include: { ...gridInclude, prompt: { select: { text: true, boardId: true, engineId: true, modelId: true, modelRevision: true } } },
  },
  patternVersion: { select: { id: true, number: true, ...driftFromSelect, pattern: { select: { id: true, name: true, slug: true } } } },
  evalSet: { select: { id: true, name: true } },
  createdBy: { select: { displayName: true } },
  judgements: { select: { cellIndex: true, memberId: true, verdict: true } },
} as const satisfies Prisma.TrialInclude;

export type TrialRow = Prisma.TrialGetPayload<{ include: typeof trialInclude }>;

export async function loadTrial(db: Database, workspaceId: string, trialId: string): Promise<TrialRow> {
  const trial = await db.trial.findFirst({ where: { id: trialId, workspaceId }, include: trialInclude });
  if (!trial) throw new AppError("NOT_FOUND", "This trial does not exist.");
  return trial;
}

/** The rows and columns of a trial, from its grid's axes. */
export function contentsOf(axes: unknown): { readonly subjects: readonly Subject[]; readonly seeds: readonly z.infer<typeof Seed>[] } {
  const all = z.array(Axis).parse(axes);
  return {
    subjects: all.flatMap((axis) => (axis.kind === "subjects" ? axis.values.map(({ name, values }) => ({ name, values })) : [])),
    seeds: all.flatMap((axis) => (axis.kind === "seed" ? axis.values : [])),
  };
}

/** The revision the catalogue has now; null when the model is gone. */
export const revisionNow = (engineId: string, modelId: string) => catalogueModel(engineId, modelId)?.capabilities.revision ?? null;

/** @param viewer the member who looks; null for the studio itself, which sees everything */
export function trialSummary(trial: TrialRow, viewer: string | null): TrialSummary {
  const { grid, patternVersion, judgements } = trial;
  const { engineId, modelId, modelRevision } = grid.prompt;
  const { projectId, projectName, boardId, status, stopReason, quoteMicros, actualMicros } = gridView(grid);
  const count = countOfTrial(
    grid.cells.map(({ refusal, run }) => ({ refusal, status: run?.status ?? null })),
    status === "cancelled",
  );
  const { subjects, seeds } = contentsOf(grid.axes);
  const outcomes = [...byCell(judgements).values()].map((all) => outcomeOf({ status: "succeeded", refusal: null, judgements: all }));
  const seesAll = !trial.blind || viewer === null || judgedBy(trial, viewer) >= count.succeeded;
  return {
    id: trial.id,
    patternId: patternVersion.pattern.id,
    patternName: patternVersion.pattern.name,
    patternSlug: patternVersion.pattern.slug,
    versionId: patternVersion.id,
    number: patternVersion.number,
    evalSetId: trial.evalSet?.id ?? null,
    evalSetName: trial.evalSet?.name ?? null,
    projectId,
    projectName,
    boardId,
    engineId,
    modelId,
    modelRevision,
    stale: revisionNow(engineId, modelId) !== modelRevision,
    blind: trial.blind,
    status,
    stopReason,
    count,
    subjects: subjects.length,
    seeds: seeds.length,
    judged: seesAll ? outcomes.length : null,
    passed: seesAll ? outcomes.filter((outcome) => outcome === "passed").length : null,
    quoteMicros,
    actualMicros,
    author: trial.createdBy.displayName,
    version: trial.version,
    createdAt: trial.createdAt.toISOString(),
  };
}

/** Judgements by the cell they are about. */
export function byCell<Row extends { readonly cellIndex: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const cells = new Map<number, Row[]>();
  for (const row of rows) {
    const others = cells.get(row.cellIndex);
    if (others) others.push(row);
    else cells.set(row.cellIndex, [row]);
  }
  return cells;
}

const judgedBy = ({ judgements }: TrialRow, memberId: string) => judgements.filter((judgement) => judgement.memberId === memberId).length;

type JudgementRow = Prisma.TrialJudgementGetPayload<typeof judgementInclude>;

export function judgementView({ memberId, member, verdict, defectKind, note, judgedAt }: JudgementRow): JudgementView {
  const kind = DefectKind.nullable().parse(defectKind);
  return { memberId, judge: member.displayName, verdict, defectKind: kind, note, judgedAt: judgedAt.toISOString() };
}

interface MeasureRow {
  readonly cellIndex: number;
  readonly signature: unknown;
  readonly fromReferences: unknown;
}

/** What was measured in a trial, each picture beside the others, by cell. */
export function measuresByCell(rows: readonly MeasureRow[], seeds: number) {
  const cells = rows.flatMap(({ cellIndex, signature, fromReferences }): MeasuredCell[] => {
    const read = Signature.safeParse(signature);
    // Measured by an older studio in another way: not comparable.
    if (!read.success) return [];
    const distance = Distance.nullable().parse(fromReferences);
    return [{ index: cellIndex, row: Math.floor(cellIndex / Math.max(1, seeds)), signature: read.data, fromReferences: distance }];
  });
  return new Map(measuresOf(cells).map((measure) => [measure.index, measure]));
}
