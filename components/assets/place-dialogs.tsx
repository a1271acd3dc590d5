"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type CollectionView, refusePlace } from "@/lib/domain/collection/collection";

export type NameDialogProps = {
  title: string;
  initial: string;
  /** Asks whether everybody is to see it. */
  canShare: boolean;
  busy: boolean;
  onClose: () => void;
  onName: (name: string, isShared: boolean) => void;
};

/** Gives a collection or a saved search its name. */
export function NameDialog({ title, initial, canShare, busy, onClose, onName }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const [isShared, setShared] = useState(false);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={title}
      size="small"
      submitLabel="Save"
      busy={busy}
      disabledReason={name.trim() === "" ? "Give it a name." : null}
      onSubmit={() => onName(name.trim(), isShared)}
    >
      <Field label="Name">
        <Input autoFocus value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      {canShare ? <Checkbox label="Everybody in the workspace sees it" checked={isShared} onChange={setShared} /> : null}
    </FormDialog>
  );
}

const OUTERMOST = "outermost";

export type MoveDialogProps = {
  collection: CollectionView;
  tree: readonly CollectionView[];
  busy: boolean;
  onClose: () => void;
  onMove: (parentId: string | null) => void;
};

/** Moves a collection into another, as dragging does. */
export function MoveDialog({ collection, tree, busy, onClose, onMove }: MoveDialogProps) {
  const [parentId, setParent] = useState(collection.parentId ?? OUTERMOST);
  const options = [
    { value: OUTERMOST, label: "Outermost", disabledReason: null },
    ...tree.map(({ id, name }) => ({ value: id, label: name, disabledReason: refusePlace(tree, collection.id, id) })),
  ];
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Move “${collection.name}”`}
      size="small"
      submitLabel="Move"
      busy={busy}
      onSubmit={() => onMove(parentId === OUTERMOST ? null : parentId)}
    >
      <Field label="Into">
        <Select value={parentId} onChange={setParent} options={options} />
      </Field>
    </FormDialog>
  );
}
