import type { ReactElement, ReactNode } from "react";

export type TooltipProps = {
  /** A few words; nothing is shown when null. A tooltip repeats or explains, it is never the only place of a fact. */
  content: ReactNode;
  /** A chord such as "mod+k", shown after the words. */
  keys?: string | undefined;
  side?: "top" | "right" | "bottom" | "left";
  /** Keep showing when the trigger is pressed: for a control that explains why it does nothing. */
  stay?: boolean;
  /** The one element that is explained; it must spread its props on an element. */
  children: ReactElement<Record<string, unknown>>;
};
