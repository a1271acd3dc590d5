"use client";
import { SEVERITY_OPTIONS } from "../domain/review/severity-words";
import { useDefectKinds } from "./use-defect-kinds";

/** What every list of acceptable defects asks, whoever keeps it: a kind, up to which grade, and a note. `standing`: the kinds it has lines of. */
export function useDefectLines(standing: readonly string[]) {
  const kinds = useDefectKinds();
  return {
    legend: "Acceptable defects",
    kinds: kinds.optionsWith(standing),
    grades: SEVERITY_OPTIONS,
    kindLabel: "Kind of defect",
    notePlaceholder: "Why it is fine, or where",
    addLabel: "Add a kind",
  } as const;
}
