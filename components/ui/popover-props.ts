import type { ReactElement, ReactNode } from "react";

export type PopoverProps = {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  /** What it is called; for screen readers unless shown inside. */
  title: string;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};
