import { may, onlySentence, type Role } from "../access/policy";
import { areRightsExpired } from "../asset/rights";
import { type ContentClasses, isUnsafe } from "../asset/unsafe";
import type { ErrorCode } from "../errors";
import type { Quality } from "../prompt/recipe";
import { currentAttempt, moved, type ReviewCard, requiredChecks } from "../review/card";
import { openChecks } from "../review/required-check";
import { type SourcePicture, wentIn } from "./sources";

/** The file an attempt was approved with, as it is stored now. */
export interface PublishedFacts {
  readonly laneKind: "exploration" | "production";
  /** SHA-256 of the stored bytes. */
  readonly assetHash: string;
  /** Null for a file that no engine of ours made. */
  readonly quality: Quality | null;
  /** What the lane asks of the engine that made it, and what speaks against it; asked again today. */
  readonly terms: LaneTerms;
  /** What a program took it for; null while it has not looked yet. */
  readonly look: ContentLook | null;
  /** Why whoever publishes lets it out although it is flagged; empty when they did not say. */
  readonly unsafeReason: string;
  /** The file itself and every picture behind it, however far back. */
  readonly pictures: readonly SourcePicture[];
  /** Whether this attempt was published before, withdrawn or not. */
  readonly publishedBefore: boolean;
}

export interface ContentLook {
  /** Null where nothing could look. */
  readonly classes: ContentClasses | null;
  /** Of a video only the poster was looked at. */
  readonly isPosterOnly: boolean;
}

/** A lane's rules about licence and place, held against the engine of a file. */
export interface LaneTerms {
  readonly isMadeHere: boolean;
  readonly asksCommercialUse: boolean;
  readonly asksRegion: boolean;
  /** Why the licence, or the place where data is processed, is not what the lane asks; null when it is, or nothing is asked. */
  readonly againstLicence: string | null;
  readonly againstResidency: string | null;
}

export const PUBLISH_REFUSALS = {
  not_approved: { code: "CONFLICT", sentence: "Only an approved attempt is published." },
  not_current_attempt: { code: "CONFLICT", sentence: "A newer attempt was submitted, so this approval is stale." },
  already_published: { code: "CONFLICT", sentence: "This attempt is published already." },
  withdrawn: { code: "CONFLICT", sentence: "This attempt's publication was withdrawn; submit and approve a new attempt." },
  exploration_lane: { code: "REFUSED", sentence: "Nothing leaves the exploration lane; use a card of a production lane." },
  draft_quality: { code: "REFUSED", sentence: "Only final quality is published." },
  other_file: { code: "REFUSED", sentence: "The stored file is not the one that was approved." },
  recipe_edited: {
    code: "CONFLICT",
    sentence:
      "Its recipe was edited after the approval, so the approval is stale: request review again, or go back to the approved recipe.",
  },
  checks_open: { code: "REFUSED", sentence: "A required check is not ticked yet; it is ticked on the card." },
  licence_refused: { code: "REFUSED", sentence: "Its licence is not what the lane asks." },
  residency_refused: { code: "REFUSED", sentence: "It was not processed where the lane allows." },
  consent_refused: { code: "REFUSED", sentence: "Somebody shown in a picture that went into this one has not agreed." },
  rights_expired: { code: "REFUSED", sentence: "The rights to a picture that went into this one have expired." },
  not_looked_at: { code: "CONFLICT", sentence: "It is being checked for unsafe content, which takes a moment." },
  unsafe_content: { code: "REFUSED", sentence: "It is flagged for unsafe content. Look at it, and say why it may go out." },
} as const satisfies Record<string, { readonly code: ErrorCode; readonly sentence: string }>;
export type PublishRefusal = keyof typeof PUBLISH_REFUSALS;

/** Only the approved, unstale attempt of a production card leaves the studio, and only as exactly the bytes that were approved. */
export function publish(card: ReviewCard, attemptId: string, facts: PublishedFacts, now: Date): ReviewCard | PublishRefusal {
  return refusalsOf(card, attemptId, facts, now)[0] ?? moved(card, "published");
}

/** Everything that speaks against publishing it, what became of the attempt first. */
export function refusalsOf(card: ReviewCard, attemptId: string, facts: PublishedFacts, now: Date): readonly PublishRefusal[] {
  const attempt = currentAttempt(card);
  const isCurrent = attempt === null || attempt.id === attemptId;
  const isApproved = card.status === "approved" && attempt?.status === "approved" && attempt.staleAt === null;
  const holds: Readonly<Record<PublishRefusal, boolean>> = {
    already_published: card.status === "published",
    not_current_attempt: !isCurrent,
    not_approved: isCurrent && !isApproved && card.status !== "published",
    withdrawn: facts.publishedBefore && card.status !== "published",
    exploration_lane: facts.laneKind !== "production",
    draft_quality: facts.quality === "draft",
    other_file: isCurrent && isApproved && facts.assetHash !== attempt.contentHash,
    recipe_edited: isCurrent && isApproved && attempt.recipeEdit !== null,
    checks_open: isCurrent && isApproved && openChecks(requiredChecks(card), attempt.ticks, "publish").length > 0,
    licence_refused: facts.terms.againstLicence !== null,
    residency_refused: facts.terms.againstResidency !== null,
    consent_refused: unconsented(facts).length > 0,
    rights_expired: expired(facts, now).length > 0,
    not_looked_at: isCurrent && isApproved && facts.look === null,
    unsafe_content: facts.look?.classes != null && isUnsafe(facts.look.classes) && facts.unsafeReason.trim() === "",
  };
  return REFUSAL_ORDER.filter((refusal) => holds[refusal]);
}

const REFUSAL_ORDER = Object.keys(PUBLISH_REFUSALS) as PublishRefusal[];

const unconsented = ({ pictures }: PublishedFacts) => wentIn(pictures).filter(({ rights }) => rights.consent === "refused");
const expired = ({ pictures }: PublishedFacts, now: Date) => wentIn(pictures).filter(({ rights }) => areRightsExpired(rights, now));

/** The refusal as people hear it; one about rights names the pictures. */
export function publishRefusalSentence(refusal: PublishRefusal, facts: PublishedFacts, now: Date): string {
  const { sentence } = PUBLISH_REFUSALS[refusal];
  if (refusal === "licence_refused") return facts.terms.againstLicence ?? sentence;
  if (refusal === "residency_refused") return facts.terms.againstResidency ?? sentence;
  const about = refusal === "consent_refused" ? unconsented(facts) : refusal === "rights_expired" ? expired(facts, now) : [];
  if (about.length === 0) return sentence;
  return `${sentence.slice(0, -1)}: ${about.map(({ fileName }) => `“${fileName}”`).join(", ")}.`;
}

/** Why somebody of this role cannot publish this attempt now, as a sentence; null when they can. What became of the attempt comes first. */
export function whyNotPublish(card: ReviewCard, attemptId: string, facts: PublishedFacts, role: Role, now: Date): string | null {
  // The dialog waits for the check, and asks for the reason.
  const [refusal] = refusalsOf(card, attemptId, facts, now).filter((each) => each !== "not_looked_at" && each !== "unsafe_content");
  if (refusal !== undefined) return publishRefusalSentence(refusal, facts, now);
  return may(role, "publication.publish") ? null : onlySentence("publication.publish");
}

/**
 * Why a card cannot be brought towards a publication by this role, by what the card itself says; null when it can. What else is
 * asked of the file is asked where it is published.
 */
export function whyNotTowardsPublish(card: ReviewCard, lane: Pick<PublishedFacts, "laneKind">, role: Role, now: Date): string | null {
  const attempt = currentAttempt(card);
  const nothingElse: PublishedFacts = {
    ...lane,
    assetHash: attempt?.contentHash ?? "",
    quality: null,
    terms: { isMadeHere: false, asksCommercialUse: false, asksRegion: false, againstLicence: null, againstResidency: null },
    look: null,
    unsafeReason: "",
    pictures: [],
    publishedBefore: false,
  };
  return whyNotPublish(card, attempt?.id ?? "", nothingElse, role, now);
}

/** Un-publishing gives the card back as approved; the record stays. */
export function withdraw(card: ReviewCard): ReviewCard {
  return card.status === "published" ? moved(card, "approved") : card;
}
