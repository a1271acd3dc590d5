import { z } from "zod";
import { isUnsafe } from "../asset/unsafe";
import { type ReviewCard, requiredChecks } from "../review/card";
import { type PUBLISH_REFUSALS, type PublishedFacts, type PublishRefusal, publishRefusalSentence, refusalsOf } from "./publish";
import { publishWarnings, wentIn } from "./sources";

/** What is asked before a file leaves the studio, in the order people read it. The disclosure is decided beside it. */
export const PUBLISH_CHECKS = ["approval", "required", "lane", "rights", "licence", "residency", "unsafe"] as const;
export type PublishCheckKey = (typeof PUBLISH_CHECKS)[number];

/**
 * `ok`: holds. `fails`: publishing is refused. `warns`: may go out, and the record says so. `checking`: a program is about to look, publishing waits.
 * `not-checked`: nobody and nothing looked.
 */
export const PublishCheck = z.strictObject({
  key: z.enum(PUBLISH_CHECKS),
  state: z.enum(["ok", "fails", "warns", "checking", "not-checked"]),
  sentence: z.string(),
});
export type PublishCheck = z.infer<typeof PublishCheck>;

/** Everything that is asked before a file leaves, point by point; what fails here is what the act itself refuses. */
export function publishChecklist(card: ReviewCard, attemptId: string, facts: PublishedFacts, now: Date): PublishCheck[] {
  const refusals = refusalsOf(card, attemptId, facts, now);
  return PUBLISH_CHECKS.map((key) => {
    const refusal = refusals.find((each) => CHECK_OF[each] === key);
    const state = refusal === "not_looked_at" ? "checking" : "fails";
    return refusal ? { key, state, sentence: publishRefusalSentence(refusal, facts, now) } : { key, ...HOLDS[key](facts, now, card) };
  });
}

const CHECK_OF: Readonly<Record<PublishRefusal, PublishCheckKey>> = {
  already_published: "approval",
  not_current_attempt: "approval",
  not_approved: "approval",
  withdrawn: "approval",
  other_file: "approval",
  recipe_edited: "approval",
  checks_open: "required",
  exploration_lane: "lane",
  draft_quality: "lane",
  licence_refused: "licence",
  residency_refused: "residency",
  consent_refused: "rights",
  rights_expired: "rights",
  not_looked_at: "unsafe",
  unsafe_content: "unsafe",
} satisfies Record<keyof typeof PUBLISH_REFUSALS, PublishCheckKey>;

type Held = Omit<PublishCheck, "key">;
const ok = (sentence: string): Held => ({ state: "ok", sentence });

const HOLDS: Readonly<Record<PublishCheckKey, (facts: PublishedFacts, now: Date, card: ReviewCard) => Held>> = {
  approval: () => ok("Approved, with no newer attempt; the stored file and the recipe are the ones that were approved."),
  required: (_facts, _now, card) =>
    ok(
      requiredChecks(card).length === 0
        ? "The card asks for no check by a person."
        : "Every check the card asks for before publishing is ticked by a person.",
    ),
  lane: ({ quality }) => ok(quality === null ? "A production lane; the file came from outside." : "A production lane, at final quality."),
  rights: ({ pictures }, now) => {
    const count = wentIn(pictures).length;
    if (publishWarnings(pictures, now).length > 0)
      return { state: "warns", sentence: "Not everything is said about the rights; see below." };
    return ok(
      count === 1 ? "Nothing speaks against the rights to the file today." : `The rights to all ${count} pictures behind it hold today.`,
    );
  },
  licence: ({ terms }) => {
    if (!terms.asksCommercialUse) return ok("The lane asks for no licence.");
    if (terms.isMadeHere) return ok("The licence of its engine allows commercial use, as the lane asks.");
    return {
      state: "not-checked",
      sentence: "The lane asks for commercial use; no engine of ours made the file, so read its licence yourself.",
    };
  },
  residency: ({ terms }) => {
    if (!terms.asksRegion) return ok("The lane lets data be processed anywhere.");
    if (terms.isMadeHere) return ok("It was processed where the lane allows.");
    return { state: "not-checked", sentence: "The lane limits where data is processed; where this file was made is not known." };
  },
  unsafe: ({ look, unsafeReason }) => {
    if (!look?.classes) return { state: "not-checked", sentence: "No program could look for unsafe content; whoever approved it looked." };
    if (isUnsafe(look.classes))
      return { state: "warns", sentence: `Flagged for unsafe content, and published all the same: “${unsafeReason.trim()}”` };
    if (look.isPosterOnly)
      return {
        state: "not-checked",
        sentence: "A program looked at its poster alone and flagged nothing; whoever approved it saw the rest.",
      };
    return ok("A program looked and flagged nothing.");
  },
};
