"use client";
import { useContext } from "react";
import { lateCode } from "./late-code";
import { LentTrigger } from "./lent-trigger";
import {
  type MenuChoiceProps,
  type MenuGroupProps,
  type MenuItemProps,
  type MenuLinkProps,
  type MenuProps,
  type MenuRows,
  Rows,
} from "./menu-rows";

export const menuCode = lateCode(() => import("./menu-popup"));

/** Acts behind one button. */
export function Menu({ trigger, side = "bottom", align = "end", children }: MenuProps) {
  return (
    <LentTrigger trigger={trigger} opens="menu" code={menuCode}>
      {({ MenuPopup }, borrow) => (
        <MenuPopup borrow={borrow} side={side} align={align}>
          {children}
        </MenuPopup>
      )}
    </LentTrigger>
  );
}

export function MenuItem(props: MenuItemProps) {
  const { Item } = useRows();
  return <Item {...props} />;
}

/** A way to another page: a link, as anywhere else. */
export function MenuLink(props: MenuLinkProps) {
  const { Link } = useRows();
  return <Link {...props} />;
}

/** One of several settings, checked when it is the present one. */
export function MenuChoice(props: MenuChoiceProps) {
  const { Choice } = useRows();
  return <Choice {...props} />;
}

export function MenuGroup(props: MenuGroupProps) {
  const { Group } = useRows();
  return <Group {...props} />;
}

export function MenuSeparator() {
  const { Separator } = useRows();
  return <Separator />;
}

function useRows(): MenuRows {
  const rows = useContext(Rows);
  if (!rows) throw new Error("A row of a menu stands in no menu.");
  return rows;
}
