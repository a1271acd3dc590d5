import { may } from "../access/policy";
import type { Person, ReviewCard } from "./card";
import { canOwn } from "./edit-card";
import type { Refusal } from "./refusal";
import { haveAllPassed } from "./stage";
import { isOpen } from "./status";

/** Why this person cannot give the card to anybody; null when they can. A card without an owner may be taken by whoever can decide. */
export function whyNotHandOver(card: ReviewCard, by: Person): Refusal | null {
  if (!isOpen(card.status)) return "card_closed";
  const mine = card.ownerId === by.memberId || may(by.role, "card.waive");
  return mine || (card.ownerId === null && canOwn(by.role)) ? null : "owner_or_lead";
}

/** Hands the card, and with it the decision, to somebody who can decide. */
export function handOver(card: ReviewCard, to: Person, by: Person): ReviewCard | Refusal {
  const refusal = whyNotHandOver(card, by);
  if (refusal) return refusal;
  const takesIt = card.ownerId === null && to.memberId === by.memberId;
  if (card.ownerId !== by.memberId && !may(by.role, "card.waive") && !takesIt) return "owner_or_lead";
  if (card.ownerId === to.memberId) return "already_owner";
  if (!canOwn(to.role)) return "owner_cannot_decide";
  const given = { ...card, ownerId: to.memberId };
  return card.status === "in_review" && haveAllPassed(given) ? "nobody_awaited" : given;
}
