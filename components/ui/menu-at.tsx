"use client";
import { useLateCode } from "./late-code";
import { menuCode } from "./menu";
import type { MenuAtProps } from "./menu-rows";

/** A menu where the pointer is: the right-click of a surface that is not made of elements. */
export function MenuAt(props: MenuAtProps) {
  const code = useLateCode(menuCode, props.at !== null, props.onClose);
  return code ? <code.MenuAtPoint {...props} /> : null;
}
