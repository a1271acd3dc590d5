"use client";
import { Select as Base } from "@base-ui/react/select";
import clsx from "clsx";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { CONTROL, POPUP, POPUP_ITEM } from "./control-style";

export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** A second, fainter line. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen; shown in place of the hint. */
  readonly disabledReason?: string | null;
};

export type SelectProps<Value extends string> = {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  /** Its name where no Field gives it one. */
  label?: string;
  placeholder?: string;
  /** The form's name of the value. */
  name?: string;
  disabled?: boolean;
  className?: string;
};

/** One of a few known values. For more than about fifteen, use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, label, placeholder = "Choose…", name, disabled = false, className } = props;
  return (
    <Base.Root<Value>
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      disabled={disabled}
      {...(name ? { name } : {})}
    >
      <Base.Trigger aria-label={label} className={clsx(CONTROL, "flex h-7 items-center justify-between gap-2 text-left", className)}>
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
        <Base.Icon className="text-faint">
          <ChevronsUpDown size={13} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={POPUP}>
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} disabled={Boolean(option.disabledReason)} className={POPUP_ITEM}>
                  {option.icon}
                  <span className="min-w-0 flex-1">
                    <Base.ItemText className="block truncate">{option.label}</Base.ItemText>
                    {(option.disabledReason ?? option.hint) ? (
                      <span className="block max-w-72 text-xs text-faint text-pretty">{option.disabledReason ?? option.hint}</span>
                    ) : null}
                  </span>
                  <Base.ItemIndicator className="text-accent-ink">
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
