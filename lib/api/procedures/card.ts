import { approve } from "@/lib/services/review/approve";
import { cardHistory } from "@/lib/services/review/card-history";
import { checkSubmission } from "@/lib/services/review/check-submission";
import { createCard } from "@/lib/services/review/create-card";
import { decideMany } from "@/lib/services/review/decide-many";
import { delegateSeat } from "@/lib/services/review/delegate-seat";
import { editCard } from "@/lib/services/review/edit-card";
import { editRecipe } from "@/lib/services/review/edit-recipe";
import { fallbackPlan } from "@/lib/services/review/fallback-plan";
import { getCard } from "@/lib/services/review/get-card";
import { handOver } from "@/lib/services/review/hand-over";
import { handOverWork } from "@/lib/services/review/hand-over-work";
import { insight } from "@/lib/services/review/insight";
import { listFilters } from "@/lib/services/review/list-filters";
import { pickOption } from "@/lib/services/review/pick-option";
import { recheckDefect } from "@/lib/services/review/recheck-defect";
import { recordDefect } from "@/lib/services/review/record-defect";
import { reject } from "@/lib/services/review/reject";
import { removeDefect } from "@/lib/services/review/remove-defect";
import { removeFilter } from "@/lib/services/review/remove-filter";
import { renameFilter } from "@/lib/services/review/rename-filter";
import { requestAgain } from "@/lib/services/review/request-again";
import { requestChanges } from "@/lib/services/review/request-changes";
import { reviewQueue } from "@/lib/services/review/review-queue";
import { saveFilter } from "@/lib/services/review/save-filter";
import { seeCard } from "@/lib/services/review/see-card";
import { splitCard } from "@/lib/services/review/split-card";
import { stopCard } from "@/lib/services/review/stop-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { submitMany } from "@/lib/services/review/submit-many";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { tickCheck } from "@/lib/services/review/tick-check";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { waiveRetry } from "@/lib/services/review/waive-retry";
import { procedure } from "../procedure";

const tags = ["Review cards"] as const;

export const card = {
  queue: procedure(reviewQueue, {
    method: "GET",
    path: "/cards",
    summary: "List review cards: mine, waiting, overdue or all, with counts",
    tags,
  }),
  listFilters: procedure(listFilters, {
    method: "GET",
    path: "/cards/filters",
    summary: "List your own saved ways of looking at the queue",
    tags,
  }),
  saveFilter: procedure(saveFilter, {
    method: "PUT",
    path: "/cards/filters",
    summary: "Keep a way of looking at the queue under a name",
    tags,
  }),
  renameFilter: procedure(renameFilter, {
    method: "PUT",
    path: "/cards/filters/{filterId}/name",
    summary: "Call a saved filter something else",
    tags,
  }),
  removeFilter: procedure(removeFilter, { method: "DELETE", path: "/cards/filters/{filterId}", summary: "Forget a saved filter", tags }),
  insight: procedure(insight, {
    method: "GET",
    path: "/insight/reviews",
    summary: "How decisions went: first-pass approval, retries, time, defects and cost by lane, pattern, engine or person",
    tags,
  }),
  get: procedure(getCard, {
    method: "GET",
    path: "/cards/{cardId}",
    summary: "Read a review card: attempts, defects, retries left and what may be done now",
    tags,
  }),
  history: procedure(cardHistory, {
    method: "GET",
    path: "/cards/{cardId}/history",
    summary: "Read who did what to a card, newest first",
    tags,
  }),
  see: procedure(seeCard, { method: "PUT", path: "/cards/{cardId}/sighting", summary: "Say that you have seen a card", tags }),
  create: procedure(createCard, { method: "POST", path: "/cards", summary: "Start a review card from the template of its lane", tags }),
  edit: procedure(editCard, {
    method: "PATCH",
    path: "/cards/{cardId}",
    summary: "Change the goal, the acceptable defects and the other terms of a card",
    tags,
  }),
  submit: procedure(submitAttempt, {
    method: "POST",
    path: "/cards/{cardId}/attempts",
    summary: "Submit a variant or a file to a card; every one after the first uses a retry",
    tags,
  }),
  submitMany: procedure(submitMany, {
    method: "POST",
    path: "/cards/submissions",
    summary: "Send several pictures to review at once: a card each, or as the options of one card",
    tags,
  }),
  checkSubmission: procedure(checkSubmission, {
    method: "POST",
    path: "/cards/submission-checks",
    summary: "Ask beforehand what a lane would refuse of pictures, and where they wait already",
    tags,
  }),
  decideMany: procedure(decideMany, {
    method: "POST",
    path: "/cards/decisions",
    summary: "Decide on many cards at once with one note; each is judged by its own rules",
    tags,
  }),
  pickOption: procedure(pickOption, {
    method: "PUT",
    path: "/cards/{cardId}/option",
    summary: "Choose one of the pictures an attempt offers",
    tags,
  }),
  recordDefect: procedure(recordDefect, { method: "POST", path: "/cards/{cardId}/defects", summary: "Mark a defect on an attempt", tags }),
  removeDefect: procedure(removeDefect, {
    method: "DELETE",
    path: "/cards/{cardId}/defects/{defectId}",
    summary: "Take a defect back",
    tags,
  }),
  recheckDefect: procedure(recheckDefect, {
    method: "PUT",
    path: "/cards/{cardId}/defects/{defectId}/recheck",
    summary: "Say whether the current attempt mended a defect of an earlier one",
    tags,
  }),
  tickCheck: procedure(tickCheck, {
    method: "PUT",
    path: "/cards/{cardId}/checks/{checkId}",
    summary: "Say that a required check holds for the current attempt, or take that back",
    tags,
  }),
  waiveDefect: procedure(waiveDefect, {
    method: "POST",
    path: "/cards/{cardId}/defects/{defectId}/waiver",
    summary: "Accept a defect outside the list, with a reason",
    tags,
  }),
  requestChanges: procedure(requestChanges, {
    method: "POST",
    path: "/cards/{cardId}/change-requests",
    summary: "Send an attempt back with a note",
    tags,
  }),
  approve: procedure(approve, { method: "POST", path: "/cards/{cardId}/approval", summary: "Approve the attempt that is in review", tags }),
  reject: procedure(reject, { method: "POST", path: "/cards/{cardId}/rejection", summary: "Reject the card", tags }),
  handOver: procedure(handOver, { method: "POST", path: "/cards/{cardId}/owner", summary: "Hand a card over to another owner", tags }),
  handOverWork: procedure(handOverWork, {
    method: "POST",
    path: "/cards/{cardId}/work",
    summary: "Give the manual work of the fallback path to somebody, or take it up",
    tags,
  }),
  editRecipe: procedure(editRecipe, {
    method: "PUT",
    path: "/cards/{cardId}/recipe",
    summary: "Edit the recipe of an approved attempt, which makes the approval stale",
    tags,
  }),
  requestAgain: procedure(requestAgain, {
    method: "POST",
    path: "/cards/{cardId}/review-again",
    summary: "Ask for the review of an approved file again after its recipe was edited",
    tags,
  }),
  delegate: procedure(delegateSeat, {
    method: "POST",
    path: "/cards/{cardId}/seats",
    summary: "Give a seat in a stage to somebody else",
    tags,
  }),
  waiveRetry: procedure(waiveRetry, {
    method: "POST",
    path: "/cards/{cardId}/retry-waiver",
    summary: "Grant one more retry at the limit, with a reason",
    tags,
  }),
  takeFallback: procedure(takeFallback, {
    method: "POST",
    path: "/cards/{cardId}/fallback",
    summary: "Take the fallback path of an exhausted card",
    tags,
  }),
  fallbackPlan: procedure(fallbackPlan, {
    method: "GET",
    path: "/cards/{cardId}/fallback",
    summary: "What a fallback path that names an engine would run now, and its price",
    tags,
  }),
  split: procedure(splitCard, { method: "POST", path: "/cards/{cardId}/split", summary: "Split a card into narrower ones", tags }),
  stop: procedure(stopCard, { method: "POST", path: "/cards/{cardId}/stop", summary: "Stop a card, with a reason", tags }),
};
