"use client";
import clsx from "clsx";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { press } from "./press";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";
import { VisuallyHidden } from "./visually-hidden";

export type ButtonProps = Omit<ComponentPropsWithRef<"button">, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Stands before the words. */
  icon?: ReactNode;
  /** The act is under way: presses do nothing, focus stays. */
  busy?: boolean;
  /** Why it cannot be pressed now, as a sentence. The button stays reachable and says so; null or undefined means it can be pressed. */
  disabledReason?: string | null | undefined;
  /** A few more words on hover and focus. */
  tip?: string | undefined;
  /** The chord that does the same, shown in the tooltip. */
  keys?: string | undefined;
};

/** A press. It is never disabled without its reason. */
export function Button({
  variant = "quiet",
  size = "medium",
  icon,
  busy = false,
  disabledReason,
  tip,
  keys,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = Boolean(disabledReason);
  return (
    <>
      <Tooltip content={disabledReason ?? tip ?? (keys ? children : null)} keys={blocked ? undefined : keys} stay={blocked}>
        <button
          type={type}
          aria-busy={busy || undefined}
          aria-describedby={blocked ? reasonId : undefined}
          className={clsx(buttonStyle(variant, size), busy && "aria-disabled:cursor-progress aria-disabled:opacity-100", className)}
          {...press(blocked || busy, {
            ...rest,
            onClick: (event) => {
              // The second click of a double click is the first one again, not another act.
              if (event.detail > 1) event.preventDefault();
              else onClick?.(event);
            },
          })}
        >
          {busy ? <Spinner /> : icon}
          {children}
        </button>
      </Tooltip>
      {blocked ? <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden> : null}
    </>
  );
}
