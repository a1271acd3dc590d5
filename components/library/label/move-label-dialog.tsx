"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, Info } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { LabelView } from "@/lib/domain/pattern/label/view";
import { LABEL_WORDS } from "../words";
import { placeWords } from "./words";

export type MoveLabelDialogProps = { label: LabelView; versionId: string; number: number; onClose: () => void };

/** Puts a label on a version: what it takes, line by line, what is still missing – and the act, once nothing is. */
export function MoveLabelDialog({ label, versionId, number, onClose }: MoveLabelDialogProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  // What the person saw when they began: somebody else's move in the meantime is a conflict they must hear of.
  const [version] = useState(label.version);
  const { patternId } = label;
  const checklist = useQuery(studio.label.checklist.queryOptions({ input: { patternId, label: label.label, versionId } }));
  const move = useMutation(
    studio.label.move.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: () => {
        announce({ tone: "ok", text: `${LABEL_WORDS[label.label].label} points to v${number}.` });
        onClose();
      },
      onSettled: () =>
        Promise.all(
          [studio.label.key(), studio.pattern.key(), studio.library.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
        ),
    }),
  );
  const missing = checklist.data?.lines.filter(({ met }) => !met) ?? [];
  const refusal =
    (checklist.error ? sentenceOf(checklist.error) : null) ??
    (checklist.data ? null : "Looking at the evidence…") ??
    missing[0]?.sentence ??
    (reason.trim() === "" ? "Say why, for whoever reads the history." : null);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={label.label === "production" ? `Sign v${number} for production` : `Move candidate to v${number}`}
      description={`It ${placeWords(label.at)} now. Whoever calls the pattern by this label gets v${number} at once.`}
      submitLabel={label.label === "production" ? "Sign and move" : "Move label"}
      disabledReason={refusal}
      busy={move.isPending}
      onSubmit={() => move.mutate({ patternId, label: label.label, versionId, reason, version })}
    >
      {checklist.data ? (
        <ul aria-label="What it takes" className="grid gap-1.5 rounded-md bg-inset p-3 text-sm">
          {checklist.data.lines.map(({ kind, met, caution, sentence }) => (
            <li key={kind} className="flex items-start gap-2">
              {met && !caution ? (
                <Check size={15} aria-label="There" className="mt-0.5 shrink-0 text-ok" />
              ) : met ? (
                <Info size={15} aria-label="To be known" className="mt-0.5 shrink-0 text-ink" />
              ) : (
                <CircleAlert size={15} aria-label="Missing" className="mt-0.5 shrink-0 text-warn" />
              )}
              <span className={met && !caution ? "text-muted" : "text-ink"}>{sentence}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-28 rounded-md" />
      )}
      <Field label="Why" error={move.error ? sentenceOf(move.error) : null}>
        <Input
          value={reason}
          maxLength={1_000}
          placeholder="Holds on every subject, calmer light"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
