"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type AcceptableDefect, DEFECT_KINDS, SEVERITIES } from "@/lib/domain/review/defect";
import { capital } from "./words";

export type DefectsFieldProps = { value: readonly AcceptableDefect[]; onChange: (value: AcceptableDefect[]) => void };

/** What the pattern is known to get wrong and is used for all the same, a line a kind; cards of it can begin with these. */
export function DefectsField({ value, onChange }: DefectsFieldProps) {
  const left = DEFECT_KINDS.filter((kind) => !value.some((line) => line.kind === kind));
  const [next] = left;
  const change = (index: number, part: Partial<AcceptableDefect>) =>
    onChange(value.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">Acceptable defects</legend>
      {value.map((line, index) => (
        <div key={line.kind} className="grid grid-cols-[1fr_1fr_1.75rem] gap-1.5 sm:grid-cols-[8rem_7rem_minmax(0,1fr)_1.75rem]">
          <Select
            label="Kind of defect"
            value={line.kind}
            onChange={(kind) => change(index, { kind })}
            options={DEFECT_KINDS.filter((kind) => kind === line.kind || left.includes(kind)).map((kind) => ({
              value: kind,
              label: capital(kind),
            }))}
          />
          <Select
            label={`${capital(line.kind)}: up to`}
            value={line.maxSeverity}
            onChange={(maxSeverity) => change(index, { maxSeverity })}
            options={SEVERITIES.map((severity) => ({ value: severity, label: `up to ${severity}` }))}
          />
          <Input
            aria-label={`${capital(line.kind)}: why it is fine, or where`}
            placeholder="Why it is fine, or where"
            value={line.note}
            maxLength={500}
            onChange={(event) => change(index, { note: event.currentTarget.value })}
            className="max-sm:order-last max-sm:col-span-3"
          />
          <IconButton
            label={`Take ${line.kind} off the list`}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {value.length === 0 ? <p className="text-xs text-faint">None is known.</p> : null}
      {next ? (
        <div>
          <Button
            size="small"
            variant="ghost"
            icon={<Plus size={13} aria-hidden />}
            onClick={() => onChange([...value, { kind: next, maxSeverity: "minor", note: "" }])}
          >
            Add a defect
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
