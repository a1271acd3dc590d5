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
  /** A heading it stands under with its neighbours. */
  readonly group?: string;
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
              {groupsOf(options).map(({ group, members }) => (
                <Base.Group key={group}>
                  {group === "" ? null : <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-2xs text-faint">{group}</Base.GroupLabel>}
                  {members.map((option) => (
                    <Option key={option.value} option={option} />
                  ))}
                </Base.Group>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Option<Value extends string>({ option }: { option: SelectOption<Value> }) {
  return (
    <Base.Item value={option.value} disabled={Boolean(option.disabledReason)} className={POPUP_ITEM}>
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
  );
}

type OptionGroup<Value extends string> = { readonly group: string; readonly members: SelectOption<Value>[] };

/** Neighbours under one heading, in the order given. */
function groupsOf<Value extends string>(options: readonly SelectOption<Value>[]): readonly OptionGroup<Value>[] {
  const groups: OptionGroup<Value>[] = [];
  for (const option of options) {
    const { group = "" } = option;
    const last = groups.at(-1);
    if (last?.group === group) last.members.push(option);
    else groups.push({ group, members: [option] });
  }
  return groups;
}
