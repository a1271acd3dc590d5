import type { ReviewCard } from "./card";
import type { Refusal } from "./refusal";

/** Somebody a rotation may turn to, and how many open cards they own. */
export interface Candidate {
  readonly memberId: string;
  readonly openCards: number;
}

/** The members a card's rotation chooses among, none named = every reviewer; null when its owner is not left to a rotation. */
export function rotationOf(card: Pick<ReviewCard, "ownerId" | "startedFrom">): readonly string[] | null {
  const owner = card.startedFrom?.owner;
  return card.ownerId === null && owner?.kind === "rotation" ? owner.among : null;
}

/** Gives the card to whoever has the fewest open cards, of equals the one who has been here longest; never to the submitter. */
export function assignOwner(card: ReviewCard, candidates: readonly Candidate[], submitterId: string): ReviewCard | Refusal {
  const [next] = candidates
    .filter(({ memberId }) => memberId !== submitterId)
    .toSorted((one, other) => one.openCards - other.openCards || (one.memberId < other.memberId ? -1 : 1));
  return next ? { ...card, ownerId: next.memberId } : "rotation_empty";
}
