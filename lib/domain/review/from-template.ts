import type { ReviewCard } from "./card";
import { dueRuleInWords } from "./due";
import { fallbackSentence } from "./fallback";
import { isFilledFrom } from "./goal";
import type { NameOf } from "./what-happened";

/** What a card may say otherwise than the template it started from. */
export const TEMPLATE_TERMS = ["goal", "acceptable defects", "owner", "stages", "retry limit", "fallback path", "due date"] as const;
export type TemplateTerm = (typeof TEMPLATE_TERMS)[number];

type Started = Pick<
  ReviewCard,
  "stages" | "startedFrom" | "goal" | "acceptableDefects" | "ownerId" | "retryLimit" | "fallbackPath" | "dueAt" | "dueByRule"
>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Which terms are not the template's any more. A goal whose variables were filled, or an owner a rotation chose, is still the template's. */
export function changedFromTemplate(card: Started): readonly TemplateTerm[] {
  const template = card.startedFrom;
  if (!template) return [];
  const { owner } = template;
  const changed: Readonly<Record<TemplateTerm, boolean>> = {
    goal: !isFilledFrom(template.goal, card.goal),
    "acceptable defects": !same(template.acceptableDefects, card.acceptableDefects),
    owner: card.ownerId !== (owner?.kind === "person" ? owner.memberId : null) && !isByRotation(card),
    stages: !same(template.stages, card.stages),
    "retry limit": template.retryLimit !== card.retryLimit,
    "fallback path": !same(template.fallbackPath, card.fallbackPath),
    "due date": card.dueAt !== null && !card.dueByRule,
  };
  return TEMPLATE_TERMS.filter((term) => changed[term]);
}

function isByRotation({ startedFrom, ownerId }: Started): boolean {
  if (startedFrom?.owner?.kind !== "rotation" || ownerId === null) return startedFrom?.owner?.kind === "rotation";
  const { among } = startedFrom.owner;
  return among.length === 0 || among.includes(ownerId);
}

/** What the template says of a term, for whoever sees that it was changed. */
export function templateSays(card: Pick<ReviewCard, "startedFrom">, term: TemplateTerm, nameOf: NameOf): string {
  const template = card.startedFrom;
  if (!template) return "";
  const { owner, acceptableDefects, fallbackPath, due } = template;
  switch (term) {
    case "goal":
      return template.goal === "" ? "left open" : template.goal;
    case "acceptable defects":
      return acceptableDefects.length === 0
        ? "none"
        : acceptableDefects.map(({ kind, maxSeverity }) => `${kind} up to ${maxSeverity}`).join(", ");
    case "owner":
      if (!owner) return "left open";
      return owner.kind === "person" ? nameOf(owner.memberId) : "whoever has the fewest open cards";
    case "stages":
      return template.stages.length === 0 ? "the owner alone" : template.stages.map(({ name }) => name).join(", then ");
    case "retry limit":
      return template.retryLimit === null ? "left open" : String(template.retryLimit);
    case "fallback path":
      return fallbackPath ? fallbackSentence(fallbackPath.kind) : "left open";
    case "due date":
      return due ? dueRuleInWords(due) : "left open";
    default:
      return term satisfies never;
  }
}
