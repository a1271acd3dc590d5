"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AcceptableDefect, DEFECT_KINDS } from "@/lib/domain/review/defect";
import { DEFECT_OPTIONS, DEFECT_WORDS, SEVERITY_OPTIONS } from "../words";

export type AcceptableDefectsFieldProps = {
  value: readonly AcceptableDefect[];
  onChange: (value: readonly AcceptableDefect[]) => void;
};

/** What this card lives with, a line a kind: nobody argues about these afterwards. */
export function AcceptableDefectsField({ value, onChange }: AcceptableDefectsFieldProps) {
  const free = DEFECT_KINDS.filter((kind) => !value.some((line) => line.kind === kind));
  const change = (index: number, part: Partial<AcceptableDefect>) =>
    onChange(value.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const [next] = free;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">Acceptable defects</legend>
      {value.map((line, index) => (
        <div key={line.kind} className="grid grid-cols-[1fr_1fr_1.75rem] gap-1.5 sm:grid-cols-[8rem_7rem_minmax(0,1fr)_1.75rem]">
          <Select
            label="Kind of defect"
            value={line.kind}
            onChange={(kind) => change(index, { kind })}
            options={DEFECT_OPTIONS.filter((option) => option.value === line.kind || free.includes(option.value))}
          />
          <Select
            label={`${DEFECT_WORDS[line.kind].label}: up to`}
            value={line.maxSeverity}
            onChange={(maxSeverity) => change(index, { maxSeverity })}
            options={SEVERITY_OPTIONS}
          />
          <Input
            aria-label={`${DEFECT_WORDS[line.kind].label}: why it is fine, or where`}
            placeholder="Why it is fine, or where"
            value={line.note}
            maxLength={500}
            onChange={(event) => change(index, { note: event.target.value })}
            className="max-sm:order-last max-sm:col-span-3"
          />
          <IconButton
            label={`Take ${DEFECT_WORDS[line.kind].label.toLowerCase()} off the list`}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {value.length === 0 ? <p className="text-xs text-faint">None: every defect found needs a waiver or another attempt.</p> : null}
      {next ? (
        <div>
          <Button
            size="small"
            variant="ghost"
            icon={<Plus size={13} aria-hidden />}
            onClick={() => onChange([...value, { kind: next, maxSeverity: "minor", note: "" }])}
          >
            Add a kind
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
