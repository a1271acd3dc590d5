import type { EditStep } from "../edit-plan";
import { isGlue } from "./verbs";

/** What one clause comes to. */
export interface ReadClause {
  readonly steps: readonly EditStep[];
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}

/** One step; the words named are understood, the rest ignored. */
export function only(step: EditStep, clause: readonly string[], known: readonly string[]): ReadClause {
  return {
    steps: [step],
    understood: clause.filter((word) => known.includes(word)),
    ignored: clause.filter((word) => !known.includes(word) && !isGlue(word)),
  };
}
