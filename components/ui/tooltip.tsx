"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Keys } from "./kbd";

/** Mounted once at the top: after one tooltip has shown, its neighbours show without delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={450} closeDelay={0} timeout={350}>
      {children}
    </Base.Provider>
  );
}

export type TooltipProps = {
  /** A few words; nothing is shown when null. A tooltip repeats or explains, it is never the only place of a fact. */
  content: ReactNode;
  /** A chord such as "mod+k", shown after the words. */
  keys?: string | undefined;
  side?: "top" | "right" | "bottom" | "left";
  /** Keep showing when the trigger is pressed: for a control that explains why it does nothing. */
  stay?: boolean;
  /** The one element that is explained; it must accept a ref and spread props. */
  children: ReactElement<Record<string, unknown>>;
};

/** Words for an element under the pointer or in focus. */
export function Tooltip({ content, keys, side = "bottom", stay = false, children }: TooltipProps) {
  const empty = content === null || content === undefined || content === "";
  return (
    <Base.Root disabled={empty}>
      <Base.Trigger render={children} closeOnClick={!stay} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <Base.Popup
            className="flex max-w-72 items-center gap-2 rounded-md bg-raised px-2 py-1 text-xs text-ink shadow-float
              transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <span className="text-pretty">{content}</span>
            {keys ? <Keys chord={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
