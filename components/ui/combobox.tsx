"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import clsx from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { CONTROL, POPUP, POPUP_ITEM } from "./control-style";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Before the label, in the list: a picture of what is meant. */
  readonly lead?: ReactNode;
};

export type ComboboxProps = {
  /** The chosen option's value. */
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly ComboboxOption[];
  /** Its name where no Field gives it one. */
  label?: string;
  placeholder?: string;
  /** Said when nothing matches what was typed. */
  emptyText?: string;
  disabled?: boolean;
  className?: string;
};

/** One of many known values, found by typing. */
export function Combobox(props: ComboboxProps) {
  const {
    value,
    onChange,
    options,
    label,
    placeholder = "Type to find…",
    emptyText = "Nothing matches.",
    disabled = false,
    className,
  } = props;
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(next: ComboboxOption | null) => onChange(next?.value ?? null)}
      disabled={disabled}
      autoHighlight
    >
      <Base.InputGroup className={clsx("relative", className)}>
        <Base.Input aria-label={label} placeholder={placeholder} className={clsx(CONTROL, "h-7 pr-7")} />
        <Base.Trigger aria-label="Show all" className="absolute inset-y-0 right-0 flex w-7 items-center justify-center text-faint">
          <ChevronsUpDown size={13} aria-hidden />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={POPUP}>
            <Base.Empty className="px-2 py-2 text-xs text-faint empty:hidden">{emptyText}</Base.Empty>
            <Base.List className="max-h-72">
              {(option: ComboboxOption) => (
                <Base.Item key={option.value} value={option} className={POPUP_ITEM}>
                  {option.lead}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{option.label}</span>
                    {option.hint ? <span className="block truncate text-xs text-faint">{option.hint}</span> : null}
                  </span>
                  <Base.ItemIndicator className="text-accent-ink">
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
