"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { LabelView } from "@/lib/domain/pattern/label/view";
import { LABEL_WORDS } from "../words";

/** Puts a label back to where it was before, in one act. */
export function RollBackDialog({ label, onClose }: { label: LabelView; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [version] = useState(label.version);
  const place = label.before ? `v${label.before.number}` : "no version";
  const rollBack = useMutation(
    studio.label.rollBack.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: ({ at }) => {
        announce({ tone: "ok", text: `${LABEL_WORDS[label.label].label} is back on ${at ? `v${at.number}` : "no version"}.` });
        onClose();
      },
      onSettled: () =>
        Promise.all(
          [studio.label.key(), studio.pattern.key(), studio.library.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
        ),
    }),
  );
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={`Roll ${label.label} back to ${place}`}
      description={
        label.before
          ? `Whoever calls the pattern by this label gets ${place} at once. Runs that were made keep their version.`
          : "It was nowhere before: calls by this label are refused until a version is signed again."
      }
      submitLabel="Roll back"
      disabledReason={reason.trim() === "" ? "Say why, for whoever reads the history." : null}
      busy={rollBack.isPending}
      onSubmit={() => rollBack.mutate({ patternId: label.patternId, label: label.label, reason, version })}
    >
      <Field label="Why" error={rollBack.error ? sentenceOf(rollBack.error) : null}>
        <Input
          value={reason}
          maxLength={1_000}
          placeholder="Hands came out wrong in the campaign"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
