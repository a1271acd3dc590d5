"use client";
import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { POPUP, POPUP_ITEM } from "./control-style";
import { Keys } from "./kbd";
import type { Borrow } from "./lent-trigger";
import { type MenuAtProps, type MenuProps, type MenuRows, Rows } from "./menu-rows";

/** A menu that hangs on a button that stands already. */
export function MenuPopup({
  borrow,
  side,
  align,
  children,
}: Pick<Required<MenuProps>, "side" | "align" | "children"> & { borrow: Borrow }) {
  return (
    <Base.Root>
      <Base.Trigger render={borrow} />
      <Rowed>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={clsx(POPUP, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Rowed>
    </Base.Root>
  );
}

/** A menu at a point of the window. */
export function MenuAtPoint({ at, onClose, children }: MenuAtProps) {
  const anchor = at && { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Base.Root open={at !== null} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Rowed>
        <Base.Positioner anchor={anchor} side="bottom" align="start" collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={clsx(POPUP, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Rowed>
    </Base.Root>
  );
}

function Rowed({ children }: { children: ReactNode }) {
  return (
    <Rows value={ROWS}>
      <Base.Portal>{children}</Base.Portal>
    </Rows>
  );
}

const ROWS: MenuRows = {
  Item: ({ icon, keys, danger = false, disabledReason, onSelect, children }) => (
    <Base.Item disabled={Boolean(disabledReason)} onClick={onSelect} className={clsx(POPUP_ITEM, danger && !disabledReason && "text-bad")}>
      {icon ? <span className="flex w-4 justify-center text-faint">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason ? <span className="block max-w-60 text-xs text-pretty">{disabledReason}</span> : null}
      </span>
      {keys ? <Keys chord={keys} /> : null}
    </Base.Item>
  ),
  Link: ({ href, children }) => (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={clsx(POPUP_ITEM, "max-w-72")}>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {children}
      </span>
    </Base.LinkItem>
  ),
  Choice: ({ checked, onSelect, children }) => (
    <Base.CheckboxItem checked={checked} onCheckedChange={onSelect} closeOnClick className={POPUP_ITEM}>
      <span className="flex w-4 justify-center text-accent-ink">{checked ? <Check size={14} aria-hidden /> : null}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Base.CheckboxItem>
  ),
  Group: ({ label, children }) => (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-2xs font-medium text-faint">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  ),
  Separator: () => <Base.Separator className="mx-1 my-1 h-px bg-line" />,
};
