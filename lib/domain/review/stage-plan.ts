import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";

/** When a stage begins: with its predecessor, when every stage before it has passed, or at the latest some hours after its predecessor began. */
export const StageStart = z.discriminatedUnion("when", [
  z.strictObject({ when: z.literal("decision") }),
  z.strictObject({ when: z.literal("together") }),
  z.strictObject({ when: z.literal("deadline"), hours: z.int().min(1).max(2_000) }),
]);
export type StageStart = z.infer<typeof StageStart>;

/** People who decide together: the first of them for all, or all of them. */
export const Stage = z.strictObject({
  name: PlainText.trim().min(1, "A stage needs a name.").max(60),
  reviewerIds: z
    .array(Id)
    .min(1, "A stage needs somebody who decides.")
    .max(12)
    .refine((ids) => new Set(ids).size === ids.length, "Somebody has one seat in a stage."),
  rule: z.enum(["first", "all"]),
  start: StageStart.default({ when: "decision" }),
});
export type Stage = z.infer<typeof Stage>;

export const Stages = z.array(Stage).max(6);

export const VERDICTS = ["approved", "changes_requested", "rejected"] as const;

/** What one person said of one attempt, for their seat in a stage. */
export const Vote = z.strictObject({
  /** Counted from 0; one past the last is the owner's own. */
  stage: z.int().min(0),
  byId: Id,
  verdict: z.enum(VERDICTS),
  note: z.string(),
  at: Instant,
});
export type Vote = z.infer<typeof Vote>;
