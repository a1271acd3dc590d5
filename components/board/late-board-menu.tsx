"use client";
import { AtOnce, late } from "@/components/ui/late";
import type { BoardMenuProps } from "./board-menu";

/** The rows of a board's menus, which are drawn only while one is open. */
export const BoardMenuItems = late<BoardMenuProps>(() => import("./board-menu").then((file) => file.BoardMenuItems), AtOnce);
