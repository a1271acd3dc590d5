import { z } from "zod";
import { may, type Role } from "../access/policy";
import { variablesIn } from "../pattern/template";
import { Id } from "../wire";
import { currentAttempt, type Person, type ReviewCard } from "./card";
import { CardAcceptableDefects } from "./defect";
import { FallbackPath } from "./fallback";
import { fillGoal, type GoalValues } from "./goal";
import type { Refusal } from "./refusal";
import { Stages } from "./stage-plan";
import { isOpen } from "./status";
import { type CardTemplate, DueDate, Goal, RetryLimit, Title } from "./template";

/** What a person says about a card. Absent = as the lane's template has it, or unchanged. */
export const CardTerms = z.strictObject({
  goal: Goal.optional(),
  acceptableDefects: CardAcceptableDefects.optional(),
  ownerId: Id.nullable().optional(),
  retryLimit: RetryLimit.nullable().optional(),
  fallbackPath: FallbackPath.nullable().optional(),
  dueAt: DueDate.nullable().optional(),
  stages: Stages.optional(),
});
export type CardTerms = z.infer<typeof CardTerms>;

export const CardEdit = CardTerms.extend({ title: Title.optional() });
export type CardEdit = z.infer<typeof CardEdit>;

/** Whether a role can own a card: the owner decides. */
export function canOwn(role: Role): boolean {
  return may(role, "card.decide");
}

/** Whom a template names; null where nobody is named, or a rotation finds somebody later. */
export const namedOwner = ({ owner }: CardTemplate) => (owner?.kind === "person" ? owner.memberId : null);

const instant = (text: string | null | undefined) => (text ? new Date(text) : null);

/** A card starts from its lane's template; what a person says replaces what the template says. `ownerRole` is the role of the resulting owner. */
export function createCard(
  template: CardTemplate,
  given: { readonly title: string; readonly terms: CardTerms; readonly values?: GoalValues; readonly createdById: string },
  ownerRole: Role | null,
): ReviewCard | Refusal {
  if (ownerRole && !canOwn(ownerRole)) return "owner_cannot_decide";
  const { terms } = given;
  return {
    status: "draft",
    title: given.title,
    goal: fillGoal(terms.goal ?? template.goal, variablesIn(template.goal), given.values ?? {}),
    acceptableDefects: terms.acceptableDefects ?? template.acceptableDefects,
    ownerId: terms.ownerId === undefined ? namedOwner(template) : terms.ownerId,
    createdById: given.createdById,
    retryLimit: terms.retryLimit === undefined ? template.retryLimit : terms.retryLimit,
    retriesUsed: 0,
    waivedRetries: 0,
    fallbackPath: terms.fallbackPath === undefined ? template.fallbackPath : terms.fallbackPath,
    fallbackTakenAt: null,
    makerId: null,
    dueAt: instant(terms.dueAt),
    dueByRule: false,
    startedFrom: template,
    stages: terms.stages ?? template.stages,
    attempts: [],
  };
}

/**
 * A draft may be written freely. Once something was submitted, title and due date may still change; what the decision
 * is measured against (goal, acceptable defects, stages, fallback path) changes only by a lead with a reason, and the retry limit
 * and the owner only by their own acts – else an edit would be a waiver without a trace. Four eyes: nobody moves the
 * measure of their own attempt while it waits for a decision.
 */
export function editCard(
  card: ReviewCard,
  edit: CardEdit,
  by: Person & { readonly reason: string },
  ownerRole: Role | null,
): ReviewCard | Refusal {
  if (!isOpen(card.status)) return "card_closed";
  if (card.status === "draft") {
    if (edit.ownerId && ownerRole && !canOwn(ownerRole)) return "owner_cannot_decide";
    return edited(card, edit);
  }
  if (edit.retryLimit !== undefined && edit.retryLimit !== card.retryLimit) return "limit_is_fixed";
  if (edit.ownerId !== undefined && edit.ownerId !== card.ownerId) return "owner_by_hand_over";
  const measures =
    edit.goal !== undefined || edit.acceptableDefects !== undefined || edit.fallbackPath !== undefined || edit.stages !== undefined;
  if (!measures) return edited(card, edit);
  if (!may(by.role, "card.waive")) return "lead_needed";
  if (card.status === "in_review" && currentAttempt(card)?.submittedById === by.memberId) return "own_attempt_terms";
  if (edit.stages !== undefined && card.status === "in_review") return "stages_in_review";
  if (by.reason.trim() === "") return "reason_needed";
  if (edit.fallbackPath !== undefined && card.fallbackTakenAt) return "fallback_taken";
  if (edit.goal === "" || edit.fallbackPath === null) return "incomplete";
  return edited(card, edit);
}

function edited(card: ReviewCard, edit: CardEdit): ReviewCard {
  return {
    ...card,
    title: edit.title ?? card.title,
    goal: edit.goal ?? card.goal,
    acceptableDefects: edit.acceptableDefects ?? card.acceptableDefects,
    ownerId: edit.ownerId === undefined ? card.ownerId : edit.ownerId,
    stages: edit.stages ?? card.stages,
    retryLimit: edit.retryLimit === undefined ? card.retryLimit : edit.retryLimit,
    fallbackPath: edit.fallbackPath === undefined ? card.fallbackPath : edit.fallbackPath,
    dueAt: edit.dueAt === undefined ? card.dueAt : instant(edit.dueAt),
    dueByRule: edit.dueAt === undefined && card.dueByRule,
  };
}
