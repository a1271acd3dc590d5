import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";
import { CardAcceptableDefects } from "./defect";
import { DueRule } from "./due";
import { FallbackPath } from "./fallback";
import { RequiredChecks } from "./required-check";
import { Stages } from "./stage-plan";

export const Title = PlainText.trim().min(1, "A card needs a title.").max(200);
export const Goal = PlainText.trim().max(4_000);

/** When a card is due. Years far away are typing errors, and the database has no year 0. */
export const DueDate = Instant.refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 2000 && year <= 2999;
}, "A due date lies in this millennium.");

/** Retries are the attempts after the first: 0 means one attempt and no second. */
export const RetryLimit = z.int().min(0).max(20);

/** Who decides: a person, or whoever of some people (none named: of every reviewer) has the fewest open cards when it is submitted. */
export const TemplateOwner = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), memberId: Id }),
  z.strictObject({ kind: z.literal("rotation"), among: z.array(Id).max(50).default([]) }),
]);
export type TemplateOwner = z.infer<typeof TemplateOwner>;

/** What cards of a lane start from. What is left open here must be filled in before a card is submitted. */
export const CardTemplate = z.strictObject({
  id: Id,
  name: PlainText.trim().min(1, "A card template needs a name.").max(80),
  /** May hold `{variables}`, which are filled before the card is submitted. */
  goal: Goal.default(""),
  acceptableDefects: CardAcceptableDefects.default([]),
  owner: TemplateOwner.nullable().default(null),
  retryLimit: RetryLimit.nullable().default(null),
  fallbackPath: FallbackPath.nullable().default(null),
  /** Who decides besides the owner, in stages. */
  stages: Stages.default([]),
  /** When a card is due unless somebody says a date. */
  due: DueRule.nullable().default(null),
  /** What a person must have ticked before an approval or a publication. */
  requiredChecks: RequiredChecks.default([]),
});
export type CardTemplate = z.infer<typeof CardTemplate>;

/** The templates of a lane; the first one is the default. */
export const CardTemplates = z
  .array(CardTemplate)
  .min(1, "A lane keeps at least one card template.")
  .max(20)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "Each card template is listed once.")
  .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, "Two card templates have the same name.");
