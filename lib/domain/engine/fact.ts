import { z } from "zod";

/** How we know a fact, from strongest to weakest. Shown beside the fact: a price from an article is not a price from a contract. */
export const EVIDENCE = [
  "workspace",
  "ran",
  "package",
  "specification",
  "documentation",
  "third-party",
  "article",
  "uncertain",
  "unknown",
] as const;
export const Evidence = z.enum(EVIDENCE);
export type Evidence = z.infer<typeof Evidence>;

const SENTENCES = {
  workspace: "Your workspace says so.",
  ran: "We ran it.",
  package: "Read in the provider's published package.",
  specification: "From the provider's API specification.",
  documentation: "From the provider's documentation.",
  "third-party": "From public code of others; the provider does not say it.",
  article: "From an article; not confirmed by the provider.",
  uncertain: "Not certain.",
  unknown: "Not known.",
} satisfies Record<Evidence, string>;

export function evidenceSentence(evidence: Evidence): string {
  return SENTENCES[evidence];
}

/** Whether it comes from the provider's own hand, from a run of ours or from the workspace, and not from somebody who writes about it. */
const FIRST_HAND = {
  workspace: true,
  ran: true,
  package: true,
  specification: true,
  documentation: true,
  "third-party": false,
  article: false,
  uncertain: false,
  unknown: false,
} satisfies Record<Evidence, boolean>;

export function isFirstHand(evidence: Evidence): boolean {
  return FIRST_HAND[evidence];
}

/** One thing we know about a system, or know that we do not know (`value` null). */
export interface Fact<Value> {
  readonly value: Value | null;
  readonly evidence: Evidence;
  /** Where it was read, in words a person can follow. Empty for an unknown. */
  readonly source: string;
  /** ISO date. */
  readonly checkedOn: string;
}

/** The schema of a fact about `value`. A value needs a source; an unknown has neither value nor source. */
export function factOf<Value extends z.ZodType>(value: Value) {
  return z
    .strictObject({ value: value.nullable(), evidence: Evidence, source: z.string().max(300), checkedOn: z.iso.date() })
    .superRefine((fact: { readonly value?: unknown; readonly evidence?: unknown; readonly source?: unknown }, context) => {
      const isKnown = fact.value !== null;
      if (isKnown === (fact.evidence === "unknown"))
        context.addIssue({ code: "custom", message: "A fact has a value exactly when its evidence is not “unknown”." });
      if (isKnown && fact.source === "") context.addIssue({ code: "custom", message: "A known fact names its source." });
    })
    .readonly();
}

/** Prices and terms change quickly: after this many days a fact is shown as stale. */
export const STALE_AFTER_DAYS = 90;
const DAY_MS = 86_400_000;

/** Whether a fact checked on that day is too old to lean on. `today` is an ISO date or a later instant. */
export function isStale(checkedOn: string, today: string): boolean {
  return Date.parse(today.slice(0, 10)) - Date.parse(checkedOn) > STALE_AFTER_DAYS * DAY_MS;
}
