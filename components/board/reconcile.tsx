"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";

/**
 * For a run of which nobody knows whether it was charged: a lead who looked at the engine's bill says so, and how they
 * know. The studio never sends such a run again by itself.
 */
export function Reconcile({ runId }: { runId: string }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const reconcile = useMutation(
    studio.run.reconcile.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => void queries.invalidateQueries({ queryKey: studio.board.key() }),
    }),
  );
  const missing = reason.trim() === "" ? "Say how you know." : null;
  const say = (charged: boolean) => reconcile.mutate({ runId, charged, reason });
  return (
    <section aria-label="Reconcile" className="grid gap-2 rounded-md border border-line p-3">
      <p className="text-xs text-muted text-pretty">
        The studio stopped between sending this run and hearing back. Look at the engine's bill; the money stays held until a lead says what
        became of it.
      </p>
      <Field label="How you know" error={reconcile.error ? sentenceOf(reconcile.error) : null}>
        <Textarea rows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
      <div className="flex gap-2">
        <Button size="small" busy={reconcile.isPending} disabledReason={missing} onClick={() => say(true)}>
          It was charged
        </Button>
        <Button size="small" busy={reconcile.isPending} disabledReason={missing} onClick={() => say(false)}>
          It was not charged
        </Button>
      </div>
    </section>
  );
}
