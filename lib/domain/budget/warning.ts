import { fits, isPastSoft } from "../money/budget";
import { formatMicros } from "../money/micros";
import { type BudgetRow, SCOPE_WORDS } from "./view";

/** What a run's price means for the budgets it counts in. */
export interface Standing {
  /** Why it does not start, or null. */
  readonly stop: string | null;
  /** The soft limits it would pass, a sentence each. */
  readonly warnings: readonly string[];
}

export function standingOf(budgets: readonly BudgetRow[], quoteMicros: bigint): Standing {
  const known = budgets.map((row) => ({
    scope: row.scope,
    softMicros: row.softMicros === null ? null : BigInt(row.softMicros),
    hardMicros: row.hardMicros === null ? null : BigInt(row.hardMicros),
    heldMicros: BigInt(row.heldMicros),
    spentMicros: BigInt(row.spentMicros),
  }));
  const over = known.find((budget) => !fits(budget, quoteMicros));
  const left = over && over.hardMicros !== null ? over.hardMicros - over.heldMicros - over.spentMicros : 0n;
  return {
    stop: over ? overSentence(over.scope, quoteMicros, left > 0n ? left : 0n) : null,
    warnings: known
      .filter((budget) => isPastSoft(budget, quoteMicros))
      .map(({ scope, softMicros }) => `This run takes ${SCOPE_WORDS[scope]} past its soft limit of ${formatMicros(softMicros ?? 0n)}.`),
  };
}

/** Why a run does not start: which budget has no room for it, and what helps. */
export function overSentence(scope: BudgetRow["scope"], quoteMicros: bigint, leftMicros: bigint): string {
  const has = scope === "person" ? "you have" : `${SCOPE_WORDS[scope]} has`;
  return `This run costs ${formatMicros(quoteMicros)}; ${has} ${formatMicros(leftMicros)} left. Make fewer variants, use draft quality, or ask a lead for more.`;
}
