import { z } from "zod";
import { EvidenceRule } from "../pattern/label/rule";
import { PlainText } from "../prompt/recipe";
import { CardTemplates } from "../review/template";
import { Id } from "../wire";
import { LanePolicy } from "./policy";

/**
 * Exploration is broad and nothing leaves it; production is narrow: allowed engines, final quality, documented publication.
 */
export const LaneKind = z.enum(["exploration", "production"]);
export type LaneKind = z.infer<typeof LaneKind>;

export const LaneView = z.strictObject({
  id: Id,
  kind: LaneKind,
  name: z.string(),
  /** Engine ids, the first choice first; empty = every connected engine. */
  allowedEngines: z.array(z.string()),
  policy: LanePolicy,
  /** Whether a final is run, and a picture sent to review, only as the final of a draft that was picked. */
  requiresDraft: z.boolean(),
  /** What its cards start from; the first one unless somebody chooses another. */
  cardTemplates: CardTemplates,
  /** What a pattern's version proves before it may be called `production`; asked by production lanes only. */
  evidenceRule: EvidenceRule,
  /** A card is due soon so many hours before its time; 0: nobody is reminded. */
  remindHours: z.int(),
  /** A lead is told of a card so many hours after its time; null: never. */
  escalateHours: z.int().nullable(),
  version: z.int(),
});
export type LaneView = z.infer<typeof LaneView>;

/** What a lead may change. Absent = unchanged; cards that exist keep the terms they started with. */
export const LaneEdit = z.strictObject({
  name: PlainText.trim().min(1, "A lane needs a name.").max(80).optional(),
  allowedEngines: z
    .array(PlainText.min(1).max(60))
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, "An engine stands in a lane's list once.")
    .optional(),
  policy: LanePolicy.optional(),
  requiresDraft: z.boolean().optional(),
  cardTemplates: CardTemplates.optional(),
  evidenceRule: EvidenceRule.optional(),
  remindHours: z.int().min(0).max(720).optional(),
  escalateHours: z.int().min(0).max(720).nullable().optional(),
});
export type LaneEdit = z.infer<typeof LaneEdit>;
