import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { CARD_ACTS, type CardAct, whyNot } from "@/lib/domain/review/acts";
import type { Attempt, Person, ReviewCard } from "@/lib/domain/review/card";
import { currentAttempt, RecipeEdit, requiredChecks, retriesLeft, whyStale } from "@/lib/domain/review/card";
import { isAcceptable } from "@/lib/domain/review/defect";
import { fallbackInWords } from "@/lib/domain/review/fallback";
import { changedFromTemplate, templateSays } from "@/lib/domain/review/from-template";
import { openVariables } from "@/lib/domain/review/goal";
import { missingParts } from "@/lib/domain/review/missing-parts";
import { toRecheck } from "@/lib/domain/review/recheck";
import { rotationOf } from "@/lib/domain/review/rotation";
import { stageStanding, stagesOf } from "@/lib/domain/review/stage";
import { isOpen } from "@/lib/domain/review/status";
import type { ActView, AttemptView, CardSummary, CardView, FallbackTarget, RetryMeter } from "@/lib/domain/review/view";
import { whereItStands } from "@/lib/domain/review/what-happened";
import { whyCharged } from "@/lib/domain/run/charge";
import { modelNameOf } from "@/lib/engines/catalogue";
import { pictureOf, pictureSelect } from "./card-picture";
import { cardInclude, cardOf } from "./load-card";
import type { Names } from "./names";

const shared = {
  lane: { select: { id: true, name: true, kind: true, allowedEngines: true, requiresDraft: true } },
  project: { select: { id: true, name: true } },
} as const satisfies Prisma.ReviewCardInclude;

const staleness = { id: true, number: true, status: true, staleAt: true, contentHash: true, recipeEdit: true } as const;

/** What a card's row must bring along to stand in a list. */
export const summaryInclude = {
  ...shared,
  owner: { select: { id: true, displayName: true } },
  createdBy: { select: { id: true, displayName: true } },
  attempts: { orderBy: { number: "desc" }, take: 1, select: { ...staleness, asset: { select: { ...pictureSelect, sha256: true } } } },
} as const satisfies Prisma.ReviewCardInclude;

/** What a card's row must bring along to be shown in full. */
export const fullInclude = {
  ...shared,
  attempts: {
    ...cardInclude.attempts,
    include: {
      ...cardInclude.attempts.include,
      asset: { select: { ...pictureSelect, sha256: true } },
      variant: {
        select: {
          id: true,
          promptId: true,
          runId: true,
          seed: true,
          prompt: { select: { boardId: true } },
          run: {
            select: {
              engineId: true,
              modelId: true,
              count: true,
              quoteMicros: true,
              actualMicros: true,
              _count: { select: { variants: true } },
            },
          },
        },
      },
    },
  },
  splitFrom: { select: { id: true, title: true } },
  splitInto: { select: { id: true, title: true, status: true }, orderBy: { id: "asc" } },
  publications: { where: { withdrawnAt: null }, select: { id: true }, orderBy: { id: "desc" }, take: 1 },
} as const satisfies Prisma.ReviewCardInclude;

type SummaryRow = Prisma.ReviewCardGetPayload<{ include: typeof summaryInclude }>;
type FullRow = Prisma.ReviewCardGetPayload<{ include: typeof fullInclude }>;
type FullAttemptRow = FullRow["attempts"][number];

export function meterOf(card: Pick<ReviewCard, "retryLimit" | "retriesUsed" | "waivedRetries">): RetryMeter {
  const { retriesUsed: used, waivedRetries: waived } = card;
  return { used, total: (card.retryLimit ?? 0) + waived, left: retriesLeft(card), waived };
}

/** What an attempt's picture was made with, and what its run was to cost and did. */
function runOf({ _count, ...run }: NonNullable<FullAttemptRow["variant"]>["run"]) {
  const money = { quoteMicros: run.quoteMicros.toString(), actualMicros: run.actualMicros?.toString() ?? null, count: run.count };
  return { ...money, whyCharged: whyCharged({ ...money, made: _count.variants }), modelName: modelNameOf(run) };
}

const isOverdue = (card: Pick<ReviewCard, "status" | "dueAt">, now: Date) => isOpen(card.status) && card.dueAt !== null && card.dueAt < now;

/** The facts a list and a page share. */
function headOf(row: SummaryRow | FullRow, now: Date) {
  return {
    id: row.id,
    title: row.title,
    goal: row.goal,
    status: row.status,
    lane: { id: row.lane.id, name: row.lane.name, kind: row.lane.kind, requiresDraft: row.lane.requiresDraft },
    project: row.project,
    meter: meterOf(row),
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: isOverdue(row, now),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

export function cardSummary(row: SummaryRow, now: Date, costMicros: bigint): Omit<CardSummary, "unseen" | "moves"> {
  const [newest] = row.attempts;
  return {
    ...headOf(row, now),
    owner: row.owner && { id: row.owner.id, name: row.owner.displayName },
    createdBy: { id: row.createdBy.id, name: row.createdBy.displayName },
    attempts: newest?.number ?? 0,
    costMicros: costMicros.toString(),
    attemptId: newest?.id ?? null,
    picture: newest ? pictureOf(newest.asset) : null,
    stale: newest !== undefined && isStale(newest),
  };
}

function isStale({ asset, recipeEdit, ...newest }: SummaryRow["attempts"][number]): boolean {
  return whyStale({ ...newest, recipeEdit: z.nullable(RecipeEdit).parse(recipeEdit) }, asset.sha256) !== null;
}

/** What a full view adds to the card's own rows. */
export interface CardContext {
  /** Null = the studio itself. */
  readonly viewer: Person | null;
  readonly names: Names;
  /** Pictures that attempts offer besides their own. */
  readonly offered: ReadonlyMap<string, AttemptView["options"][number]>;
  /** What the fallback path names. */
  readonly fallback: FallbackTarget | null;
  /** Edits of approved recipes, by the attempts they are of. */
  readonly recipeEdits: ReadonlyMap<string, NonNullable<AttemptView["recipeEdit"]>>;
  readonly fallbackRunId: string | null;
  readonly costMicros: bigint;
  readonly publishing: CardView["publishing"];
  readonly now: Date;
}

export function cardView(row: FullRow, context: CardContext): CardView {
  const { viewer, names, costMicros, publishing, now } = context;
  const card = cardOf(row);
  return {
    ...headOf(row, now),
    owner: card.ownerId === null ? null : names.person(card.ownerId),
    createdBy: names.person(card.createdById),
    acceptableDefects: [...card.acceptableDefects],
    retryLimit: card.retryLimit,
    fallbackPath: card.fallbackPath,
    fallbackTakenAt: card.fallbackTakenAt?.toISOString() ?? null,
    fallback: fallbackOf(row, card, context.fallback),
    fallbackRunId: context.fallbackRunId,
    maker: card.makerId === null ? null : names.person(card.makerId),
    template: card.startedFrom && {
      id: card.startedFrom.id,
      name: card.startedFrom.name,
      changed: changedFromTemplate(card).map((term) => ({ term, was: templateSays(card, term, names.nameOf) })),
    },
    stages: stageViews(card, names, now),
    openVariables: [...openVariables(card)],
    ownerByRotation: rotationOf(card) !== null,
    requiredChecks: requiredChecks(card).map((check) => ({ ...check, tick: tickOf(card, check.id, names) })),
    missing: [...missingParts(card)],
    attempts: row.attempts
      .map((attempt, index) => attemptView(attempt, card.attempts[index], card, context))
      .filter((view) => view !== null),
    recheck: toRecheck(card).map(({ defect, attempt, verdict }) => ({ defectId: defect.id, attempt, verdict })),
    standing: whereItStands(card, names.nameOf),
    acts: actsOf(card, viewer, names, now),
    publishing,
    splitFrom: row.splitFrom,
    splitInto: row.splitInto,
    publicationId: row.publications[0]?.id ?? null,
    costMicros: costMicros.toString(),
  };
}

const RAN_THERE = "The newest attempt ran there, so the next engine of the lane that takes its recipe runs it instead.";

const UNSIGNED =
  "None of its versions is in production, and this lane runs no other: until a lead signs one off, it has to be made by hand.";

function fallbackOf(row: FullRow, { fallbackPath, attempts }: ReviewCard, target: FallbackTarget | null): CardView["fallback"] {
  if (!fallbackPath) return null;
  const ranOn = row.attempts.findLast(({ variant }) => variant)?.variant?.run.engineId;
  const isWaiting = !attempts.some(({ viaFallback }) => viaFallback);
  const isUnsigned = row.lane.kind === "production" && target?.kind === "pattern" && !target.isSigned;
  const ranThere = fallbackPath.kind === "engine" && fallbackPath.engineId === ranOn;
  const note = isWaiting ? (ranThere ? RAN_THERE : isUnsigned ? UNSIGNED : null) : null;
  return { sentence: fallbackInWords(fallbackPath, target?.name ?? null), target, note };
}

function stageViews(card: ReviewCard, names: Names, now: Date): CardView["stages"] {
  if (card.stages.length === 0) return [];
  const votes = currentAttempt(card)?.votes ?? [];
  return stagesOf(card).map(({ name, rule, start, reviewerIds }, index) => {
    const { state, opensAt } = stageStanding(card, index, now);
    const seats = reviewerIds.map((id) => {
      const vote = votes.find(({ stage, byId }) => stage === index && byId === id);
      return { person: names.person(id), said: vote ? { verdict: vote.verdict, note: vote.note, at: vote.at } : null };
    });
    return { name, isOwners: index >= card.stages.length, rule, start, state, opensAt: opensAt?.toISOString() ?? null, seats };
  });
}

function tickOf(card: ReviewCard, checkId: string, names: Names): CardView["requiredChecks"][number]["tick"] {
  const tick = currentAttempt(card)?.ticks.find((each) => each.checkId === checkId);
  return tick ? { by: names.person(tick.byId), at: tick.at } : null;
}

function actsOf(card: ReviewCard, viewer: Person | null, names: Names, now: Date): Record<CardAct, ActView> {
  const act = (name: CardAct): ActView => {
    const reason = viewer ? whyNot(name, card, viewer, names.nameOf, now) : "Only a person can do this.";
    return { allowed: reason === null, reason };
  };
  const acts = Object.keys(CARD_ACTS) as CardAct[];
  return Object.fromEntries(acts.map((name) => [name, act(name)])) as Record<CardAct, ActView>;
}

function attemptView(
  row: FullAttemptRow,
  attempt: Attempt | undefined,
  card: ReviewCard,
  { names, offered, recipeEdits }: CardContext,
): AttemptView | null {
  if (!attempt) return null;
  const staleBecause = whyStale(attempt, row.asset.sha256);
  const foundAt = new Map(row.defects.map(({ id, createdAt }) => [id, createdAt.toISOString()]));
  return {
    id: attempt.id,
    number: attempt.number,
    status: attempt.status,
    note: attempt.note,
    viaFallback: attempt.viaFallback,
    renews: card.attempts.find(({ id }) => id === attempt.renewsId)?.number ?? null,
    picture: pictureOf(row.asset),
    options: attempt.options.flatMap(({ assetId }) => offered.get(assetId) ?? []),
    pickedBy: attempt.pickedById === null ? null : names.person(attempt.pickedById),
    variant: row.variant && {
      id: row.variant.id,
      promptId: row.variant.promptId,
      boardId: row.variant.prompt.boardId,
      runId: row.variant.runId,
      seed: Number(row.variant.seed),
      engineId: row.variant.run.engineId,
      run: runOf(row.variant.run),
    },
    contentHash: attempt.contentHash,
    submittedBy: names.person(attempt.submittedById),
    submittedAt: row.createdAt.toISOString(),
    decision: attempt.decision && {
      by: names.person(attempt.decision.byId),
      at: attempt.decision.at.toISOString(),
      note: attempt.decision.note,
    },
    stale: staleBecause !== null,
    staleBecause,
    recipeEdit: recipeEdits.get(attempt.id) ?? null,
    defects: attempt.defects.map(({ foundById, waiver, fixed, ...defect }) => ({
      ...defect,
      foundBy: names.person(foundById),
      createdAt: foundAt.get(defect.id) ?? row.createdAt.toISOString(),
      acceptable: isAcceptable(defect, card.acceptableDefects),
      waiver: waiver && { by: names.person(waiver.waivedById), reason: waiver.reason },
      fixedIn: card.attempts.find(({ id }) => id === fixed?.attemptId)?.number ?? null,
    })),
  };
}
