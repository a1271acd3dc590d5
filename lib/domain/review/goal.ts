import { z } from "zod";
import { variablesIn } from "../pattern/template";
import { PlainText } from "../prompt/recipe";
import type { ReviewCard } from "./card";
import type { CardTemplate } from "./template";

/** Variables of the template's goal for which nothing stands yet. Other braces in a goal are text. */
export function openVariables(card: Pick<ReviewCard, "goal"> & { readonly startedFrom?: CardTemplate | null }): readonly string[] {
  const declared = variablesIn(card.startedFrom?.goal ?? "");
  return variablesIn(card.goal).filter((name) => declared.includes(name));
}

/** What stands for the variables of a goal, by their names. */
export const GoalValues = z.record(PlainText.max(40), PlainText.max(500));
export type GoalValues = Readonly<z.infer<typeof GoalValues>>;

/** The goal with what is given in place of its variables; an empty value leaves its variable open. Braces in a value are text. */
export function fillGoal(goal: string, open: readonly string[], values: GoalValues): string {
  return goal.replace(/\{([a-z][a-z0-9_]{0,39})\}/g, (whole, name: string) =>
    open.includes(name) ? (Object.hasOwn(values, name) && values[name]?.trim()) || whole : whole,
  );
}

/** Whether a goal is the template's with something in place of its variables. */
export function isFilledFrom(template: string, goal: string): boolean {
  const parts = template.trim().split(/\{[a-z][a-z0-9_]{0,39}\}/);
  const [first = ""] = parts;
  const text = goal.trim();
  if (parts.length === 1) return text === first;
  const last = parts.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= text.length - last.length;
}
