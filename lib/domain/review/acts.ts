import { may, onlySentence, type Permission } from "../access/policy";
import { whyNotSplit, whyNotStop, whyNotTakeFallback, whyNotWaiveRetry } from "./at-the-limit";
import type { Person, ReviewCard } from "./card";
import { whyNotApprove, whyNotSendBack } from "./decide";
import { whyNotDelegate } from "./delegate";
import { whyNotHandOver } from "./hand-over";
import { whyNotHandOverWork } from "./manual-work";
import { whyNotMark, whyNotWaiveDefect } from "./mark-defects";
import { whyNotPick } from "./pick-option";
import { whyNotEditRecipe, whyNotRequestAgain } from "./recipe-edit";
import type { Refusal } from "./refusal";
import { isOpen } from "./status";
import { whyNotSubmit } from "./submit-attempt";
import { whyNotTick } from "./tick-check";
import { type NameOf, refusalSentence } from "./what-happened";

/** Everything a person can do to a card, with the permission its verb takes. */
export const CARD_ACTS = {
  edit: "card.write",
  submit: "card.write",
  editRecipe: "card.write",
  requestAgain: "card.write",
  mark: "card.decide",
  tick: "card.decide",
  pick: "card.decide",
  approve: "card.decide",
  requestChanges: "card.decide",
  reject: "card.decide",
  handOver: "card.decide",
  delegate: "card.decide",
  waiveDefect: "card.waive",
  waiveRetry: "card.waive",
  takeFallback: "card.exhausted",
  handOverWork: "card.exhausted",
  split: "card.exhausted",
  stop: "card.exhausted",
} as const satisfies Record<string, Permission>;
export type CardAct = keyof typeof CARD_ACTS;

const WHY_NOT: Record<CardAct, (card: ReviewCard, by: Person, now: Date) => Refusal | null> = {
  edit: (card) => (isOpen(card.status) ? null : "card_closed"),
  submit: whyNotSubmit,
  editRecipe: whyNotEditRecipe,
  requestAgain: whyNotRequestAgain,
  mark: whyNotMark,
  tick: whyNotTick,
  pick: whyNotPick,
  approve: whyNotApprove,
  requestChanges: whyNotSendBack,
  reject: whyNotSendBack,
  handOver: whyNotHandOver,
  delegate: whyNotDelegate,
  waiveDefect: whyNotWaiveDefect,
  waiveRetry: whyNotWaiveRetry,
  takeFallback: whyNotTakeFallback,
  handOverWork: whyNotHandOverWork,
  split: whyNotSplit,
  stop: whyNotStop,
};

/**
 * Why this person cannot do this now, as a sentence; null when they can. What the act itself carries (a note, a file, a
 * reason) is judged when it is done. The state of the card comes first: "already approved" says more than "not you".
 */
export function whyNot(act: CardAct, card: ReviewCard, by: Person, nameOf: NameOf, now: Date): string | null {
  const refusal = WHY_NOT[act](card, by, now);
  const permission = CARD_ACTS[act];
  if (!may(by.role, permission) && (refusal === null || refusal === "not_owner" || refusal === "not_reviewer"))
    return onlySentence(permission);
  return refusal ? refusalSentence(refusal, card, nameOf) : null;
}
