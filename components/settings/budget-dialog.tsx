"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { BudgetRow } from "@/lib/domain/budget/view";
import { formatMicros, parseDollars } from "@/lib/domain/money/micros";

/** The two limits of a budget. Mount it to ask. */
export function BudgetDialog({ row, onClose }: { row: BudgetRow; onClose: () => void }) {
  const queries = useQueryClient();
  const [soft, setSoft] = useState(dollarsOf(row.softMicros));
  const [hard, setHard] = useState(dollarsOf(row.hardMicros));
  const save = useMutation(
    studio.budget.set.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.budget.key() }),
      onSuccess: onClose,
    }),
  );
  const [softMicros, hardMicros] = [microsOf(soft), microsOf(hard)];
  const wrong = softMicros === undefined || hardMicros === undefined ? "Enter an amount such as 25.00, or nothing." : null;
  const isCrossed = softMicros != null && hardMicros != null && softMicros > hardMicros;
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={`Limits of ${row.name}`}
      description="The soft limit warns before a run, the hard one stops it. Runs under way go on."
      submitLabel="Save limits"
      disabledReason={wrong ?? (isCrossed ? "The soft limit cannot be above the hard one." : null)}
      busy={save.isPending}
      onSubmit={() => {
        const { scope, subjectId } = row;
        save.mutate({ scope, subjectId, softMicros: softMicros?.toString() ?? null, hardMicros: hardMicros?.toString() ?? null });
      }}
    >
      <Field
        label="Soft limit, in dollars"
        optional
        hint="Empty: nobody is warned."
        error={softMicros === undefined ? "This is no amount." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={soft} onChange={(event) => setSoft(event.currentTarget.value)} />
      </Field>
      <Field
        label="Hard limit, in dollars"
        optional
        hint="Empty: no cap."
        error={save.error ? sentenceOf(save.error) : hardMicros === undefined ? "This is no amount." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={hard} onChange={(event) => setHard(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}

const dollarsOf = (micros: string | null) => (micros === null ? "" : formatMicros(BigInt(micros)).replace("$", ""));

/** Null for nothing, undefined for what is no amount. */
function microsOf(text: string): bigint | null | undefined {
  return text.trim() === "" ? null : (parseDollars(text) ?? undefined);
}
