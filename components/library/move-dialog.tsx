"use client";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { PatternSummary } from "@/lib/domain/pattern/view";
import { LibraryChoice } from "./library-choice";
import { useShelfMoves } from "./use-shelf-moves";

export type MoveDialogProps = { pattern: Pick<PatternSummary, "id" | "name" | "libraryId">; onClose: () => void };

/** Over to another shelf, to its front. Mount it to begin. */
export function MoveDialog({ pattern, onClose }: MoveDialogProps) {
  const [libraryId, setLibraryId] = useState<string | null>(null);
  const moves = useShelfMoves();
  const refusal =
    libraryId === null
      ? "Choose the shelf it goes to."
      : libraryId === pattern.libraryId
        ? "It is on this shelf already. Choose another."
        : null;
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Move “${pattern.name}”`}
      description="Its address, versions and labels stay as they are."
      submitLabel="Move"
      disabledReason={refusal}
      busy={false}
      onSubmit={() => {
        if (libraryId !== null) moves.toShelf(pattern, libraryId);
        onClose();
      }}
    >
      <LibraryChoice value={libraryId} onChange={setLibraryId} />
    </FormDialog>
  );
}
