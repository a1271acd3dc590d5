"use client";
import { GradedLines } from "@/components/ui/graded-lines";
import type { AcceptableDefect } from "@/lib/domain/review/defect";
import { DEFECT_OPTIONS, SEVERITY_OPTIONS } from "../words";

export type AcceptableDefectsFieldProps = {
  value: readonly AcceptableDefect[];
  onChange: (value: readonly AcceptableDefect[]) => void;
};

/** What this card lives with, a line a kind: nobody argues about these afterwards. */
export function AcceptableDefectsField({ value, onChange }: AcceptableDefectsFieldProps) {
  return (
    <GradedLines
      legend="Acceptable defects"
      value={value}
      onChange={onChange}
      kinds={DEFECT_OPTIONS}
      grades={SEVERITY_OPTIONS}
      kindLabel="Kind of defect"
      notePlaceholder="Why it is fine, or where"
      addLabel="Add a kind"
      empty="None: every defect found needs a waiver or another attempt."
    />
  );
}
