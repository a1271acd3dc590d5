"use client";
import { X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { Textarea } from "@/components/ui/textarea";
import { makeVariable, type TemplateDraft } from "@/lib/domain/pattern/draft";
import { MakeVariable } from "./make-variable";
import { VariablesTable } from "./variables-table";
import { roleAndWeight, settingsText } from "./words";

export type TemplateEditorProps = { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void };

/** The text of a pattern with its variables and references. Any selection in either text can be made a variable. */
export function TemplateEditor({ draft, onChange }: TemplateEditorProps) {
  const [phrase, setPhrase] = useState("");
  const onSelect = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    setPhrase(value.slice(selectionStart, selectionEnd).trim());
  };
  return (
    <div className="grid grid-cols-1 gap-3">
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
      {draft.references.length > 0 ? (
        <fieldset>
          <legend className="mb-1 text-xs font-medium text-muted">References</legend>
          <ul className="flex flex-wrap gap-2">
            {draft.references.map((reference, index) => (
              <li key={`${reference.assetId} ${reference.role}`} className="relative w-20 text-2xs text-muted">
                <Picture
                  src={`/assets/${reference.assetId}/thumb`}
                  width={4}
                  height={3}
                  alt={`Reference: ${roleAndWeight(reference)}`}
                  className="rounded-sm"
                />
                {roleAndWeight(reference)}
                <IconButton
                  label={`Leave out the reference ${roleAndWeight(reference)}`}
                  size="small"
                  variant="quiet"
                  icon={<X size={12} aria-hidden />}
                  onClick={() => onChange({ ...draft, references: draft.references.filter((_, at) => at !== index) })}
                  className="absolute! top-0.5 right-0.5"
                />
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <p className="text-xs text-faint">Kept from the recipe: {settingsText(draft)}.</p>
    </div>
  );
}
