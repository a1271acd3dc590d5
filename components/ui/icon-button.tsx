"use client";
import clsx from "clsx";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { press } from "./press";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";
import type { TooltipProps } from "./tooltip-props";
import { VisuallyHidden } from "./visually-hidden";

export type IconButtonProps = Omit<ComponentPropsWithRef<"button">, "disabled" | "children" | "aria-label"> & {
  /** What it does, in words: its name for everybody, shown as the tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  busy?: boolean;
  /** For a button that stays down; sets `aria-pressed`. */
  pressed?: boolean | undefined;
  disabledReason?: string | null | undefined;
  keys?: string | undefined;
  side?: TooltipProps["side"];
};

/** A press that shows only an icon, and says its name. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "medium",
  busy = false,
  pressed,
  disabledReason,
  keys,
  side = "bottom",
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  const reasonId = useId();
  const blocked = Boolean(disabledReason);
  return (
    <>
      <Tooltip content={disabledReason ?? label} keys={blocked ? undefined : keys} side={side} stay={blocked}>
        <button
          type={type}
          aria-label={label}
          aria-pressed={pressed}
          aria-busy={busy || undefined}
          aria-describedby={blocked ? reasonId : undefined}
          className={clsx(buttonStyle(variant, size, true), pressed && "bg-accent-soft text-accent-ink", className)}
          {...press(blocked || busy, rest)}
        >
          {busy ? <Spinner /> : icon}
        </button>
      </Tooltip>
      {blocked ? <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden> : null}
    </>
  );
}
