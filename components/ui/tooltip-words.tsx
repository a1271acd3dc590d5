"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { Keys } from "./kbd";
import type { TooltipProps } from "./tooltip-props";

export type TooltipWordsProps = Pick<TooltipProps, "side" | "keys"> & {
  at: Element;
  onEnter: () => void;
  onLeave: () => void;
  children: ReactNode;
};

/** The words of a tooltip, beside their element for as long as they are mounted. */
export function TooltipWords({ at, side = "bottom", keys, onEnter, onLeave, children }: TooltipWordsProps) {
  return (
    // Esc takes away the words and nothing else; all other ways out are the element's.
    <Base.Root open onOpenChange={(_, { reason }) => reason === "escape-key" && onLeave()}>
      <Base.Portal>
        <Base.Positioner anchor={at} side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <Base.Popup
            onPointerEnter={onEnter}
            onPointerLeave={onLeave}
            className="flex max-w-72 items-center gap-2 rounded-md bg-raised px-2 py-1 text-xs text-ink shadow-float
              transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <span className="text-pretty">{children}</span>
            {keys ? <Keys chord={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
