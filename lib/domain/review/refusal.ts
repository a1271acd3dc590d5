import type { ErrorCode } from "../errors";

/**
 * Why an act on a card is refused. CONFLICT: somebody was first, look again. FORBIDDEN: somebody else has to.
 * REFUSED: something has to be supplied or done before. RETRY_LIMIT: no retry is left.
 */
export const REFUSALS = {
  card_closed: { code: "CONFLICT", sentence: "This card is closed." },
  not_in_review: { code: "CONFLICT", sentence: "Nothing on this card waits for a decision." },
  not_current_attempt: { code: "CONFLICT", sentence: "A newer attempt was submitted; look at that one." },
  newer_attempt: { code: "CONFLICT", sentence: "Another attempt was submitted in the meantime; look at it before you send yours." },
  same_file: { code: "CONFLICT", sentence: "This very file is already the current attempt." },
  not_exhausted: { code: "CONFLICT", sentence: "This card still has a way on; this is for a card whose retries are used up." },
  retry_left: { code: "CONFLICT", sentence: "A retry is still left; nothing needs to be waived." },
  fallback_taken: { code: "CONFLICT", sentence: "The fallback path has been taken already." },
  defect_gone: { code: "CONFLICT", sentence: "This defect is no longer on the current attempt." },
  nothing_to_recheck: { code: "CONFLICT", sentence: "This defect is not among those the current attempt was to mend." },
  said_already: { code: "CONFLICT", sentence: "This was said of the defect already." },
  already_waived: { code: "CONFLICT", sentence: "This defect is waived already." },
  already_owner: { code: "CONFLICT", sentence: "This person owns the card already." },
  voted_already: { code: "CONFLICT", sentence: "You have decided on this attempt; somebody else is awaited." },
  stage_decided: { code: "CONFLICT", sentence: "Your stage has decided on this attempt already." },
  no_seat: { code: "CONFLICT", sentence: "This person has no seat that waits for their word." },
  already_seated: { code: "CONFLICT", sentence: "This person has a seat in that stage already." },
  no_stages: { code: "CONFLICT", sentence: "The owner decides on this card alone; hand it over instead." },
  no_options: { code: "CONFLICT", sentence: "This picture is not among those the current attempt offers." },
  picked_already: { code: "CONFLICT", sentence: "This picture is chosen already." },
  option_settled: {
    code: "CONFLICT",
    sentence: "Something was said of the picture that is chosen; take marks and ticks back before another is chosen.",
  },
  no_such_check: { code: "CONFLICT", sentence: "This card asks for no such check." },
  ticked_already: { code: "CONFLICT", sentence: "This was said of the check already." },
  incomplete: { code: "REFUSED", sentence: "The card is not complete." },
  draft_quality: { code: "REFUSED", sentence: "Production takes final quality: run this recipe at final quality and submit that." },
  not_from_draft: { code: "REFUSED", sentence: "This lane takes finals of a picked draft: make it as a draft, pick it, and finalise it." },
  engine_not_allowed: { code: "REFUSED", sentence: "This lane does not allow the engine that made this picture." },
  run_engine_not_allowed: { code: "REFUSED", sentence: "This card's lane does not allow this engine; choose one that it allows." },
  run_draft_quality: { code: "REFUSED", sentence: "This card's lane takes final quality: run this recipe at final quality." },
  run_not_from_draft: {
    code: "REFUSED",
    sentence: "This lane takes finals of a picked draft: run this recipe as a draft, pick it, and finalise it.",
  },
  run_draft_not_picked: { code: "REFUSED", sentence: "This lane takes finals of a picked draft: pick this draft, then finalise it." },
  option_needed: { code: "REFUSED", sentence: "Choose one of the pictures on offer first: the approval is of exactly that one." },
  not_your_turn: { code: "REFUSED", sentence: "A stage before yours has not decided yet." },
  stages_in_review: { code: "REFUSED", sentence: "While an attempt waits for a decision, seats change by delegating them." },
  nobody_awaited: {
    code: "REFUSED",
    sentence: "This person has approved the attempt already, so nobody would be left to decide; choose somebody else.",
  },
  checks_open: { code: "REFUSED", sentence: "A required check is not ticked yet." },
  rotation_empty: {
    code: "REFUSED",
    sentence: "The rotation finds nobody who may decide on this: choose an owner.",
  },
  not_approved: { code: "CONFLICT", sentence: "This is for an approved attempt." },
  published_stands: {
    code: "CONFLICT",
    sentence: "What is published stays what was approved; withdraw the publication before its review is asked for again.",
  },
  not_stale: { code: "CONFLICT", sentence: "The recipe is what was approved; the approval counts." },
  no_recipe: { code: "REFUSED", sentence: "No engine of ours made this attempt, so there is no recipe to edit." },
  same_recipe: { code: "CONFLICT", sentence: "This recipe asks for exactly what was approved." },
  recipe_edited_already: { code: "CONFLICT", sentence: "The recipe was edited to this one already." },
  no_manual_work: { code: "CONFLICT", sentence: "No work by hand is awaited on this card." },
  already_maker: { code: "CONFLICT", sentence: "The work is given to this person already." },
  maker_cannot_submit: {
    code: "REFUSED",
    sentence: "Whoever makes the attempt by hand uploads it, so it has to be an operator, a lead or an admin.",
  },
  same_engine: {
    code: "REFUSED",
    sentence: "The newest attempt ran on this engine, so it is no other engine; choose another one, or another path.",
  },
  no_moments: { code: "REFUSED", sentence: "A still picture has no moments: mark the place alone, without a time." },
  after_the_end: { code: "REFUSED", sentence: "The film is over by then: mark a time within it." },
  note_needed: { code: "REFUSED", sentence: "Say what should change: a note is needed." },
  reason_needed: { code: "REFUSED", sentence: "A reason is needed." },
  defects_open: { code: "REFUSED", sentence: "A defect outside the acceptable list needs a lead's waiver first." },
  defect_acceptable: { code: "REFUSED", sentence: "This defect is on the acceptable list; it needs no waiver." },
  limit_is_fixed: {
    code: "REFUSED",
    sentence: "The retry limit is fixed once a card is submitted; at the limit a lead can waive one more.",
  },
  owner_by_hand_over: { code: "REFUSED", sentence: "Once a card is submitted, its owner changes by handing it over." },
  owner_cannot_decide: { code: "REFUSED", sentence: "The owner decides, so it has to be a reviewer, a lead or an admin." },
  too_few_parts: { code: "REFUSED", sentence: "A split makes at least two narrower cards." },
  not_owner: { code: "FORBIDDEN", sentence: "The owner of this card decides." },
  own_attempt: {
    code: "FORBIDDEN",
    sentence: "Nobody decides on their own attempt; hand the card over to somebody else.",
  },
  maker_or_lead: {
    code: "FORBIDDEN",
    sentence: "The last attempt is made by hand by whom the work is given to; only they, a lead or an admin upload it.",
  },
  maker_owner_or_lead: {
    code: "FORBIDDEN",
    sentence: "Only whom the work is given to, the owner of the card, a lead or an admin can give it to somebody else.",
  },
  own_attempt_terms: {
    code: "FORBIDDEN",
    sentence: "While your own attempt waits for a decision, somebody else changes what it is measured against.",
  },
  own_attempt_defect: { code: "FORBIDDEN", sentence: "Only others remove or waive the defects of your own attempt." },
  not_reviewer: { code: "FORBIDDEN", sentence: "Only who has a seat in a stage decides." },
  seat_owner_or_lead: {
    code: "FORBIDDEN",
    sentence: "Only who has the seat, the owner of the card, a lead or an admin can do this.",
  },
  own_attempt_seat: { code: "FORBIDDEN", sentence: "Whoever submitted the attempt cannot decide on it; choose somebody else." },
  own_attempt_check: { code: "FORBIDDEN", sentence: "Only others tick the required checks of your own attempt." },
  not_your_defect: { code: "FORBIDDEN", sentence: "The person who marked a defect or the owner of the card removes it." },
  lead_needed: { code: "FORBIDDEN", sentence: "Only a lead or an admin can do this." },
  owner_or_lead: { code: "FORBIDDEN", sentence: "Only the owner of the card, a lead or an admin can do this." },
  author_owner_or_lead: { code: "FORBIDDEN", sentence: "Only the author or the owner of the card, a lead or an admin can do this." },
  no_retry_left: {
    code: "RETRY_LIMIT",
    sentence: "No retry is left on this card: take the fallback path, have a lead waive one more retry, split the card, or stop it.",
  },
  last_attempt_waits: {
    code: "RETRY_LIMIT",
    sentence: "No retry is left on this card, and its last attempt waits for a decision.",
  },
} as const satisfies Record<string, { readonly code: ErrorCode; readonly sentence: string }>;

export type Refusal = keyof typeof REFUSALS;

/** Tells a refusal from the card a move returns. */
export function isRefusal<Decided>(decided: Decided | Refusal): decided is Refusal {
  return typeof decided === "string";
}
