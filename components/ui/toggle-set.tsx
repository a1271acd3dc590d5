"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as Base } from "@base-ui/react/toggle-group";

export type ToggleSetProps = {
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** In the order of the options, whatever was pressed first. */
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** Any of a few values, all in sight. */
export function ToggleSet({ label, options, values, onChange }: ToggleSetProps) {
  return (
    <Base
      multiple
      aria-label={label}
      value={[...values]}
      onValueChange={(next: string[]) => onChange(options.filter(({ value }) => next.includes(value)).map(({ value }) => value))}
      className="flex min-w-0 flex-wrap gap-1"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="h-6 max-w-40 truncate rounded-md border border-line-strong px-1.5 text-xs text-muted hover:text-ink
            data-pressed:border-transparent data-pressed:bg-accent-soft data-pressed:text-accent-ink"
        >
          {option.label}
        </Toggle>
      ))}
    </Base>
  );
}
