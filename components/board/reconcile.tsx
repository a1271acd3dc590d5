"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { parseDollars } from "@/lib/domain/money/micros";
import type { RunView } from "@/lib/domain/run/view";

/**
 * For a run of which nobody knows whether it arrived: a lead who looked at the provider says what became of it, and how
 * they know, or has the provider's list read again. The studio never sends such a run again by itself.
 */
export function Reconcile({ run }: { run: RunView }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const reconcile = useMutation(
    studio.run.reconcile.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => void queries.invalidateQueries({ queryKey: studio.board.key() }),
    }),
  );
  const [billed, setBilled] = useState("");
  const billedMicros = billed.trim() === "" ? null : parseDollars(billed);
  const isWrong = billed.trim() !== "" && billedMicros === null;
  const notMine = useRefusal("budget.set");
  const missing = notMine ?? (reason.trim() === "" ? "Say how you know." : null);
  const say = (outcome: "made" | "not-made" | "wait") =>
    reconcile.mutate({ runId: run.id, outcome, reason, ...(outcome === "made" ? { billedMicros: billedMicros?.toString() ?? null } : {}) });
  const { asked } = run.progress;
  return (
    <section aria-label="Reconcile" className="grid gap-2 rounded-md border border-line p-3">
      {run.doubt ? <p className="text-xs text-pretty">{run.doubt}</p> : null}
      <p className="text-xs text-muted text-pretty">
        Nothing is sent again by itself. Look at the provider; the money stays held until its list or a lead says what became of this run.
      </p>
      {asked ? <p className="text-xs text-pretty text-warn">{asked}</p> : null}
      <Field label="How you know" error={reconcile.error ? sentenceOf(reconcile.error) : null}>
        <Textarea rows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <Field
        label="Dollars on the bill"
        optional
        hint="If it was made. Empty: it is charged as quoted."
        error={isWrong ? "This is no amount. Write it like 0.05." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={billed} onChange={(event) => setBilled(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          busy={reconcile.isPending}
          disabledReason={missing ?? (isWrong ? "Enter an amount such as 0.05." : null)}
          onClick={() => say("made")}
        >
          It was made
        </Button>
        <Button size="small" busy={reconcile.isPending} disabledReason={missing} onClick={() => say("not-made")}>
          It was not made
        </Button>
        <Button size="small" busy={reconcile.isPending} disabledReason={missing} onClick={() => say("wait")}>
          Keep waiting
        </Button>
      </div>
    </section>
  );
}
