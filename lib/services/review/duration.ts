import type { Database } from "@/lib/db/client";
import { currentAttempt, type ReviewCard } from "@/lib/domain/review/card";

/** How long what a card's newest attempt shows plays; null for a still picture. Milliseconds. */
export async function durationOfCurrent(db: Database, card: Pick<ReviewCard, "attempts">): Promise<number | null> {
  const attempt = currentAttempt(card);
  const asset = attempt && (await db.asset.findUnique({ where: { id: attempt.assetId }, select: { durationMs: true } }));
  return asset?.durationMs ?? null;
}
