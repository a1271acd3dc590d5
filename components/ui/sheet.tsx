"use client";
import { onDemand } from "./on-demand";

/** A panel over the edge of the screen, for what has no room beside the content: on a wide screen nobody ever needs it. */
export const Sheet = onDemand(() => import("./drawer-sheet").then((file) => file.DrawerSheet));
