"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import { draftFromTemplate, readDraft } from "@/lib/domain/pattern/draft";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { TemplateEditor } from "./template-editor";

export type NewVersionDialogProps = {
  pattern: PatternView;
  /** The version it starts from. */
  from: PatternVersionView;
  onClose: () => void;
  onSaved: (number: number) => void;
};

/** The next version of a pattern, begun from one there is. Mount it to begin. */
export function NewVersionDialog(props: NewVersionDialogProps) {
  const { from, onClose } = props;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="large"
      title="New version"
      description={`Begins from v${from.number}, which stays as it is. The label candidate moves to the new one.`}
    >
      <NewVersionForm {...props} />
    </Dialog>
  );
}

function NewVersionForm({ pattern, from, onClose, onSaved }: NewVersionDialogProps) {
  const queries = useQueryClient();
  const formId = useId();
  const [draft, setDraft] = useState(() => draftFromTemplate(from));
  const [note, setNote] = useState("");
  // What the person saw when they began, not what somebody saved meanwhile: that is the conflict they must hear of.
  const [basedOn, setBasedOn] = useState(pattern.versions[0]?.number ?? 1);
  const newest = pattern.versions[0];
  const save = useMutation(
    studio.pattern.saveVersion.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: (saved) => {
        const number = saved.versions[0]?.number ?? basedOn + 1;
        announce({ tone: "ok", text: `Version ${number} of “${saved.name}” is saved.` });
        onClose();
        onSaved(number);
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.pattern.key() }),
          queries.invalidateQueries({ queryKey: studio.library.key() }),
        ]),
    }),
  );
  const read = readDraft(draft);
  const refusal =
    ("problem" in read ? read.problem : null) ?? (note.trim() === "" ? "Say what changed, for whoever reads it later." : null);
  const isBehind = codeOf(save.error) === "CONFLICT" && newest !== undefined && newest.number > basedOn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal !== null || !("template" in read) || save.isPending) return;
    save.mutate({
      patternId: pattern.id,
      basedOn,
      version: { template: read.template, references: [...read.references], note: note.trim() },
    });
  };
  return (
    <form id={formId} onSubmit={submit} className="grid gap-4">
      <TemplateEditor draft={draft} onChange={setDraft} />
      <Field label="What changed">
        <Input
          value={note}
          maxLength={2_000}
          placeholder="Softer light, no logo"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-3 rounded-b-lg border-t border-line bg-surface px-4 py-3">
        <p role="status" className={`min-w-0 flex-1 text-xs text-pretty ${save.error ? "text-bad" : "text-faint"}`}>
          {save.error ? sentenceOf(save.error) : refusal}
        </p>
        {isBehind ? (
          <Button
            onClick={() => {
              setBasedOn(newest.number);
              save.reset();
            }}
          >
            I have seen v{newest.number}
          </Button>
        ) : null}
        <Button type="submit" variant="primary" busy={save.isPending} disabledReason={refusal}>
          Save version
        </Button>
      </div>
    </form>
  );
}
