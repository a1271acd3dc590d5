"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DELETED_KEPT_DAYS } from "@/lib/domain/asset/uses";

export interface ManyDialogProps {
  /** What would be done with so many files; null while nothing is asked. */
  readonly act: "choose" | "delete" | null;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDo: () => void;
}

/** Asks before an act on more files than anybody looks through. */
export function ManyDialog({ act, count, onClose, onDo }: ManyDialogProps) {
  const isDelete = act === "delete";
  return (
    <Dialog
      open={act !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={`${isDelete ? "Delete" : "Choose"} ${count.toLocaleString("en")} files?`}
      description={
        isDelete
          ? `All that was found is deleted, in the background, but for what something that must stay uses. One undo brings all of it back, and Deleted shows it for ${DELETED_KEPT_DAYS} days.`
          : "All that was found is chosen, in the background. One undo takes all of it back."
      }
      footer={
        <Button variant="primary" onClick={onDo}>
          {isDelete ? "Delete them" : "Choose them"}
        </Button>
      }
    />
  );
}
