"use client";
import { Drawer as Base } from "@base-ui/react/drawer";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { CLOSE_BUTTON } from "./control-style";

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Where it slides in from; a swipe that way closes it. */
  side?: "left" | "right" | "bottom";
  children: ReactNode;
};

const SIDES = {
  left: {
    swipe: "left",
    viewport: "justify-start",
    popup: "h-full w-80 border-r data-starting-style:-translate-x-full data-ending-style:-translate-x-full",
  },
  right: {
    swipe: "right",
    viewport: "justify-end",
    popup: "h-full w-96 border-l data-starting-style:translate-x-full data-ending-style:translate-x-full",
  },
  bottom: {
    swipe: "down",
    viewport: "items-end",
    popup: "max-h-[85dvh] w-full rounded-t-lg border-t data-starting-style:translate-y-full data-ending-style:translate-y-full",
  },
} as const;

/** See `Sheet`. */
export function DrawerSheet({ open, onOpenChange, title, side = "right", children }: SheetProps) {
  const place = SIDES[side];
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} swipeDirection={place.swipe}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className={clsx("fixed inset-0 z-40 flex", place.viewport)}>
          <Base.Popup
            className={clsx(
              "flex max-w-[calc(100vw-2.5rem)] flex-col border-line bg-surface text-ink shadow-float outline-none transition-transform duration-150 ease-out",
              side === "bottom" && "max-w-none",
              place.popup,
            )}
          >
            <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
              <Base.Title className="flex-1 truncate text-sm font-semibold">{title}</Base.Title>
              <Base.Close aria-label="Close" className={CLOSE_BUTTON}>
                <X size={15} aria-hidden />
              </Base.Close>
            </div>
            <Base.Content className="min-h-0 flex-1 overflow-y-auto">{children}</Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
