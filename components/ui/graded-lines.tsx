"use client";
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { Input } from "./input";
import { Select, type SelectOption } from "./select";

export type GradedLine<Kind extends string, Grade extends string> = {
  readonly kind: Kind;
  readonly maxSeverity: Grade;
  readonly note: string;
};

export type GradedLinesProps<Kind extends string, Grade extends string> = {
  legend: string;
  value: readonly GradedLine<Kind, Grade>[];
  onChange: (value: GradedLine<Kind, Grade>[]) => void;
  /** Every kind there is; each can stand in one line. */
  kinds: readonly SelectOption<Kind>[];
  /** Every grade there is, the mildest first. */
  grades: readonly SelectOption<Grade>[];
  /** What one line is about, as its fields are named: "Kind of defect". */
  kindLabel: string;
  notePlaceholder: string;
  addLabel: string;
  /** What else belongs to a line, under it. */
  below?: (at: number) => ReactNode;
  /** Said in place of lines. */
  empty: string;
};

/** A line a kind: up to which grade, and a note. Kinds that have a line are not offered again. */
export function GradedLines<Kind extends string, Grade extends string>({
  value,
  onChange,
  kinds,
  grades,
  below,
  ...words
}: GradedLinesProps<Kind, Grade>) {
  const free = kinds.filter(({ value: kind }) => !value.some((line) => line.kind === kind));
  const wordOf = (kind: Kind) => kinds.find((option) => option.value === kind)?.label ?? kind;
  const change = (index: number, part: Partial<GradedLine<Kind, Grade>>) =>
    onChange(value.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const [next] = free;
  const [mildest] = grades;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">{words.legend}</legend>
      {value.map((line, index) => (
        <div key={line.kind} className="grid grid-cols-[1fr_1fr_1.75rem] gap-1.5 sm:grid-cols-[8rem_7rem_minmax(0,1fr)_1.75rem]">
          <Select
            label={words.kindLabel}
            value={line.kind}
            onChange={(kind) => change(index, { kind })}
            options={kinds.filter((option) => option.value === line.kind || free.includes(option))}
          />
          <Select
            label={`${wordOf(line.kind)}: up to`}
            value={line.maxSeverity}
            onChange={(maxSeverity) => change(index, { maxSeverity })}
            options={grades}
          />
          <Input
            aria-label={`${wordOf(line.kind)}: ${words.notePlaceholder.toLowerCase()}`}
            placeholder={words.notePlaceholder}
            value={line.note}
            maxLength={500}
            onChange={(event) => change(index, { note: event.currentTarget.value })}
            className="max-sm:order-last max-sm:col-span-3"
          />
          <IconButton
            label={`Take ${wordOf(line.kind).toLowerCase()} off the list`}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
          {below ? <div className="col-span-full max-sm:order-last">{below(index)}</div> : null}
        </div>
      ))}
      {value.length === 0 ? <p className="text-xs text-faint">{words.empty}</p> : null}
      {next && mildest ? (
        <div>
          <Button
            size="small"
            variant="ghost"
            icon={<Plus size={13} aria-hidden />}
            onClick={() => onChange([...value, { kind: next.value, maxSeverity: mildest.value, note: "" }])}
          >
            {words.addLabel}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
