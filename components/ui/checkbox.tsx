"use client";
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

export type CheckboxProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some but not all of what it stands for. */
  mixed?: boolean;
  name?: string;
  disabled?: boolean;
};

/** Yes or no, in a form or a list. */
export function Checkbox({ label, hint, checked, onChange, mixed = false, name, disabled = false }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the labelled control; it renders its own input
    <label className="flex min-h-6 items-start gap-2 text-sm">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        indeterminate={mixed}
        disabled={disabled}
        {...(name ? { name } : {})}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-faint bg-field text-on-accent
          transition-colors duration-100 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50
          data-indeterminate:border-accent data-indeterminate:bg-accent"
      >
        <Base.Indicator className="flex data-unchecked:hidden">
          {mixed ? <Minus size={12} strokeWidth={3} aria-hidden /> : <Check size={12} strokeWidth={3} aria-hidden />}
        </Base.Indicator>
      </Base.Root>
      <span className={disabled ? "text-faint" : undefined}>
        {label}
        {hint ? <span className="block text-xs text-faint text-pretty">{hint}</span> : null}
      </span>
    </label>
  );
}
