"use client";
import { GradedLines } from "@/components/ui/graded-lines";
import { useDefectLines } from "@/lib/client/use-defect-lines";
import type { AcceptableDefect } from "@/lib/domain/review/defect";

export type DefectsFieldProps = { value: readonly AcceptableDefect[]; onChange: (value: AcceptableDefect[]) => void };

/** What the pattern is known to get wrong and is used for all the same, a line a kind; cards of it can begin with these. */
export function DefectsField({ value, onChange }: DefectsFieldProps) {
  const lines = useDefectLines(value.map(({ kind }) => kind));
  return <GradedLines {...lines} value={value} onChange={onChange} empty="None is known." />;
}
