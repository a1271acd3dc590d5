"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as Base } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import { Tooltip } from "./tooltip";

export type ToggleOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Shown instead of the label, which stays as name and tooltip. */
  readonly icon?: ReactNode;
  readonly keys?: string;
};

export type ToggleGroupProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly ToggleOption<Value>[];
};

/** One of two to five modes, all in sight. */
export function ToggleGroup<Value extends string>({ label, value, onChange, options }: ToggleGroupProps<Value>) {
  return (
    <Base
      aria-label={label}
      value={[value]}
      onValueChange={(next: Value[]) => {
        // Pressing the present mode again must not leave none chosen.
        const chosen = next[0];
        if (chosen !== undefined) onChange(chosen);
      }}
      className="inline-flex shrink-0 gap-px rounded-md border border-line-strong bg-inset p-px"
    >
      {options.map((option) => (
        <Tooltip key={option.value} content={option.icon || option.keys ? option.label : null} keys={option.keys}>
          <Toggle
            value={option.value}
            aria-label={option.icon ? option.label : undefined}
            className="flex h-6 min-w-6 items-center justify-center gap-1 rounded-sm px-2 text-xs text-muted transition-colors duration-100
              hover:text-ink data-pressed:bg-raised data-pressed:text-ink light:data-pressed:bg-surface light:data-pressed:shadow-xs"
          >
            {option.icon ?? option.label}
          </Toggle>
        </Tooltip>
      ))}
    </Base>
  );
}
