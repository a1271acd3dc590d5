"use client";
import { type SyntheticEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { makeVariable, type TemplateDraft } from "@/lib/domain/pattern/draft";
import { ControlsEditor } from "./controls-editor";
import { DefectsField } from "./defects-field";
import { MakeVariable } from "./make-variable";
import { ReferencesEditor } from "./references-editor";
import { VariablesTable } from "./variables-table";

export type TemplateEditorProps = {
  draft: TemplateDraft;
  onChange: (draft: TemplateDraft) => void;
  /** One column, or the words beside everything else where the page is wide enough. */
  layout?: "narrow" | "wide";
};

/** Everything a version says. Any selection in either text can be made a variable. */
export function TemplateEditor({ draft, onChange, layout = "narrow" }: TemplateEditorProps) {
  const [phrase, setPhrase] = useState("");
  const onSelect = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    setPhrase(value.slice(selectionStart, selectionEnd).trim());
  };
  return (
    <div
      className={
        layout === "wide"
          ? "grid grid-cols-1 items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
          : "grid grid-cols-1 gap-5"
      }
    >
      <div className="grid grid-cols-1 content-start gap-3">
        <Field label="Prompt">
          <Textarea
            mono
            rows={4}
            value={draft.text}
            onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
            onSelect={onSelect}
          />
        </Field>
        <MakeVariable
          phrase={phrase}
          onMake={(words, name) => {
            onChange(makeVariable(draft, words, name));
            setPhrase("");
          }}
        />
        <VariablesTable draft={draft} onChange={onChange} />
        <Field label="Negative" optional>
          <Textarea
            mono
            rows={1}
            value={draft.negative}
            onChange={(event) => onChange({ ...draft, negative: event.currentTarget.value })}
            onSelect={onSelect}
            className="min-h-8!"
          />
        </Field>
      </div>
      <div className="grid grid-cols-1 content-start gap-5">
        <ReferencesEditor references={draft.references} onChange={(references) => onChange({ ...draft, references })} />
        <ControlsEditor draft={draft} onChange={onChange} />
        <DefectsField value={draft.acceptableDefects} onChange={(acceptableDefects) => onChange({ ...draft, acceptableDefects })} />
        <Field label="Notes" optional hint="What whoever uses it should know.">
          <Textarea
            rows={2}
            value={draft.notes}
            maxLength={4_000}
            onChange={(event) => onChange({ ...draft, notes: event.currentTarget.value })}
          />
        </Field>
      </div>
    </div>
  );
}
