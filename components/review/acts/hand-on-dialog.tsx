"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CardActing } from "../use-card-act";

type HandOnDialogProps = {
  title: string;
  description: string;
  confirm: string;
  /** Who gives and who gets it. */
  children: ReactNode;
  /** What is still to choose, as a sentence; null when it can be given. */
  lacks: string | null;
  acting: CardActing;
  onGive: (note: string) => void;
  onClose: () => void;
};

/** Something of a card goes to somebody else, with a note if they like. */
export function HandOnDialog({ title, description, confirm, children, lacks, acting, onGive, onClose }: HandOnDialogProps) {
  const [note, setNote] = useState("");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={() => onGive(note)}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {children}
        <Field label="Note" optional>
          <Input value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
