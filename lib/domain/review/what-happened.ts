import { currentAttempt, isFallbackOpen, type ReviewCard, requiredChecks, retriesLeft } from "./card";
import { missingParts } from "./missing-parts";
import { REFUSALS, type Refusal } from "./refusal";
import { openChecks } from "./required-check";
import { seatsAhead } from "./stage";

/** Display name of a member. */
export type NameOf = (memberId: string) => string;

/** Where the card stands and who brought it there, in one sentence: what somebody who came second needs to know. */
export function whereItStands(card: ReviewCard, nameOf: NameOf): string {
  const attempt = currentAttempt(card);
  const which = `Attempt ${attempt?.number ?? 0}`;
  const decider = attempt?.decision ? ` by ${nameOf(attempt.decision.byId)}` : "";
  switch (card.status) {
    case "draft":
      return "The card is a draft; nothing has been submitted.";
    case "in_review":
      return `${which} by ${attempt ? nameOf(attempt.submittedById) : "nobody"} waits for a decision.`;
    case "changes_requested":
      if (isFallbackOpen(card) && card.makerId)
        return `The fallback path was taken: ${nameOf(card.makerId)} makes the last attempt by hand and uploads it.`;
      if (isFallbackOpen(card)) return "The fallback path was taken; its one attempt has not been submitted yet.";
      return `Changes were requested${decider}; ${retriesInWords(retriesLeft(card))} left.`;
    case "exhausted":
      return `Changes were requested${decider}, and no retry is left.`;
    case "approved":
      return `${which} was approved${decider}.`;
    case "published":
      return `${which} was approved${decider} and published.`;
    case "rejected":
      return `${which} was rejected${decider}.`;
    case "stopped":
      return "The card was stopped.";
    case "split":
      return "The card was split into narrower cards.";
    default:
      return card.status satisfies never;
  }
}

const retriesInWords = (count: number) => (count === 1 ? "1 retry is" : `${count} retries are`);

const listed = (names: readonly string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** "a goal, an owner and a fallback path". */
export function missingInWords(parts: readonly string[]): string {
  const named = parts.map((part) => `${/^[aeiou]/.test(part) ? "an" : "a"} ${part}`);
  return listed(named);
}

/** The sentence of a refusal on this card: the rule, and where the card stands when that is the reason. */
export function refusalSentence(refusal: Refusal, card: ReviewCard, nameOf: NameOf): string {
  const { code, sentence } = REFUSALS[refusal];
  if (refusal === "incomplete") return `Before it can be submitted, this card needs ${missingInWords(missingParts(card))}.`;
  if (refusal === "checks_open") {
    const open = openChecks(requiredChecks(card), currentAttempt(card)?.ticks ?? [], "approval");
    return `Before it can be approved, tick ${open.map(({ label }) => `“${label}”`).join(", ")}.`;
  }
  if (refusal === "maker_or_lead" && card.makerId)
    return `${nameOf(card.makerId)} makes the last attempt by hand; only they, a lead or an admin upload it.`;
  if (refusal === "not_owner" && card.ownerId) return `${nameOf(card.ownerId)} owns this card and decides.`;
  if (refusal === "not_reviewer" || refusal === "voted_already") {
    const awaited = [...new Set(seatsAhead(card).map(({ memberId }) => nameOf(memberId)))];
    if (awaited.length === 0) return sentence;
    return refusal === "not_reviewer"
      ? `${listed(awaited)} ${awaited.length === 1 ? "decides" : "decide"} on this attempt.`
      : `You have decided on this attempt; ${listed(awaited)} ${awaited.length === 1 ? "is" : "are"} awaited.`;
  }
  return code === "CONFLICT" ? `${sentence} ${whereItStands(card, nameOf)}` : sentence;
}
