"use client";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./button";
import { Dialog, type DialogProps } from "./dialog";

export type FormDialogProps = Pick<DialogProps, "open" | "onOpenChange" | "title" | "description" | "size"> & {
  /** The word on the button that does it. */
  submitLabel: string;
  /** Why it cannot be done yet, as a sentence; null when it can. */
  disabledReason?: string | null;
  busy: boolean;
  /** Asked once a press or an Enter, and not while it is busy or refused. */
  onSubmit: () => void;
  /** The fields. */
  children: ReactNode;
};

/** A few fields and one act, in front of everything else. */
export function FormDialog({ submitLabel, disabledReason = null, busy, onSubmit, children, ...dialog }: FormDialogProps) {
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && disabledReason === null) onSubmit();
  };
  return (
    <Dialog
      {...dialog}
      footer={
        <Button variant="primary" type="submit" form={form} busy={busy} disabledReason={disabledReason}>
          {submitLabel}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid grid-cols-1 gap-3">
        {children}
      </form>
    </Dialog>
  );
}
