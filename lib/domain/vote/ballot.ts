/**
 * One answer of one voter: the candidates that were shown together, and the one that was chosen. `null` = they are as
 * good as each other. Two to four candidates, all different; `chosen` is one of them.
 */
export interface Ballot {
  readonly voter: string;
  readonly shown: readonly string[];
  readonly chosen: string | null;
}

export const MIN_SHOWN = 2;
export const MAX_SHOWN = 4;

/** Why a ballot cannot count, as a sentence, or null. */
export function ballotProblem({ shown, chosen }: Pick<Ballot, "shown" | "chosen">): string | null {
  if (shown.length < MIN_SHOWN || shown.length > MAX_SHOWN) return `A ballot shows ${MIN_SHOWN} to ${MAX_SHOWN} pictures.`;
  if (new Set(shown).size !== shown.length) return "A ballot shows each picture once.";
  return chosen === null || shown.includes(chosen) ? null : "The chosen picture was not shown.";
}
