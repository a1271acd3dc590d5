"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Template } from "@/lib/domain/pattern/template";

export type VariableFieldsProps = {
  variables: Template["variables"];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
};

/** A field for each variable; values seen to work are one press away. */
export function VariableFields({ variables, values, onChange }: VariableFieldsProps) {
  return variables.map(({ name, default: fallback, examples }) => (
    <div key={name} className="grid grid-cols-1 gap-1">
      <Field label={<span className="font-mono">{name}</span>} optional={fallback !== null}>
        <Input
          value={values[name] ?? ""}
          maxLength={500}
          placeholder={fallback ?? "Give a value"}
          onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
        />
      </Field>
      {examples.length > 0 ? (
        <div className="flex flex-wrap gap-1">
          {examples.map((example) => (
            <button
              key={example}
              type="button"
              aria-pressed={values[name] === example}
              aria-label={`${example} for ${name}`}
              onClick={() => onChange({ ...values, [name]: example })}
              className="min-h-6 max-w-full truncate rounded-md border border-line px-1.5 text-xs text-muted hover:border-line-strong hover:text-ink aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
            >
              {example}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  ));
}
