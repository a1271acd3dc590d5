"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { DEFECT_WORDS } from "@/lib/domain/review/defect-words";
import { isBuiltIn, type KindView } from "@/lib/domain/review/taxonomy";

/** A kind's name and what it is seen by; null: a new one. Mount it to ask. */
export function DefectKindDialog({ kind, onClose }: { kind: KindView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [label, setLabel] = useState(kind?.label ?? "");
  const [hint, setHint] = useState(kind?.hint ?? "");
  const outcome = {
    meta: { isQuiet: true },
    onSettled: () => queries.invalidateQueries({ queryKey: studio.defectKind.key() }),
    onSuccess: onClose,
  };
  const add = useMutation(studio.defectKind.add.mutationOptions(outcome));
  const edit = useMutation(studio.defectKind.edit.mutationOptions(outcome));
  const error = add.error ?? edit.error;
  const original = kind && isBuiltIn(kind.kind) ? DEFECT_WORDS[kind.kind] : null;
  const isOriginal = original === null || (original.label === label && original.hint === hint);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={kind ? `Rename ${kind.label}` : "Add a kind of defect"}
      description={kind ? "Defects that were marked so are called by the new name." : "It is offered to reviewers and judges at once."}
      submitLabel={kind ? "Rename" : "Add"}
      disabledReason={label.trim() === "" ? "A kind of defect needs a name." : null}
      busy={add.isPending || edit.isPending}
      onSubmit={() => {
        if (kind) edit.mutate({ kind: kind.kind, version: kind.version, label, hint });
        else add.mutate({ label, hint });
      }}
    >
      <Field label="Name" error={error ? sentenceOf(error) : null}>
        <Input autoComplete="off" maxLength={40} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
      </Field>
      <Field label="Seen by" optional hint="A few words that help to choose it.">
        <Input autoComplete="off" maxLength={120} value={hint} onChange={(event) => setHint(event.currentTarget.value)} />
      </Field>
      {isOriginal || original === null ? null : (
        <Button
          size="small"
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            setLabel(original.label);
            setHint(original.hint);
          }}
        >
          As the studio calls it: {original.label}
        </Button>
      )}
    </FormDialog>
  );
}
