"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { countOf } from "./words";

export type LibraryChoiceProps = { value: string | null; onChange: (libraryId: string) => void };

/** The shelf a pattern goes to: one there is, or a new one on the spot. */
export function LibraryChoice({ value, onChange }: LibraryChoiceProps) {
  const queries = useQueryClient();
  const libraries = useQuery(studio.library.listShelves.queryOptions({ input: {} }));
  const refusal = useRefusal("library.curate");
  const [newName, setNewName] = useState<string | null>(null);
  const create = useMutation(
    studio.library.create.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (library) => {
        await queries.invalidateQueries({ queryKey: studio.library.key() });
        onChange(library.id);
        setNewName(null);
      },
    }),
  );
  if (newName !== null) {
    return (
      <Field label="New library" error={create.error ? sentenceOf(create.error) : null}>
        <div className="flex gap-1.5">
          <Input
            autoFocus
            value={newName}
            maxLength={120}
            placeholder="What belongs on this shelf"
            onChange={(event) => setNewName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              if (newName.trim() !== "" && !create.isPending) create.mutate({ name: newName });
            }}
          />
          <Button
            busy={create.isPending}
            disabledReason={newName.trim() === "" ? "Give the library a name." : null}
            onClick={() => create.mutate({ name: newName })}
          >
            Create
          </Button>
          <Button variant="ghost" onClick={() => setNewName(null)}>
            Back
          </Button>
        </div>
      </Field>
    );
  }
  const options = (libraries.data ?? []).map(({ id, name, order }) => ({
    value: id,
    label: name,
    hint: countOf(order.length, "pattern"),
  }));
  return (
    <Field
      label="Library"
      error={libraries.error ? sentenceOf(libraries.error) : null}
      hint={libraries.data?.length === 0 ? "There is no library yet: make the first one." : undefined}
    >
      <div className="flex gap-1.5">
        <Select label="Library" value={value} onChange={onChange} options={options} placeholder="Choose a shelf…" className="flex-1" />
        <Button icon={<Plus size={13} aria-hidden />} disabledReason={refusal} onClick={() => setNewName("")}>
          New
        </Button>
      </div>
    </Field>
  );
}
