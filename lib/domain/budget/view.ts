import { z } from "zod";
import { MicrosText } from "../money/micros";
import { Id } from "../wire";

/** Whose money a budget is. A run counts in its project, its workspace, its lane and the person who started it. */
export const BUDGET_SCOPES = ["workspace", "project", "lane", "person"] as const;
export const BudgetScope = z.enum(BUDGET_SCOPES);
export type BudgetScope = z.infer<typeof BudgetScope>;

export const BudgetRow = z.strictObject({
  scope: BudgetScope,
  subjectId: Id,
  /** The workspace's, project's, lane's or person's name. */
  name: z.string(),
  /** Past it people are warned; null = never. */
  softMicros: MicrosText.nullable(),
  /** Nothing over it starts; null = no cap. */
  hardMicros: MicrosText.nullable(),
  heldMicros: MicrosText,
  spentMicros: MicrosText,
});
export type BudgetRow = z.infer<typeof BudgetRow>;

/** How a budget is called in a sentence: "the workspace", "this lane". */
export const SCOPE_WORDS = {
  workspace: "the workspace",
  project: "the project",
  lane: "this lane",
  person: "your own budget",
} as const satisfies Record<BudgetScope, string>;
