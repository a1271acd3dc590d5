"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export type ConfirmDialogProps = {
  title: string;
  /** What will happen, and what is kept. */
  description: ReactNode;
  /** The act in a word or two. */
  act: string;
  busy: boolean;
  problem: string | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** A last look before something that cannot be taken back. Mount it to ask. */
export function ConfirmDialog({ title, description, act, busy, problem, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      {problem ? (
        <p role="alert" className="text-sm text-bad text-pretty">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}
