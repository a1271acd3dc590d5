"use client";
import { GradedLines } from "@/components/ui/graded-lines";
import { type AcceptableDefect, DEFECT_KINDS, SEVERITIES } from "@/lib/domain/review/defect";
import { DEFECT_WORDS } from "@/lib/domain/review/defect-words";

const KINDS = DEFECT_KINDS.map((value) => ({ value, ...DEFECT_WORDS[value] }));
const GRADES = SEVERITIES.map((value) => ({ value, label: `up to ${value}` }));

export type DefectsFieldProps = { value: readonly AcceptableDefect[]; onChange: (value: AcceptableDefect[]) => void };

/** What the pattern is known to get wrong and is used for all the same, a line a kind; cards of it can begin with these. */
export function DefectsField({ value, onChange }: DefectsFieldProps) {
  return (
    <GradedLines
      legend="Acceptable defects"
      value={value}
      onChange={onChange}
      kinds={KINDS}
      grades={GRADES}
      kindLabel="Kind of defect"
      notePlaceholder="Why it is fine, or where"
      addLabel="Add a defect"
      empty="None is known."
    />
  );
}
