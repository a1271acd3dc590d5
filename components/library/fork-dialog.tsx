"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { LibraryChoice } from "./library-choice";

export type ForkDialogProps = { pattern: PatternView; version: PatternVersionView; onClose: () => void };

/** A pattern of its own that begins as a version of this one. Mount it to begin. */
export function ForkDialog({ pattern, version, onClose }: ForkDialogProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [name, setName] = useState(pattern.name);
  const [libraryId, setLibraryId] = useState<string | null>(pattern.mayCurate ? pattern.libraryId : null);
  const fork = useMutation(
    studio.pattern.fork.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (made) => {
        await queries.invalidateQueries({ queryKey: studio.library.key() });
        announce({ tone: "ok", text: `“${made.name}” is on the shelf ${made.libraryName}. Both remember the other.` });
        onClose();
        router.push(addresses.pattern(made.slug));
      },
    }),
  );
  const refusal = name.trim() === "" ? "Give the pattern a name." : libraryId === null ? "Choose the shelf it goes to." : null;
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Fork version ${version.number}`}
      description="A pattern of its own, with the same recipe as its version 1. This one stays as it is."
      submitLabel="Fork"
      disabledReason={refusal}
      busy={fork.isPending}
      onSubmit={() => libraryId !== null && fork.mutate({ versionId: version.id, libraryId, name })}
    >
      <Field label="Name" error={fork.error ? sentenceOf(fork.error) : null}>
        <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <LibraryChoice value={libraryId} onChange={setLibraryId} />
    </FormDialog>
  );
}
