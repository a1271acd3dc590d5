"use client";
import { lateCode } from "./late-code";
import { LentTrigger } from "./lent-trigger";
import type { PopoverProps } from "./popover-props";

const code = lateCode(() => import("./popover-panel"));

/** A small panel that hangs on its button and does not block the rest. */
export function Popover({ trigger, ...panel }: PopoverProps) {
  return (
    <LentTrigger trigger={trigger} opens="dialog" code={code} isOpen={panel.open ?? false}>
      {({ PopoverPanel }, borrow) => <PopoverPanel borrow={borrow} {...panel} />}
    </LentTrigger>
  );
}
