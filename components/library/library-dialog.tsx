"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";

/** Puts up a new shelf. */
export function LibraryDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const create = useMutation(
    studio.library.create.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (library) => {
        await queries.invalidateQueries({ queryKey: studio.library.key() });
        announce({ tone: "ok", text: `The shelf “${library.name}” is up.` });
        setName("");
        setDescription("");
        onOpenChange(false);
      },
    }),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New library"
      description="A curated shelf of patterns: one look, one client, one kind of work."
      submitLabel="Create library"
      disabledReason={name.trim() === "" ? "Give the library a name." : null}
      busy={create.isPending}
      onSubmit={() => create.mutate({ name, description: description.trim() })}
    >
      <Field label="Name" error={create.error ? sentenceOf(create.error) : null}>
        <Input value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Description" optional hint="What belongs here and what does not.">
        <Textarea value={description} maxLength={2_000} onChange={(event) => setDescription(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}
