"use client";
import { ImagePlus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  changeVariable,
  declareVariable,
  dissolveVariable,
  renameVariable,
  type TemplateDraft,
  undeclaredIn,
} from "@/lib/domain/pattern/draft";
import { VariableEditor } from "./variable-editor";

/** The variables of a template: what each takes, what stands for it when nothing is given, and values seen to work. */
export function VariablesTable({ draft, onChange }: { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void }) {
  const offered = undeclaredIn(draft);
  const addPicture = () => {
    const taken = draft.variables.map(({ name }) => name);
    const name = ["picture", ...taken.map((_, at) => `picture_${at + 2}`), `picture_${taken.length + 2}`].find(
      (one) => !taken.includes(one),
    );
    if (name) onChange(declareVariable(draft, name, { kind: "reference", role: "style", weight: 0.6 }));
  };
  return (
    <section aria-label="Variables" className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-muted">Variables</h3>
        <Button size="small" variant="ghost" icon={<ImagePlus size={13} aria-hidden />} onClick={addPicture}>
          Picture as a variable
        </Button>
      </div>
      {draft.variables.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {draft.variables.map((variable) => (
            <VariableEditor
              key={variable.name}
              variable={variable}
              onChange={(part) => onChange(changeVariable(draft, variable.name, part))}
              onRename={(next) => onChange(renameVariable(draft, variable.name, next))}
              onRemove={() => onChange(dissolveVariable(draft, variable.name))}
            />
          ))}
        </ul>
      ) : null}
      {offered.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5 text-xs text-warn" aria-live="polite">
          <span>In the text but not declared:</span>
          {offered.map((name) => (
            <Button
              key={name}
              size="small"
              icon={<Plus size={12} aria-hidden />}
              onClick={() => onChange(declareVariable(draft, name))}
              aria-label={`Declare the variable ${name}`}
            >
              <span className="font-mono">{`{${name}}`}</span>
            </Button>
          ))}
        </div>
      ) : null}
      {draft.variables.length === 0 && offered.length === 0 ? (
        <p className="text-xs text-faint text-pretty">No variables yet: the pattern would always say the same.</p>
      ) : null}
    </section>
  );
}
