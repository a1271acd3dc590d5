import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { type Attempt, AttemptOption, RecipeEdit, type ReviewCard } from "@/lib/domain/review/card";
import { CardAcceptableDefects, type Defect, DefectKind, Severity } from "@/lib/domain/review/defect";
import { FallbackPath } from "@/lib/domain/review/fallback";
import { Outline } from "@/lib/domain/review/outline";
import { Tick } from "@/lib/domain/review/required-check";
import type { LaneRules } from "@/lib/domain/review/run-for-card";
import { Stages, Vote } from "@/lib/domain/review/stage-plan";
import { CardTemplate } from "@/lib/domain/review/template";

/** What a card's row must bring along for its rules to be applied. */
export const cardInclude = {
  lane: { select: { id: true, name: true, kind: true, allowedEngines: true, requiresDraft: true } },
  attempts: {
    include: { defects: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
    orderBy: { number: "asc" },
  },
} as const satisfies Prisma.ReviewCardInclude;

export type CardRow = Prisma.ReviewCardGetPayload<{ include: typeof cardInclude }>;
type AttemptRow = CardRow["attempts"][number];

/** A card as the domain knows it, with what it takes to change its row. */
export interface LoadedCard {
  readonly id: string;
  readonly workspaceId: string;
  readonly projectId: string;
  readonly lane: LaneRules & { readonly id: string };
  /** The compare-and-set of every change. */
  readonly version: number;
  readonly card: ReviewCard;
}

export const noSuchCard = () => new AppError("NOT_FOUND", "This card does not exist.");

export async function loadCard(db: Database, workspaceId: string, cardId: string): Promise<LoadedCard> {
  const row = await db.reviewCard.findFirst({ where: { id: cardId, workspaceId }, include: cardInclude });
  if (!row) throw noSuchCard();
  return { id: row.id, workspaceId, projectId: row.projectId, lane: row.lane, version: row.version, card: cardOf(row) };
}

export function cardOf(row: CardRow): ReviewCard {
  return {
    status: row.status,
    title: row.title,
    goal: row.goal,
    acceptableDefects: CardAcceptableDefects.parse(row.acceptableDefects),
    ownerId: row.ownerId,
    createdById: row.createdById,
    retryLimit: row.retryLimit,
    retriesUsed: row.retriesUsed,
    waivedRetries: row.waivedRetries,
    fallbackPath: z.nullable(FallbackPath).parse(row.fallbackPath),
    fallbackTakenAt: row.fallbackTakenAt,
    makerId: row.makerId,
    dueAt: row.dueAt,
    dueByRule: row.dueByRule,
    stages: Stages.parse(row.stages),
    startedFrom: z.nullable(CardTemplate).parse(row.startedFrom),
    attempts: row.attempts.map(attemptOf),
  };
}

function attemptOf(row: AttemptRow): Attempt {
  return {
    id: row.id,
    number: row.number,
    assetId: row.assetId,
    variantId: row.variantId,
    contentHash: row.contentHash,
    status: row.status,
    note: row.note,
    viaFallback: row.viaFallback,
    submittedById: row.submittedById,
    decision: row.decidedById && row.decidedAt ? { byId: row.decidedById, at: row.decidedAt, note: row.decisionNote } : null,
    staleAt: row.staleAt,
    recipeEdit: z.nullable(RecipeEdit).parse(row.recipeEdit),
    renewsId: row.renewsId,
    defects: row.defects.map(defectOf),
    submittedAt: row.createdAt,
    options: z.array(AttemptOption).parse(row.options),
    pickedById: row.pickedById,
    votes: z.array(Vote).parse(row.votes),
    ticks: z.array(Tick).parse(row.ticks),
  };
}

function defectOf(row: AttemptRow["defects"][number]): Defect {
  return {
    id: row.id,
    kind: DefectKind.parse(row.kind),
    severity: Severity.parse(row.severity),
    note: row.note,
    x: row.x,
    y: row.y,
    outline: Outline.nullable().parse(row.outline),
    during: row.fromMs === null || row.toMs === null ? null : { fromMs: row.fromMs, toMs: row.toMs },
    carriedFromId: row.carriedFromId,
    fixed: row.fixedInId && row.fixedById ? { attemptId: row.fixedInId, byId: row.fixedById } : null,
    foundById: row.createdById,
    waiver: row.waivedById && row.waiverReason ? { waivedById: row.waivedById, reason: row.waiverReason } : null,
  };
}
