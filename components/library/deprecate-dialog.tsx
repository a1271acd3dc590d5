"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternView } from "@/lib/domain/pattern/view";

/** Says that a pattern is not to be begun with any more, why, and what to use instead. Mount it to begin. */
export function DeprecateDialog({ pattern, onClose }: { pattern: PatternView; onClose: () => void }) {
  const queries = useQueryClient();
  const libraries = useQuery(studio.library.list.queryOptions({ input: {} }));
  const [reason, setReason] = useState(pattern.deprecated?.reason ?? "");
  const [successorId, setSuccessorId] = useState<string | null>(pattern.deprecated?.successor?.id ?? null);
  const deprecate = useMutation(
    studio.pattern.deprecate.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: onClose,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.pattern.key() }),
          queries.invalidateQueries({ queryKey: studio.library.key() }),
        ]),
    }),
  );
  const others = (libraries.data ?? []).flatMap(({ name: shelf, patterns }) =>
    patterns
      .filter(({ id, deprecated }) => id !== pattern.id && deprecated === null)
      .map(({ id, name }) => ({ value: id, label: name, hint: shelf })),
  );
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Deprecate “${pattern.name}”`}
      description="It stays readable and what calls it goes on; whoever begins with it is told why not to."
      submitLabel="Deprecate"
      disabledReason={reason.trim() === "" ? "Say why, for whoever still uses it." : null}
      busy={deprecate.isPending}
      onSubmit={() => deprecate.mutate({ patternId: pattern.id, reason, successorId })}
    >
      <Field label="Why" error={deprecate.error ? sentenceOf(deprecate.error) : null}>
        <Input
          value={reason}
          maxLength={500}
          placeholder="The client moved to colder light"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <Field label="Use instead" optional>
        <Combobox value={successorId} onChange={setSuccessorId} options={others} placeholder="Find a pattern…" />
      </Field>
    </FormDialog>
  );
}
