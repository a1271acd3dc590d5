import type { Database as Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Attempt, ReviewCard } from "@/lib/domain/review/card";
import type { Defect } from "@/lib/domain/review/defect";
import { seatsAhead } from "@/lib/domain/review/stage";
import type { LoadedCard } from "./load-card";

/**
 * Writes what a move changed, if nobody changed the card since it was loaded. The card's row comes first: its version is
 * the compare-and-set, and its lock makes the rest of the transaction wait its turn.
 * Returns the new version, or null when somebody was first – then nothing was written.
 */
export async function saveCard(tx: Transaction, loaded: LoadedCard, next: ReviewCard, now: Date): Promise<number | null> {
  const version = loaded.version + 1;
  const changed = await tx.reviewCard.updateMany({
    where: { id: loaded.id, version: loaded.version, status: loaded.card.status },
    data: { ...cardColumns(next), version },
  });
  if (changed.count === 0) return null;
  const before = new Map(loaded.card.attempts.map((attempt) => [attempt.id, attempt]));
  // Attempts that end come before the one that begins: one waits for a decision at a time.
  for (const attempt of next.attempts) await saveAttempt(tx, loaded.id, before.get(attempt.id), attempt, now);
  if (loaded.card.stages.length > 0 || next.stages.length > 0) await saveSeats(tx, loaded.id, next);
  return version;
}

/** Who is awaited, each from the first moment on. Whoever changes the card holds its row, so nobody writes beside this. */
async function saveSeats(tx: Transaction, cardId: string, card: ReviewCard): Promise<void> {
  await tx.reviewSeat.deleteMany({ where: { cardId } });
  if (card.stages.length === 0) return;
  const first = new Map<string, Date>();
  for (const { memberId, opensAt } of seatsAhead(card)) {
    const known = first.get(memberId);
    if (!known || opensAt < known) first.set(memberId, opensAt);
  }
  await tx.reviewSeat.createMany({ data: [...first].map(([memberId, opensAt]) => ({ cardId, memberId, opensAt })) });
}

/** The columns of a card that its moves change. */
export function cardColumns(card: ReviewCard) {
  return {
    status: card.status,
    title: card.title,
    goal: card.goal,
    acceptableDefects: [...card.acceptableDefects],
    ownerId: card.ownerId,
    retryLimit: card.retryLimit,
    retriesUsed: card.retriesUsed,
    waivedRetries: card.waivedRetries,
    fallbackPath: card.fallbackPath ?? Prisma.DbNull,
    fallbackTakenAt: card.fallbackTakenAt,
    makerId: card.makerId,
    dueAt: card.dueAt,
    dueByRule: card.dueByRule,
    stages: [...card.stages],
    startedFrom: card.startedFrom ?? Prisma.DbNull,
  };
}

async function saveAttempt(tx: Transaction, cardId: string, before: Attempt | undefined, after: Attempt, now: Date): Promise<void> {
  if (before === after) return;
  const { assetId, variantId, contentHash } = after;
  const state = {
    // Of several pictures on offer one is chosen.
    assetId,
    variantId,
    contentHash,
    pickedById: after.pickedById,
    status: after.status,
    decidedById: after.decision?.byId ?? null,
    decidedAt: after.decision?.at ?? null,
    decisionNote: after.decision?.note ?? "",
    staleAt: after.staleAt,
    recipeEdit: after.recipeEdit ?? Prisma.DbNull,
    votes: [...after.votes],
    ticks: [...after.ticks],
  };
  if (before) {
    await tx.attempt.update({ where: { id: after.id }, data: state });
    await saveDefects(tx, after.id, before.defects, after.defects, now);
    return;
  }
  const { id, number, note, viaFallback, submittedById, renewsId } = after;
  await tx.attempt.create({
    data: { id, cardId, number, note, viaFallback, submittedById, renewsId, options: [...after.options], createdAt: now, ...state },
  });
  await saveDefects(tx, id, [], after.defects, now);
}

async function saveDefects(
  tx: Transaction,
  attemptId: string,
  before: readonly Defect[],
  after: readonly Defect[],
  now: Date,
): Promise<void> {
  const known = new Map(before.map((defect) => [defect.id, defect]));
  for (const defect of after) {
    if (known.get(defect.id) === defect) continue;
    const state = {
      waivedById: defect.waiver?.waivedById ?? null,
      waiverReason: defect.waiver?.reason ?? null,
      fixedInId: defect.fixed?.attemptId ?? null,
      fixedById: defect.fixed?.byId ?? null,
    };
    const { id, kind, severity, note, x, y, foundById, carriedFromId, during } = defect;
    if (known.has(id)) {
      await tx.defect.update({ where: { id }, data: state });
      continue;
    }
    const outline = defect.outline ?? Prisma.DbNull;
    const moment = { fromMs: during?.fromMs ?? null, toMs: during?.toMs ?? null };
    const found = { kind, severity, note, x, y, outline, ...moment, createdById: foundById, createdAt: now };
    await tx.defect.create({ data: { id, attemptId, carriedFromId, ...found, ...state } });
  }
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.defect.updateMany({ where: { id: { in: gone } }, data: { removedAt: now } });
}
