"use client";
import { Popover as Base } from "@base-ui/react/popover";
import clsx from "clsx";
import type { Borrow } from "./lent-trigger";
import type { PopoverProps } from "./popover-props";

export type PopoverPanelProps = Omit<PopoverProps, "trigger"> & { borrow: Borrow };

/** A panel that hangs on a button that stands already. */
export function PopoverPanel({
  borrow,
  title,
  side = "bottom",
  align = "end",
  open,
  onOpenChange,
  className,
  children,
}: PopoverPanelProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}>
      <Base.Trigger render={borrow} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            className={clsx(
              "max-h-(--available-height) w-80 overflow-y-auto rounded-lg bg-raised text-sm text-ink shadow-float outline-none",
              "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
              className,
            )}
          >
            <Base.Title className="sr-only">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
