import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Guest } from "@/lib/domain/guest/guest";
import type { ReviewCard } from "@/lib/domain/review/card";
import { cardInclude, cardOf } from "../review/load-card";

const nothingHere = () => new AppError("NOT_FOUND", "This link does not show that.");

/** The card behind an attempt, when the guest's link shows it. */
export async function sharedCard(
  db: Database,
  { workspaceId, linkId }: Guest,
  attemptId: string,
): Promise<{ readonly id: string; readonly projectId: string; readonly card: ReviewCard }> {
  const row = await db.reviewCard.findFirst({
    where: { workspaceId, shareLinks: { some: { linkId } }, attempts: { some: { id: attemptId } } },
    include: cardInclude,
  });
  if (!row) throw nothingHere();
  return { id: row.id, projectId: row.projectId, card: cardOf(row) };
}

/** The file of an attempt, when the guest's link shows it: only of a card's newest attempt. */
export async function sharedFile(db: Database, { workspaceId, linkId }: Guest, attemptId: string) {
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, card: { workspaceId, shareLinks: { some: { linkId } } } },
    select: {
      number: true,
      card: {
        select: { id: true, projectId: true, title: true, attempts: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
      },
      asset: { select: { id: true, kind: true, sha256: true, mimeType: true, byteSize: true, renditions: true } },
    },
  });
  if (attempt?.card.attempts[0]?.id !== attemptId) throw nothingHere();
  return { ...attempt, noFile: nothingHere };
}
