import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Id, Instant } from "../wire";

export const BudgetView = z.strictObject({
  /** Null = no cap. */
  hardMicros: MicrosText.nullable(),
  heldMicros: MicrosText,
  spentMicros: MicrosText,
  leftMicros: MicrosText.nullable(),
});
export type BudgetView = z.infer<typeof BudgetView>;

export const BoardSummary = z.strictObject({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  prompts: z.int(),
  /** The newest pictures of the board, picked ones first: its face in a list. */
  cover: z.array(z.strictObject({ assetId: Id, thumbHash: z.string(), width: z.int(), height: z.int() })),
});
export type BoardSummary = z.infer<typeof BoardSummary>;

export const ProjectView = z.strictObject({
  id: Id,
  name: z.string(),
  brief: z.string(),
  budget: BudgetView,
  version: z.int(),
  createdAt: Instant,
  archived: z.boolean(),
  boards: z.array(BoardSummary),
});
export type ProjectView = z.infer<typeof ProjectView>;
