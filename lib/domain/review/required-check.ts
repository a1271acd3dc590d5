import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";

/** Something a person has to have looked at: the disclosure, the rights, or whatever a lead names. */
export const RequiredCheck = z.strictObject({
  /** Unique in its template. */
  id: PlainText.min(1).max(60),
  label: PlainText.trim().min(1, "A check needs words.").max(120),
  /** What it stands before. */
  before: z.enum(["approval", "publish"]),
});
export type RequiredCheck = z.infer<typeof RequiredCheck>;

export const RequiredChecks = z
  .array(RequiredCheck)
  .max(12)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "Each check is listed once.");

/** Somebody's word that a check holds for one attempt, and so for its bytes. */
export const Tick = z.strictObject({ checkId: z.string(), byId: Id, at: Instant });
export type Tick = z.infer<typeof Tick>;

/** What still has to be ticked before an act. */
export function openChecks(
  checks: readonly RequiredCheck[],
  ticks: readonly Tick[],
  before: RequiredCheck["before"],
): readonly RequiredCheck[] {
  return checks.filter((check) => check.before === before && !ticks.some(({ checkId }) => checkId === check.id));
}
