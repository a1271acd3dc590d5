"use client";
import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import type { ReactNode } from "react";
import { POPUP } from "./control-style";

export type MenuAtProps = {
  /** CSS pixels of the window; null = closed. */
  at: { readonly x: number; readonly y: number } | null;
  onClose: () => void;
  /** The same rows as in {@link Menu}. */
  children: ReactNode;
};

/** A menu where the pointer is: the right-click of a surface that is not made of elements. */
export function MenuAt({ at, onClose, children }: MenuAtProps) {
  const anchor = at && { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Base.Root open={at !== null} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="bottom" align="start" collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={clsx(POPUP, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
