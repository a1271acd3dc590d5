import { may } from "../access/policy";
import { isManualWorkOpen, type Person, type ReviewCard } from "./card";
import type { Refusal } from "./refusal";

/** Why this person can give the work by hand to nobody; null when they can. What nobody was given, whoever may submit takes up. */
export function whyNotHandOverWork(card: ReviewCard, by: Person): Refusal | null {
  if (!isManualWorkOpen(card)) return "no_manual_work";
  if (maySendTo(card, by)) return null;
  return card.makerId === null && may(by.role, "card.write") ? null : "maker_owner_or_lead";
}

/** Gives the work to somebody who may submit what they make; what is not theirs to give, people may only take up themselves. */
export function handOverWork(card: ReviewCard, to: Person, by: Person): ReviewCard | Refusal {
  const refusal = whyNotHandOverWork(card, by);
  if (refusal) return refusal;
  if (to.memberId !== by.memberId && !maySendTo(card, by)) return "maker_owner_or_lead";
  if (card.makerId === to.memberId) return "already_maker";
  return may(to.role, "card.write") ? { ...card, makerId: to.memberId } : "maker_cannot_submit";
}

const maySendTo = (card: ReviewCard, by: Person) =>
  card.makerId === by.memberId || card.ownerId === by.memberId || may(by.role, "card.waive");
