"use client";
import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";

export type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off, taking effect at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the labelled control; it renders its own input
    <label className="flex min-h-6 items-start gap-2 text-sm">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled}
        className="mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-100
          data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-3 rounded-full bg-white transition-transform duration-100 data-checked:translate-x-3" />
      </Base.Root>
      <span>
        {label}
        {hint ? <span className="block text-xs text-faint text-pretty">{hint}</span> : null}
      </span>
    </label>
  );
}
