"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { formatMicros, parseDollars } from "@/lib/domain/money/micros";
import type { ProjectView } from "@/lib/domain/project/view";

/** Sets, changes or lifts the hard budget. Runs in flight go on; only new ones are measured by it. */
export function BudgetDialog({
  project,
  open,
  onOpenChange,
}: {
  project: ProjectView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const queries = useQueryClient();
  const [text, setText] = useState(
    project.budget.hardMicros === null ? "" : formatMicros(BigInt(project.budget.hardMicros)).replace("$", ""),
  );
  const amount = text.trim() === "" ? null : parseDollars(text);
  const isWrong = text.trim() !== "" && amount === null;
  const save = useMutation(
    studio.project.setBudget.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: studio.project.key() });
        onOpenChange(false);
      },
    }),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title="Hard budget"
      description="Nothing over it starts. Runs in flight go on."
      submitLabel="Save budget"
      disabledReason={isWrong ? "This is not an amount." : null}
      busy={save.isPending}
      onSubmit={() => save.mutate({ projectId: project.id, hardBudgetMicros: amount?.toString() ?? null })}
    >
      <Field
        label="Dollars"
        hint="Empty lifts the cap."
        error={isWrong ? "Write an amount such as 25 or 25.00." : save.error ? sentenceOf(save.error) : null}
      >
        <Input inputMode="decimal" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}
