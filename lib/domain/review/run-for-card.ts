import { may } from "../access/policy";
import type { Quality } from "../prompt/recipe";
import { hasAttemptLeft, isManualWorkOpen, type Person, type ReviewCard } from "./card";
import type { Refusal } from "./refusal";
import { canMove } from "./status";

export interface LaneRules {
  readonly kind: "exploration" | "production";
  /** Engine ids; empty = every connected engine. */
  readonly allowedEngines: readonly string[];
  /** Whether a picture is submitted only as the final of a draft that was picked. */
  readonly requiresDraft: boolean;
}

/** How a picture is, or would be, made. */
export interface Making {
  readonly quality: Quality;
  readonly engineId: string;
}

/** How a picture that is submitted came about. */
export interface Made extends Making {
  /** Whether it is the final of a draft, and that draft is picked. */
  readonly isFinalOfPick: boolean;
}

/** May this run be started for a card of this lane? What could not be submitted afterwards is not paid for. Null = yes. */
export function mayRunOnLane(lane: Pick<LaneRules, "kind" | "allowedEngines">, run: Making): Refusal | null {
  if (!isAllowedEngine(lane, run)) return "run_engine_not_allowed";
  return isFinalEnough(lane, run) ? null : "run_draft_quality";
}

export const isAllowedEngine = ({ allowedEngines }: Pick<LaneRules, "allowedEngines">, { engineId }: Making) =>
  allowedEngines.length === 0 || allowedEngines.includes(engineId);
export const isFinalEnough = ({ kind }: Pick<LaneRules, "kind">, { quality }: Pick<Making, "quality">) =>
  kind !== "production" || quality === "final";

/** Work by hand is made by whom it is given to, or a lead in their place; while it is given to nobody, by whoever takes it up. */
function mayMakeByHand(card: ReviewCard, by: Person): boolean {
  return !isManualWorkOpen(card) || card.makerId === null || card.makerId === by.memberId || may(by.role, "card.waive");
}

/**
 * May a run be started for this card? Asked before money is spent: a picture that could not be submitted is not paid for.
 * Running costs no retry; submitting the result does. `by` is null for the studio, which goes on with somebody's run.
 * Null = yes.
 */
export function mayRunForCard(card: ReviewCard, by: Person | null): Refusal | null {
  if (card.status === "exhausted") return "no_retry_left";
  if (card.status !== "in_review" && !canMove(card.status, "in_review")) return "card_closed";
  if (by && !mayMakeByHand(card, by)) return "maker_or_lead";
  if (hasAttemptLeft(card)) return null;
  return card.status === "in_review" ? "last_attempt_waits" : "no_retry_left";
}
