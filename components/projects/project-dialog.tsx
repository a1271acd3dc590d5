"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { formatMicros, MICROS_PER_DOLLAR, parseDollars } from "@/lib/domain/money/micros";
import { STARTING_BUDGET_MICROS } from "@/lib/domain/project/starting-budget";

const STARTING_DOLLARS = `${STARTING_BUDGET_MICROS / MICROS_PER_DOLLAR}.00`;

export interface ProjectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Whoever may not is told what a project begins with. */
  readonly maySetBudget: boolean;
}

/** Starts a project; its first board opens at once. */
export function ProjectDialog({ open, onOpenChange, maySetBudget }: ProjectDialogProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [brief, setBrief] = useState("");
  const [budget, setBudget] = useState(STARTING_DOLLARS);
  const hardBudget = budget.trim() === "" ? null : parseDollars(budget);
  const isBudgetWrong = budget.trim() !== "" && hardBudget === null;
  const create = useMutation(
    studio.project.create.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (project) => {
        await queries.invalidateQueries({ queryKey: studio.project.key() });
        onOpenChange(false);
        const [board] = project.boards;
        router.push(board ? `/boards/${board.id}` : `/projects/${project.id}`);
      },
    }),
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New project"
      submitLabel="Create project"
      disabledReason={name.trim() === "" ? "Give the project a name." : isBudgetWrong ? "The hard budget is not an amount." : null}
      busy={create.isPending}
      onSubmit={() => create.mutate({ name, brief, ...(maySetBudget ? { hardBudgetMicros: hardBudget?.toString() ?? null } : {}) })}
    >
      <Field label="Name" error={create.error ? sentenceOf(create.error) : null}>
        <Input value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Brief" optional hint="What it is for, who decides, what it must not be.">
        <Textarea value={brief} maxLength={10_000} onChange={(event) => setBrief(event.currentTarget.value)} />
      </Field>
      {maySetBudget ? (
        <Field
          label="Hard budget in dollars"
          optional
          hint="Nothing over it starts. Leave it empty for no cap."
          error={isBudgetWrong ? "Write an amount such as 25 or 25.00." : null}
        >
          <Input inputMode="decimal" value={budget} onChange={(event) => setBudget(event.currentTarget.value)} />
        </Field>
      ) : (
        <p className="text-sm text-muted">
          It begins with a hard budget of {formatMicros(STARTING_BUDGET_MICROS)}. A lead or an admin can change it.
        </p>
      )}
    </FormDialog>
  );
}
