import { z } from "zod";
import { MicrosText } from "../money/micros";
import { MAX_PROMPT_LENGTH, PlainText } from "../prompt/recipe";
import { DefectKind, Severity } from "../review/defect";
import { Part } from "../review/outline";
import { PersonName } from "../review/view";
import { Id, Instant } from "../wire";
import { MAX_ALT_TEXT } from "./alt-text";
import { HelpFailureKind } from "./failure";

/** What can be asked for: other words for a prompt, ways along an axis, the faults of an attempt, words for who cannot see a picture. */
export const HELP_KINDS = ["rewrite", "vary", "critique", "alt-text"] as const;
export const HelpKind = z.enum(HELP_KINDS);
export type HelpKind = z.infer<typeof HelpKind>;

export const MOST_WAYS = 8;
const Prompt = PlainText.max(MAX_PROMPT_LENGTH).refine((text) => text.trim() !== "", "Write something in the prompt first.");

export const HelpRequest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rewrite"), projectId: Id, text: Prompt }),
  z.strictObject({
    kind: z.literal("vary"),
    projectId: Id,
    text: Prompt,
    /** A name of the rules' axes, or free words for a language model. */
    axis: PlainText.trim().min(1, "Say along what to vary.").max(100, "An axis is a few words: 100 characters at most."),
    count: z.int().min(2).max(MOST_WAYS).default(4),
  }),
  z.strictObject({ kind: z.literal("critique"), cardId: Id, attemptId: Id }),
  z.strictObject({ kind: z.literal("alt-text"), assetId: Id }),
]);
export type HelpRequest = z.infer<typeof HelpRequest>;

/** Something that may be wrong with a picture. Nobody's verdict: a person makes a defect of it, or not. */
export const Finding = z.strictObject({
  kind: DefectKind,
  severity: Severity,
  /** 0–1 from the left and top; null for the picture as a whole. */
  place: z.strictObject({ x: Part, y: Part }).nullable(),
  sentence: PlainText.min(1).max(500),
});
export type Finding = z.infer<typeof Finding>;

export const MOST_FINDINGS = 20;

export const HelpAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rewrite"), text: z.string(), notes: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("vary"), ways: z.array(z.strictObject({ label: z.string(), text: z.string() })) }),
  z.strictObject({
    kind: z.literal("critique"),
    findings: z.array(Finding),
    /** Whether the picture itself was looked at. */
    hasSeen: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("alt-text"), text: z.string().max(MAX_ALT_TEXT) }),
]);
export type HelpAnswer = z.infer<typeof HelpAnswer>;

/** Who answers: the studio's own rules, or the workspace's language model. */
export const HelpBy = z.enum(["rules", "model"]);
export type HelpBy = z.infer<typeof HelpBy>;

/** What is said of an answer by rules when it could have been no other. */
export const NO_LANGUAGE_MODEL = "Rule-based: no language model is connected.";
export const RULES_ASKED_FOR = "Rule-based, as you asked.";
export const NOBODY_PAYS = "Rule-based: the file belongs to no project, so there is no budget to ask a language model from.";

/** Who would answer, at what price, before anything is asked. Micro-dollars. */
export const HelpQuote = z.strictObject({
  by: HelpBy,
  /** Who that is, as people read it: "Rule-based: no language model is connected." */
  sentence: z.string(),
  quoteMicros: MicrosText.meta({ description: "What is held: it costs no more unless the server charges otherwise." }),
  leastMicros: MicrosText,
});
export type HelpQuote = z.infer<typeof HelpQuote>;

/** A help that was asked for, and what came. Kept: who asked, who answered, what it cost, and which answers a person used. */
export const HelpView = z
  .object({
    id: Id,
    kind: HelpKind,
    status: z.enum(["asked", "answered", "failed"]),
    by: HelpBy,
    sentence: z.string(),
    /** Why the language model has not been asked yet, in a sentence; null while nothing is in the way. */
    waits: z.string().nullable(),
    /** Whether it can still be taken back: the language model has not been asked. */
    mayCancel: z.boolean(),
    answer: HelpAnswer.nullable(),
    failure: z
      .strictObject({ kind: HelpFailureKind, sentence: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: "Why there is no answer: what to do about it, and what was said." }),
    quoteMicros: MicrosText,
    /** Null while it is being answered. */
    actualMicros: MicrosText.nullable(),
    /** Which parts of the answer somebody used: ways, findings; 0 for an answer of one part. */
    used: z.array(z.int()),
    askedBy: PersonName,
    askedAt: Instant,
    answeredAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ description: "A help with words that was asked for, and what came." });
export type HelpView = z.infer<typeof HelpView>;
