import { z } from "zod";

/** Why a help has no answer. Kinds differ because what a person does next differs. */
export const HELP_FAILURE_KINDS = [
  "refused",
  "quota",
  "rate-limited",
  "timeout",
  "invalid-input",
  "engine-fault",
  /** Something came, and it cannot be used: another form, too long, or without what had to stay. */
  "unusable",
  /** Nobody knows whether it was answered, and charged. */
  "unknown",
  /** The rules know nothing to say. */
  "nothing-known",
  /** A person took it back before the language model was asked. */
  "cancelled",
] as const;
export const HelpFailureKind = z.enum(HELP_FAILURE_KINDS);
export type HelpFailureKind = z.infer<typeof HelpFailureKind>;

export const HelpFailure = z.strictObject({
  kind: HelpFailureKind,
  /** In words a person can read. Never holds a key. */
  reason: z.string().max(2_000),
});
export type HelpFailure = z.infer<typeof HelpFailure>;

const SENTENCES = {
  refused: "The language model refused to answer.",
  quota: "The quota of the language model is used up. Ask an admin to raise it.",
  "rate-limited": "The language model is busy and asked us to slow down. Ask again in a moment.",
  timeout: "The language model did not answer in time.",
  "invalid-input": "The language model does not accept this question.",
  "engine-fault": "The language model could not be asked.",
  unusable: "The language model answered, but its answer cannot be used, so nothing was changed.",
  unknown: "The language model may have answered and charged for it, so the quote is counted as spent. It is not asked again by itself.",
  "nothing-known": "The rules have nothing to say here.",
  cancelled: "It was taken back before the language model was asked. It cost nothing.",
} satisfies Record<HelpFailureKind, string>;

/** What the screen and the API say of a help without an answer. */
export const helpFailureSentence = (kind: HelpFailureKind): string => SENTENCES[kind];
