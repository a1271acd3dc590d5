import type { PersonActor } from "../access/actor";
import { may, onlySentence } from "../access/policy";
import { AppError } from "../errors";
import { formatMicros } from "../money/micros";

/** What a project begins with unless somebody who sets budgets says otherwise. Micro-dollars. */
export const STARTING_BUDGET_MICROS = 10_000_000n;

/**
 * The hard cap of a new project in micro-dollars; null = no cap. Budgets are a lead's: whoever may not set them can
 * start a project with the starting budget or less, and asks for more. Throws FORBIDDEN with the sentence that says so.
 */
export function startingBudget(asked: bigint | null | undefined, by: Pick<PersonActor, "role">): bigint | null {
  if (asked === undefined) return STARTING_BUDGET_MICROS;
  if (may(by.role, "budget.set") || (asked !== null && asked <= STARTING_BUDGET_MICROS)) return asked;
  throw new AppError(
    "FORBIDDEN",
    `A new project begins with at most ${formatMicros(STARTING_BUDGET_MICROS)}. ${onlySentence("budget.set")} Start it with that and ask them for more.`,
  );
}
