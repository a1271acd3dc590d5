"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";

/** Puts up a new shelf. */
export function LibraryDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const queries = useQueryClient();
  const form = useId();
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !create.isPending) create.mutate({ name, description: description.trim() });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New library"
      description="A curated shelf of patterns: one look, one client, one kind of work."
      footer={
        <Button
          variant="primary"
          type="submit"
          form={form}
          busy={create.isPending}
          disabledReason={name.trim() === "" ? "Give the library a name." : null}
        >
          Create library
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label="Name" error={create.error ? sentenceOf(create.error) : null}>
          <Input value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Field label="Description" optional hint="What belongs here and what does not.">
          <Textarea value={description} maxLength={2_000} onChange={(event) => setDescription(event.currentTarget.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
