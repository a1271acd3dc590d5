"use client";
import { GradedLines } from "@/components/ui/graded-lines";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { type AcceptableDefect, SEVERITIES } from "@/lib/domain/review/defect";

const GRADES = SEVERITIES.map((value) => ({ value, label: `up to ${value}` }));

export type DefectsFieldProps = { value: readonly AcceptableDefect[]; onChange: (value: AcceptableDefect[]) => void };

/** What the pattern is known to get wrong and is used for all the same, a line a kind; cards of it can begin with these. */
export function DefectsField({ value, onChange }: DefectsFieldProps) {
  const kinds = useDefectKinds();
  return (
    <GradedLines
      legend="Acceptable defects"
      value={value}
      onChange={onChange}
      kinds={kinds.optionsWith(value.map(({ kind }) => kind))}
      grades={GRADES}
      kindLabel="Kind of defect"
      notePlaceholder="Why it is fine, or where"
      addLabel="Add a defect"
      empty="None is known."
    />
  );
}
