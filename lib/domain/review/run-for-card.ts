import { may } from "../access/policy";
import type { Quality } from "../prompt/recipe";
import { hasAttemptLeft, isManualWorkOpen, type Person, type ReviewCard } from "./card";
import type { Refusal } from "./refusal";
import { canMove } from "./status";

export interface LaneRules {
  readonly kind: "exploration" | "production";
  /** Engine ids; empty = every connected engine. */
  readonly allowedEngines: readonly string[];
  /** Whether a final is run, and a picture submitted, only as the final of a draft that was picked. */
  readonly requiresDraft: boolean;
}

/** What a lane says of quality. */
export type QualityRules = Pick<LaneRules, "kind" | "requiresDraft">;

/** How a picture is, or would be, made. */
export interface Making {
  readonly quality: Quality;
  readonly engineId: string;
  /** The draft it is the final of, and whether that is picked; null where it is the final of none. */
  readonly draft: { readonly isPicked: boolean } | null;
}

/**
 * May this run be started under this lane's rules? What could neither be submitted afterwards nor be made final is not
 * paid for: production takes drafts only where its finals are made of them. Null = yes.
 */
export function mayRunOnLane(lane: LaneRules, run: Making): Refusal | null {
  return isAllowedEngine(lane, run) ? mayRunAtQuality(lane, run) : "run_engine_not_allowed";
}

/** The same of the quality alone, whatever engine it is run on. */
export function mayRunAtQuality(lane: QualityRules, { quality, draft }: Pick<Making, "quality" | "draft">): Refusal | null {
  if (quality === "draft") return lane.requiresDraft || isFinalEnough(lane, { quality }) ? null : "run_draft_quality";
  if (isDraftedEnough(lane, { draft })) return null;
  return draft ? "run_draft_not_picked" : "run_not_from_draft";
}

/** The quality that what is made for a card of this lane starts in; null where either may be submitted. */
export function firstQuality({ kind, requiresDraft }: QualityRules): Quality | null {
  if (requiresDraft) return "draft";
  return kind === "production" ? "final" : null;
}

export const isAllowedEngine = ({ allowedEngines }: Pick<LaneRules, "allowedEngines">, { engineId }: Pick<Making, "engineId">) =>
  allowedEngines.length === 0 || allowedEngines.includes(engineId);
export const isFinalEnough = ({ kind }: Pick<LaneRules, "kind">, { quality }: Pick<Making, "quality">) =>
  kind !== "production" || quality === "final";
/** A lane that requires drafts takes finals of picked ones; any other takes a final however it came about. */
export const isDraftedEnough = ({ requiresDraft }: Pick<LaneRules, "requiresDraft">, { draft }: Pick<Making, "draft">) =>
  !requiresDraft || draft?.isPicked === true;

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
