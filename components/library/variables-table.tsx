"use client";
import { Plus, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { changeVariable, declareVariable, dissolveVariable, type TemplateDraft, undeclaredIn } from "@/lib/domain/pattern/draft";
import { ExampleChips } from "./example-chips";

/** The variables of a template: what stands for each when nothing is given, and values seen to work. */
export function VariablesTable({ draft, onChange }: { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void }) {
  const offered = undeclaredIn(draft);
  return (
    <section aria-label="Variables" className="grid gap-2">
      {draft.variables.length > 0 ? (
        <ul className="divide-y divide-line rounded-md border border-line">
          {draft.variables.map(({ name, fallback, examples }) => (
            <li
              key={name}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 p-2.5 sm:grid-cols-[minmax(6rem,9rem)_minmax(0,1fr)_auto]"
            >
              <p className="truncate pt-1 font-mono text-sm text-accent-ink" title={`{${name}}`}>{`{${name}}`}</p>
              <div className="grid min-w-0 gap-1.5 max-sm:order-last max-sm:col-span-full">
                <Input
                  aria-label={`Default of {${name}}`}
                  placeholder="No default: it has to be given"
                  value={fallback}
                  maxLength={500}
                  onChange={({ currentTarget: { value } }) =>
                    onChange(changeVariable(draft, name, { fallback: value, isRequired: value.trim() === "" }))
                  }
                />
                <ExampleChips
                  name={name}
                  examples={examples}
                  onChange={(next) => onChange(changeVariable(draft, name, { examples: [...next] }))}
                />
              </div>
              <IconButton
                label={`Turn {${name}} back into words`}
                icon={<Undo2 size={14} aria-hidden />}
                onClick={() => onChange(dissolveVariable(draft, name))}
              />
            </li>
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
