import type { Database } from "@/lib/db/client";
import type { ReviewCard } from "@/lib/domain/review/card";
import type { PersonName } from "@/lib/domain/review/view";
import type { NameOf } from "@/lib/domain/review/what-happened";

/** Display names of members of a workspace. */
export interface Names {
  readonly nameOf: NameOf;
  person(memberId: string): PersonName;
}

export async function loadNames(db: Database, workspaceId: string, memberIds: Iterable<string>): Promise<Names> {
  const ids = [...new Set(memberIds)];
  const members = await db.member.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, displayName: true } });
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  const nameOf = (id: string) => names.get(id) ?? "somebody";
  return { nameOf, person: (id) => ({ id, name: nameOf(id) }) };
}

/** Everybody a card names. */
export function peopleOf(card: ReviewCard): readonly string[] {
  const ofAttempts = card.attempts.flatMap((attempt) => [
    attempt.submittedById,
    attempt.decision?.byId ?? null,
    attempt.recipeEdit?.byId ?? null,
    ...attempt.defects.flatMap((defect) => [defect.foundById, defect.waiver?.waivedById ?? null, defect.fixed?.byId ?? null]),
  ]);
  const named = card.startedFrom?.owner?.kind === "person" ? card.startedFrom.owner.memberId : null;
  const seated = card.stages.flatMap(({ reviewerIds }) => reviewerIds);
  const voters = card.attempts.flatMap(({ votes }) => votes.map(({ byId }) => byId));
  const tickers = card.attempts.flatMap(({ ticks }) => ticks.map(({ byId }) => byId));
  return [
    card.createdById,
    card.ownerId,
    card.makerId,
    ...card.attempts.map(({ pickedById }) => pickedById),
    named,
    ...seated,
    ...voters,
    ...tickers,
    ...ofAttempts,
  ].filter((id) => id !== null);
}
