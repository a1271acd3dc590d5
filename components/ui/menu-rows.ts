import { createContext, type ReactElement, type ReactNode } from "react";

export type MenuProps = {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  /** MenuItem, MenuLink, MenuChoice, MenuGroup and MenuSeparator. */
  children: ReactNode;
};

export type MenuAtProps = {
  /** CSS pixels of the window; null = closed. */
  at: { readonly x: number; readonly y: number } | null;
  onClose: () => void;
  /** The same rows as in a menu behind a button. */
  children: ReactNode;
};

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

export type MenuLinkProps = { href: string; children: ReactNode };

export type MenuChoiceProps = { checked: boolean; onSelect: () => void; children: ReactNode };

export type MenuGroupProps = { label: ReactNode; children: ReactNode };

/** How rows are drawn and heard: known where a menu is open, so that what lists them needs none of it before. */
export type MenuRows = {
  readonly Item: (props: MenuItemProps) => ReactNode;
  readonly Link: (props: MenuLinkProps) => ReactNode;
  readonly Choice: (props: MenuChoiceProps) => ReactNode;
  readonly Group: (props: MenuGroupProps) => ReactNode;
  readonly Separator: () => ReactNode;
};

export const Rows = createContext<MenuRows | null>(null);
