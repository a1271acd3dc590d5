import type { ComponentPropsWithRef, KeyboardEvent, MouseEvent, PointerEvent } from "react";

type ButtonProps = ComponentPropsWithRef<"button">;

/**
 * What makes a `<button>` one that can be reached and does nothing while `isOff`: the attribute `disabled` would take it out of the way of the
 * keyboard, and its reason with it. Keys that are not for buttons stay the page's.
 */
export function press(isOff: boolean, props: ButtonProps): ButtonProps {
  if (!isOff) return props;
  return {
    ...props,
    "aria-disabled": true,
    onClick: (event: MouseEvent) => event.preventDefault(),
    onMouseDown: undefined,
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") event.preventDefault();
    },
    onKeyUp: undefined,
  };
}
