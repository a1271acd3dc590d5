"use client";
import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { POPUP, POPUP_ITEM } from "./control-style";
import { Keys } from "./kbd";

export type MenuProps = {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  /** MenuItem, MenuLink, MenuChoice, MenuGroup and MenuSeparator. */
  children: ReactNode;
};

/** Acts behind one button. */
export function Menu({ trigger, side = "bottom", align = "end", children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={clsx(POPUP, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export type MenuItemProps = {
  icon?: ReactNode;
  /** The chord that does the same. */
  keys?: string | undefined;
  /** Red: ends or withdraws something. */
  danger?: boolean;
  /** Why it cannot be done now; the item stays in place and says so. */
  disabledReason?: string | null | undefined;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, keys, danger = false, disabledReason, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item disabled={Boolean(disabledReason)} onClick={onSelect} className={clsx(POPUP_ITEM, danger && !disabledReason && "text-bad")}>
      {icon ? <span className="flex w-4 justify-center text-faint">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        {children}
        {disabledReason ? <span className="block max-w-60 text-xs text-pretty">{disabledReason}</span> : null}
      </span>
      {keys ? <Keys chord={keys} /> : null}
    </Base.Item>
  );
}

/** A way to another page: a link, as anywhere else. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={clsx(POPUP_ITEM, "max-w-72")}>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {children}
      </span>
    </Base.LinkItem>
  );
}

/** One of several settings, checked when it is the present one. */
export function MenuChoice({ checked, onSelect, children }: { checked: boolean; onSelect: () => void; children: ReactNode }) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onSelect} closeOnClick className={POPUP_ITEM}>
      <span className="flex w-4 justify-center text-accent-ink">{checked ? <Check size={14} aria-hidden /> : null}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Base.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-2xs font-medium text-faint">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
}
