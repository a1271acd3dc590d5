"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import type { ComparedMember, SavedView } from "@/lib/domain/compare/comparison";

export interface SaveComparisonDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly members: readonly ComparedMember[];
  /** How they are looked at, asked when they are saved. */
  readonly viewNow: () => SavedView;
  /** Where leaving the comparison leads. */
  readonly from: string;
}

/** Keeps the pictures as they are looked at now, and leads to where they are kept. */
export function SaveComparisonDialog({ open, onOpenChange, members, viewNow, from }: SaveComparisonDialogProps) {
  const router = useRouter();
  const [name, setName] = useState("");
  const save = useMutation(
    studio.comparison.save.mutationOptions({
      onSuccess: ({ id }) => {
        onOpenChange(false);
        router.push(`/compare/${id}?from=${encodeURIComponent(from)}`);
      },
    }),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={`Save this comparison of ${members.length}`}
      description="The pictures, the view and what each is moved by are kept. Everybody in the workspace finds it by its name or its link."
      submitLabel="Save"
      busy={save.isPending}
      disabledReason={name.trim() === "" ? "Give the comparison a name." : null}
      onSubmit={() => save.mutate({ name, members: [...members], view: viewNow() })}
    >
      <Field label="Name">
        <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}
